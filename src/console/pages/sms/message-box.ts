import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { dialogStyles } from '../../look/dialog-styles.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import { nowInstant } from '../../words/dates.js';
import { exportMessages } from './box-export.js';
import type { BoxFilter } from './box-filter.js';
import { noFilter, renderFilter, searchOf } from './box-filter.js';
import { renderCancelling, renderSelected } from './box-selected.js';
import type { ShownColumns } from './box-columns.js';
import { gridOf, keepColumns, readColumns, renderColumnChoice } from './box-columns.js';
import { renderHead, renderRow } from './box-rows.js';
import type { RowSetup } from './box-rows.js';
import { boxStyles } from './box-styles.js';
import type { MessageChangedEvent } from './change-dialog.js';
import { cellsOf, columnsOf } from './message-columns.js';
import type { Deeds, Mark } from './message-actions.js';
import { actionsOf } from './message-actions.js';
import type { MessageMenu } from './message-menu.js';
import { MessagePages } from './message-pages.js';
import type { Box, Message } from './message-row.js';
import { isReceived, nameOf, numberOf } from './message-row.js';
import { messageTexts } from './message-texts.js';
import { PageWindow } from './page-window.js';
import { readSmsSettings } from './sms-settings.js';
import type { SmsSettings } from './sms-settings.js';
import { smsWords } from './sms-words.js';
import { UnreadEvent } from './unread-event.js';

/** Milliseconds after the last letter before messages are searched for. */
const pause = 250;

/** What was sent and waits, or what came in (*Sendt*, *Mottatt*, M-06): found by filters, and what can be done with it. */
export class MessageBox extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    dialogStyles,
    boxStyles,
    css`
      :host {
        container-type: inline-size;
      }
    `,
  ];

  @property({ attribute: false }) box: Box = 'sent';
  /** Only the messages of one run of a text to many. */
  @property({ attribute: false }) ofRun = '';
  /** Only the messages of one patient, by id. */
  @property({ attribute: false }) ofPatient = '';
  @state() private filter: BoxFilter = noFilter;
  /** As they are kept on this device. */
  @state() private columns: ShownColumns = [];
  @state() private ticked: ReadonlySet<string> = new Set();
  @state() private changing: Message | undefined;
  @state() private cancelling: readonly string[] = [];
  @state() private exporting: string | undefined;
  @query('opus-console-sms-menu') private readonly menu!: MessageMenu;
  readonly #settings = new Loaded<SmsSettings>(this);
  readonly #list = new MessagePages(this);
  readonly #window = new PageWindow(this, () => void this.#list.more());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #export: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#export?.abort();
  }

  protected override open(): void {
    const { api } = this.console!;
    void this.#settings.load(() => readSmsSettings(api));
    this.#find();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('box')) this.columns = readColumns(this.box);
    const of = ['box', 'ofRun', 'ofPatient'] as const;
    // What the first one shows is asked for when it opens.
    if (of.every((name) => changed.get(name) === undefined)) return;
    this.filter = noFilter;
    this.ticked = new Set();
    this.#find();
  }

  get #search() {
    return {
      ...searchOf(this.box, this.filter),
      ...(this.ofRun && { run: this.ofRun }),
      ...(this.ofPatient && { patient: this.ofPatient }),
    };
  }

  #find(): void {
    void this.#list.find(this.console!.api, this.#search).then(() => {
      if (this.#list.failure) this.console?.failed(this.#list.failure);
    });
  }

  protected override problemText(code: string): string {
    return code === 'not-waiting' ? this.words(smsWords).gone : super.problemText(code);
  }

  protected override render(): TemplateResult {
    const { box } = this;
    const words = this.words(smsWords);
    const count = this.#list.count;
    return html`
      ${this.#renderOnly()} ${this.ofRun ? nothing : this.#renderFilter()}
      <div class="row above">
        <span class="hint" role="status">${this.exporting ?? this.#countText()}</span>
        ${this.ticked.size > 0 ? this.#renderSelected() : nothing}
        ${renderColumnChoice(box, this.columns, messageTexts(this.language), (columns) => {
          this.columns = columns;
          keepColumns(box, columns);
        })}
        <button
          class="button small"
          type="button"
          ?disabled=${count === 0 || this.exporting !== undefined}
          @click=${this.#exportAll}
        >
          ${words.exportCsv}
        </button>
      </div>
      ${this.renderFailure()} ${this.#renderListFailure()}
      ${
        count === 0
          ? nothing
          : html`<div
              class="messages ${box}"
              style="--_columns: ${gridOf(box, this.columns)}"
              role="table"
              aria-label=${words[box]}
              aria-rowcount=${this.#list.hasMore ? -1 : count + 1}
              aria-busy=${this.#list.isLoading ? 'true' : 'false'}
            >
              ${renderHead(box, this.columns, messageTexts(this.language), {
                isAllTicked: this.ticked.size === count,
                onTickAll: (isTicked) => (this.ticked = new Set(isTicked ? this.#list.ids() : [])),
              })}
              ${this.#renderPages()}
            </div>`
      }
      <div class="end"></div>
      <opus-console-sms-menu></opus-console-sms-menu>
      ${this.#renderChange()}
      ${renderCancelling(this.cancelling.length, {
        words,
        onYes: () => void this.#cancel(),
        onNo: () => (this.cancelling = []),
      })}
    `;
  }

  /** Whose messages alone are shown, and the way to all. */
  #renderOnly(): TemplateResult | typeof nothing {
    if (!this.ofRun && !this.ofPatient) return nothing;
    const words = this.words(smsWords);
    const [first] = this.#list.pages.flat();
    const name = first && nameOf(first);
    return html`<p>
      ${this.ofRun ? words.ofRun : name ? fill(words.ofPatient, { name }) : words.ofOnePatient}
      <a href=${toHash({ page: 'sms', parts: [this.box] })}>${words.reset}</a>
    </p>`;
  }

  #renderFilter(): TemplateResult {
    const { value } = this.#settings;
    const wrong = this.#list.failure?.fields.find(({ path }) => path === 'to');
    return renderFilter({
      box: this.box,
      filter: this.filter,
      companies: value?.companies ?? [],
      clinicians: value?.clinicians ?? [],
      texts: messageTexts(this.language),
      problem: wrong && this.problemText(wrong.code),
      onChange: this.#take,
      onReset: () => this.#take(noFilter),
    });
  }

  #countText(): string {
    const { count, hasMore, isLoading, failure } = this.#list;
    const words = this.words(smsWords);
    if (count > 0) {
      return fill(hasMore ? words.countSoFar : count === 1 ? words.countOne : words.count, {
        count,
      });
    }
    if (isLoading) return this.shell.loading;
    if (failure) return '';
    return this.filter === noFilter ? words.none : words.noneFound;
  }

  #renderListFailure(): TemplateResult | typeof nothing {
    const { failure } = this.#list;
    if (!failure || failure.fields.some(({ path }) => path === 'to')) return nothing;
    return html`<div class="notice problem" role="alert">
      <p>${this.failureText(failure)}</p>
      <button class="link" type="button" @click=${() => this.#find()}>${this.shell.retry}</button>
    </div>`;
  }

  #renderPages(): unknown {
    const { columns } = this;
    const setup: RowSetup = {
      columns,
      texts: messageTexts(this.language),
      ticked: this.ticked,
      clinicianName: (id) => this.#clinicianName(id),
      onTick: (message, isTicked) => this.#tick(message, isTicked),
      onMenu: (message, event) => this.#openMenu(message, event),
    };
    const values = [columns, this.ticked, this.language, this.#settings.value];
    return this.#window.renderPages(
      this.#list.finds,
      this.#list.pages,
      values,
      (page, shown, first) =>
        page.slice(0, shown).map((message, at) => renderRow(message, first + at, setup)),
    );
  }

  #clinicianName(id: string): string {
    return this.#settings.value?.clinicians.find((one) => one.id === id)?.name ?? id;
  }

  #renderSelected(): TemplateResult {
    const chosen = this.#list.withIds(this.ticked);
    return renderSelected(chosen, {
      box: this.box,
      words: this.words(smsWords),
      isBusy: this.isBusy,
      onCancel: (ids) => (this.cancelling = ids),
      onMark: (mark) => this.#mark(chosen, mark),
      onUnselect: () => (this.ticked = new Set()),
    });
  }

  readonly #deeds: Deeds = {
    open: ({ id }) => this.console!.go('sms', 'thread', id),
    change: (message) => (this.changing = message),
    sendNow: (message) => this.#sendNow(message),
    cancel: ({ id }) => (this.cancelling = [id]),
    mark: (message, mark) => this.#mark([message], mark),
  };

  #openMenu(message: Message, event: MouseEvent): void {
    event.preventDefault();
    const target = event.currentTarget as HTMLElement;
    const opener = target.matches('button') ? target : target.querySelector<HTMLElement>('.more')!;
    const { left, bottom } = opener.getBoundingClientRect();
    // A key opens it without a place of the pointer.
    const isAtPointer = event.type === 'contextmenu' && (event.clientX > 0 || event.clientY > 0);
    const [x, y] = isAtPointer ? [event.clientX, event.clientY] : [left, bottom];
    const actions = actionsOf(message, this.words(smsWords), this.#deeds);
    void this.menu.open(actions, x, y, opener);
  }

  #renderChange(): TemplateResult | typeof nothing {
    const { changing } = this;
    if (!changing || isReceived(changing)) return nothing;
    const words = this.words(smsWords);
    return html`<dialog aria-labelledby="changing" @cancel=${() => (this.changing = undefined)}>
      <h2 id="changing">${words.change}</h2>
      <p class="hint">${[nameOf(changing), numberOf(changing)].filter(Boolean).join(', ')}</p>
      <opus-console-sms-change
        .message=${changing}
        .timeZone=${this.#settings.value?.timeZone ?? 'UTC'}
        @opus-console-message-changed=${this.#takeChanged}
      ></opus-console-sms-change>
    </dialog>`;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    const { hasMore, isLoading } = this.#list;
    this.#window.observe(this.renderRoot, hasMore && !isLoading);
  }

  readonly #take = (part: Partial<BoxFilter>): void => {
    const isTyped = Object.keys(part).length === 1 && part.to !== undefined;
    this.filter = part === noFilter ? noFilter : { ...this.filter, ...part };
    this.ticked = new Set();
    clearTimeout(this.#timer);
    if (!isTyped) this.#find();
    else this.#timer = setTimeout(() => this.#find(), pause);
  };

  #tick({ id }: Message, isTicked: boolean): void {
    const ticked = new Set(this.ticked);
    if (isTicked) ticked.add(id);
    else ticked.delete(id);
    this.ticked = ticked;
  }

  readonly #takeChanged = ({ message }: MessageChangedEvent): void => {
    this.changing = undefined;
    if (!message) return;
    this.#list.replace([message]);
    this.console!.say(this.words(smsWords).saved);
  };

  #sendNow(message: Message): void {
    void this.run(async () => {
      const body = { sendsAt: nowInstant() };
      const { data } = await this.console!.api.call('changeMessage', { id: message.id, body });
      this.#list.replace([data]);
      this.console!.say(this.words(smsWords).sentNow);
    });
  }

  async #cancel(): Promise<void> {
    const ids = [...this.cancelling];
    this.cancelling = [];
    const words = this.words(smsWords);
    await this.run(async () => {
      const { api } = this.console!;
      const { data } = await api.call('cancelMessages', { body: { ids } });
      const text = data.gone > 0 ? words.cancelledSome : words.cancelledDone;
      this.console!.say(fill(text, { ...data }));
      const now = await Promise.all(
        ids.slice(0, 50).map(async (id) => (await api.call('message', { id })).data),
      );
      this.#list.replace(now);
      if (ids.length > now.length) this.#find();
    });
    this.ticked = new Set();
  }

  #mark(messages: readonly Message[], body: Mark): void {
    void this.run(async () => {
      const { api } = this.console!;
      for (const { id } of messages) {
        const { data } = await api.call('changeMessage', { id, body });
        this.#list.replace([data]);
      }
      this.ticked = new Set();
      this.dispatchEvent(new UnreadEvent());
      this.console!.say(this.words(smsWords).marked);
    });
  }

  readonly #exportAll = async (): Promise<void> => {
    const texts = messageTexts(this.language);
    const { words } = texts;
    const { signal } = (this.#export = new AbortController());
    this.exporting = fill(words.exporting, { count: 0 });
    await this.run(async () => {
      const { file, count } = await exportMessages(this.console!.api, this.#search, {
        head: columnsOf(this.box, texts),
        toRow: (message) => cellsOf(message, texts, (id) => this.#clinicianName(id)),
        tell: (sum) => (this.exporting = fill(words.exporting, { count: sum })),
        signal,
      });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `sms-${this.box}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
      this.console!.say(fill(words.exported, { count }));
    });
    this.exporting = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-box': MessageBox;
  }
}
