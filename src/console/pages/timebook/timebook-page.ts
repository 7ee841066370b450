import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Timebook } from '../../../contract/index.js';
import { addDays, type CivilDate } from '../../../domain/civil-date.js';
import { toClockTime } from '../../../domain/clock-time.js';
import { datesOfWeek, mondayOf } from '../../../domain/week.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { maySomewhere } from '../../state/console-context.js';
import { Loaded } from '../../state/loaded.js';
import { asStaffError } from '../../state/record-editor.js';
import { dayName } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import type { DialogPart, DoneEvent } from './dialog-part.js';
import { TimebookFollower } from './timebook-changes.js';
import type { TimebookGrid } from './timebook-grid.js';
import type { ChooseEvent, CommandEvent, DropEvent, OpenEvent } from './timebook-events.js';
import { hoursOf, itemsIn, toColumns } from './timebook-model.js';
import type { Column, Item, Stretch } from './timebook-model.js';
import { renderOpened, titleOf, type Open, type OpenedDialog } from './opened-dialog.js';
import { pageStyles } from './page-styles.js';
import { renderToolbar, type ViewChange, type ViewKind } from './timebook-toolbar.js';
import { preblockLabel } from './preblock-label.js';
import { mayBookAt, mayPublishAt } from './timebook-rights.js';
import { readTimebook, readTimebookSettings, type TimebookSettings } from './timebook-source.js';
import { timebookWords } from './timebook-words.js';
import type { BookForEvent, OpenTime, WaitingEvent } from './waiting-events.js';

/** The timebook: working time, preblocks, offered times and appointments of several clinicians (C-07). */
export class TimebookPage extends LoadedPage {
  static override styles: CSSResultGroup = [LoadedPage.styles, pageStyles];

  @state() private date: CivilDate = '';
  @state() private view: ViewKind = 'day';
  @state() private clinic = '';
  @state() private clinician = '';
  @state() private treatment = '';
  @state() private layers: ReadonlySet<string> = new Set([
    'entries',
    'working-time',
    'preblocks',
    'offered',
  ]);
  @state() private opened: Open | undefined;
  /** Whether the whole toolbar stands above the calendars where there is little room. */
  @state() private isToolbarOpen = false;
  /** A new object each time, so that the same is read out again. */
  @state() private said: { readonly text: string } | undefined;
  /** A time that nobody has any more. */
  @state() private freed: OpenTime | undefined;
  @query('opus-console-timebook-grid') private readonly grid!: TimebookGrid | null;
  readonly #settings = new Loaded<TimebookSettings>(this);
  readonly #book = new Loaded<Timebook>(this);
  /** How many wait for an earlier time. */
  readonly #waiting = new Loaded<number>(this);
  readonly #follower = new TimebookFollower(
    this,
    () => void this.#book.reload({ isBackground: true }),
  );
  #columns: { book: Timebook; key: string; columns: Column[] } | undefined;

  protected override open(): void {
    const { api } = this.console!;
    void this.#settings
      .load(() => readTimebookSettings(api))
      .then(() => {
        const settings = this.#settings.value;
        if (!settings) return;
        const [date = '', view] = this.parts;
        this.date = /^\d{4}-\d\d-\d\d$/.test(date) ? date : this.#today(settings);
        this.view = view === 'week' ? 'week' : 'day';
        // A phone shows one calendar at a time; more scroll beside it.
        if (this.view === 'week') this.clinician = settings.clinicians[0]?.id ?? '';
        this.#load();
        this.#follower.follow(api);
        if (!maySomewhere(this.console!.me, 'appointments')) return;
        void this.#waiting.load(
          async (isBackground) => (await api.call('timeAlerts', { isBackground })).data.count,
        );
      });
  }

  #today(settings: TimebookSettings): CivilDate {
    return toClockTime(Date.now(), settings.timeZone).date;
  }

  #dates(): CivilDate[] {
    if (this.view === 'day') return [this.date];
    return datesOfWeek(this.date, this.#settings.value?.weekend ? 7 : 5);
  }

  /** Whose calendars are shown. */
  #clinicians(): string[] {
    return (this.#settings.value?.clinicians ?? [])
      .filter(({ id }) => !this.clinician || id === this.clinician)
      .filter(({ clinics }) => !this.clinic || clinics.some(({ clinic }) => clinic === this.clinic))
      .map(({ id }) => id);
  }

  #load(): void {
    const { api } = this.console!;
    void this.#book.load((isBackground) => {
      const dates = this.#dates();
      const view = {
        ...{ from: dates[0]!, to: addDays(dates.at(-1)!, 1) },
        clinicians: this.#clinicians(),
        ...{ treatment: this.treatment, layers: this.layers },
      };
      return readTimebook(api, view, isBackground);
    });
  }

  protected override render(): TemplateResult {
    const words = this.words(timebookWords);
    return html`
      <h1 tabindex="-1">${words.title}</h1>
      ${this.renderLoaded(this.#settings, (settings) =>
        settings.clinicians.length === 0 || !this.date
          ? html`<p class="lead">${this.date ? words.noClinicians : this.shell.loading}</p>`
          : this.#renderBook(settings),
      )}
    `;
  }

  #renderBook(settings: TimebookSettings): TemplateResult {
    const words = this.words(timebookWords);
    return html`
      ${renderToolbar({
        ...{ words, settings, language: this.language },
        ...{ date: this.date, view: this.view, clinic: this.clinic, clinician: this.clinician },
        ...{ treatment: this.treatment, layers: this.layers, dates: this.#dates() },
        today: this.#today(settings),
        change: (part) => this.#change(part),
        turn: (by) => this.#turn(by),
        undo: (redo) => void this.#undo(redo),
        copy: () => (this.opened = { kind: 'copy' }),
        waitingCount: this.#waiting.value,
        showWaiting: () => (this.opened = { kind: 'waiting', open: undefined }),
        isOpen: this.isToolbarOpen,
        toggle: () => (this.isToolbarOpen = !this.isToolbarOpen),
      })}
      <div class="said" role="status">
        ${this.said ? keyed(this.said, html`<p class="notice">${this.said.text}</p>`) : nothing}
      </div>
      <opus-console-waiting-here
        class="freed"
        .open=${this.freed}
        .timeZone=${settings.timeZone}
        @opus-timebook-waiting=${this.#showWaiting}
      ></opus-console-waiting-here>
      ${this.renderFailure()}
      ${this.renderLoaded(this.#book, (book) => this.#renderGrid(settings, book))}
      ${this.#renderDialog(settings)}
    `;
  }

  #renderGrid(settings: TimebookSettings, book: Timebook): TemplateResult {
    const columns = this.#columnsOf(book);
    return html`<opus-console-timebook-grid
        .columns=${columns}
        .hours=${hoursOf(columns)}
        .step=${settings.step}
        .names=${this.#names(settings)}
        .definitions=${this.#definitions(settings)}
        .changeable=${this.#mayChange}
        @opus-timebook-choose=${({ stretch }: ChooseEvent) => (this.opened = { kind: 'new', stretch })}
        @opus-timebook-open=${({ item }: OpenEvent) => (this.opened = { kind: 'item', item })}
        @opus-timebook-drop=${({ item, stretch }: DropEvent) => (this.opened = { kind: 'item', item, to: stretch })}
        @opus-timebook-command=${this.#command}
      ></opus-console-timebook-grid>
      ${this.#follower.isFollowing ? nothing : html`<p class="hint">${this.words(timebookWords).offline}</p>`}`;
  }

  /** The same arrays as long as nothing has changed, so that the calendars are not drawn anew. */
  #columnsOf(book: Timebook): Column[] {
    const dates = this.#dates();
    const clinicians = this.#clinicians();
    const key = JSON.stringify([dates, clinicians]);
    if (this.#columns?.book !== book || this.#columns.key !== key) {
      this.#columns = { book, key, columns: toColumns(book, dates, clinicians) };
    }
    return this.#columns.columns;
  }

  readonly #known = new WeakMap<
    TimebookSettings,
    {
      names: Map<string, string>;
      definitions: Map<string, { name: string; colour?: string | undefined }>;
    }
  >();

  #maps(settings: TimebookSettings) {
    let maps = this.#known.get(settings);
    if (!maps) {
      maps = {
        names: new Map(settings.clinicians.map(({ id, name }) => [id, name])),
        definitions: new Map(
          settings.definitions.map((one) => [
            one.id,
            { name: preblockLabel(one), colour: one.colour },
          ]),
        ),
      };
      this.#known.set(settings, maps);
    }
    return maps;
  }

  #names = (settings: TimebookSettings) => this.#maps(settings).names;
  #definitions = (settings: TimebookSettings) => this.#maps(settings).definitions;

  readonly #mayChange = (item: Item): boolean => {
    const me = this.console?.me;
    if (!me || item.kind === 'offered' || item.kind === 'taken') return false;
    const { clinic, clinician } = item.source;
    if (item.kind !== 'entry') return mayPublishAt(me, { clinic, clinician });
    return item.source.status === 'booked' && mayBookAt(me, { clinic, clinician });
  };

  #change(part: ViewChange): void {
    Object.assign(this, part);
    // A week of one clinician, a day of all, until somebody chooses otherwise.
    if (part.clinician === undefined && part.view) {
      this.clinician = part.view === 'week' ? (this.#clinicians()[0] ?? '') : '';
    }
    this.said = undefined;
    this.freed = undefined;
    history.replaceState(history.state, '', `#timebook/${this.date}/${this.view}`);
    this.#load();
  }

  #turn(by: number): void {
    const date =
      this.view === 'week' ? addDays(mondayOf(this.date), 7 * by) : addDays(this.date, by);
    this.#change({ date, view: this.view, clinician: this.clinician });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
  }

  /** Undo and redo wherever the focus is on the page: not in a field, which undoes what is typed, and not behind a dialog. */
  readonly #key = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
    const letter = event.key.toLowerCase();
    if ((letter !== 'z' && letter !== 'y') || this.opened || !this.#book.value) return;
    if (isTyping(event.composedPath()[0])) return;
    event.preventDefault();
    void this.#undo(letter === 'y' || event.shiftKey);
  };

  readonly #command = ({ command, item }: CommandEvent): void => {
    if (command === 'before' || command === 'after') this.#turn(command === 'before' ? -1 : 1);
    else if (command === 'delete') this.opened = { kind: 'item', item: item! };
    else void this.#undo(command === 'redo');
  };

  async #undo(redo: boolean): Promise<void> {
    const words = this.words(timebookWords);
    this.failure = undefined;
    try {
      const { data } = await this.console!.api.call('undoInTimebook', { body: { redo } });
      const names = {
        'working-time': words.working,
        preblocks: words.preblock,
        timebook: words.appointment,
      };
      const when = data.place?.from?.slice(0, 10);
      const what = `${names[data.kind]} (${data.count})${when ? `, ${dayName(when, this.language)}` : ''}`;
      await this.#book.reload();
      this.said = { text: fill(redo ? words.redone : words.undone, { what }) };
    } catch (error) {
      const failure = asStaffError(error);
      if (failure.code === 'not-found')
        this.said = { text: redo ? words.nothingToRedo : words.nothingToUndo };
      else {
        this.failure = failure;
        this.console?.failed(failure);
      }
    }
  }

  #renderDialog(settings: TimebookSettings): TemplateResult | typeof nothing {
    if (!this.opened) return nothing;
    const opened = this.#asItIsNow(this.opened);
    const dialog: OpenedDialog = {
      ...{ opened, settings, language: this.language, me: this.console!.me },
      ...{ words: this.words(timebookWords), monday: mondayOf(this.date) },
      ...{ names: this.#names(settings), definitions: this.#definitions(settings) },
      clinicians: this.#clinicians(),
      missing: (right) => this.missing(right),
      here: (stretch) => this.#here(stretch),
    };
    return html`<dialog
      aria-labelledby="dialog-title"
      @cancel=${this.#closeDialog}
      @opus-timebook-done=${this.#done}
      @opus-timebook-open=${({ item, stretch, isMoved }: OpenEvent) =>
        (this.opened = { kind: 'item', item, ...(isMoved ? { to: stretch } : {}) })}
      @opus-timebook-waiting=${this.#showWaiting}
      @opus-timebook-book-for=${({ stretch, who }: BookForEvent) =>
        (this.opened = { kind: 'new', stretch, bookedFor: who })}
    >
      <h2 id="dialog-title">${titleOf(dialog)}</h2>
      ${renderOpened(dialog)}
    </dialog>`;
  }

  /** What was opened as it was read last, if it is still shown. */
  #asItIsNow(opened: Open): Open {
    if (opened.kind !== 'item') return opened;
    const { kind, id } = opened.item;
    const now = this.#columns?.columns
      .flatMap(({ items }) => items)
      .find((item) => item.kind === kind && item.id === id);
    return now ? { ...opened, item: now } : opened;
  }

  #here({ date, clinician, from, to }: Stretch): Item[] {
    const column = this.#columns?.columns.find(
      (one) => one.date === date && one.clinician === clinician,
    );
    return column ? itemsIn(column, from, to) : [];
  }

  readonly #showWaiting = ({ open }: WaitingEvent): void => {
    this.opened = { kind: 'waiting', open };
  };

  readonly #closeDialog = (): void => {
    this.opened = undefined;
    void this.#waiting.reload({ isBackground: true });
    void this.updateComplete.then(() => this.grid?.focus());
  };

  readonly #done = ({ said, freed }: DoneEvent): void => {
    this.#closeDialog();
    if (said === undefined) return;
    this.freed = freed;
    // It is said once it can be seen.
    void this.#book.reload().then(() => (this.said = { text: said }));
  };

  protected override updated(changed: PropertyValues): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog || !changed.has('opened')) return;
    if (!dialog.open) dialog.showModal();
    const part = dialog.querySelector<DialogPart>(':scope > :last-child');
    void part?.updateComplete.then(() => part.focusFirst());
  }
}

/** Whether a key is for a field of text. */
function isTyping(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement)
    return target.type !== 'checkbox' && target.type !== 'radio';
  return target instanceof HTMLTextAreaElement;
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-timebook': TimebookPage;
  }
}
