import { millisecondsBetween } from '../../../domain/instants.js';
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type {
  AppointmentMessage,
  AppointmentMessages,
  ReceivedMessage,
  SentMessage,
} from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { maySomewhere } from '../../state/console-context.js';
import { Loaded } from '../../state/loaded.js';
import { clinicDateTime, nowInstant } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { expiryProblem, smsExpiryWords } from '../../words/sms-expiry-words.js';
import { smsTypeWords } from '../../words/sms-words.js';
import { isWaiting } from '../sms/message-row.js';
import { toInstantText, toMinutes } from '../timebook/timebook-model.js';
import { appointmentSmsStyles } from './appointment-sms-styles.js';
import { appointmentSmsWords, smsProblemWords } from './appointment-sms-words.js';
import { appointmentSmsTexts } from './appointment-sms-texts.js';
import { printTable } from './print-table.js';
import { keepDetails, readDetails } from './sms-details.js';
import { tableOf } from './sms-facts.js';
import type { EditedSms, SmsEditedEvent } from './sms-editor.js';
import { renderAnswer, renderFacts, renderOthers, renderState } from './sms-shown.js';
import { renderNotices } from './sms-notices.js';
import { isTicked, shownOf } from './sms-state.js';
import { WatchSending } from './watch-sending.js';

/** What is being written: the text and time of one that is planned, or an SMS that goes at once. */
type Editing = AppointmentMessage['type'] | 'direct' | undefined;

/** The SMS of one appointment, as in its window in Opus SMS: what is planned, what became of it, and the answers (M-04, M-06, M-07). */
export class AppointmentSms extends LoadedPage {
  static override styles: CSSResultGroup = [LoadedPage.styles, appointmentSmsStyles];

  /** The appointment's id. */
  @property({ attribute: false }) appointment = '';
  /** IANA zone of the clinic. */
  @property({ attribute: false }) timeZone = '';
  /** Whom and what it is about, for paper. */
  @property({ attribute: false }) about: readonly string[] = [];
  @state() private editing: Editing;
  @state() private said = '';
  /** As it was chosen on this device. */
  @state() private isShort = !readDetails();
  /** The box that was pressed, until what is stored has been read again. */
  @state() private pressed: { type: AppointmentMessage['type']; checked: boolean } | undefined;
  readonly #messages = new Loaded<AppointmentMessages>(this);

  constructor() {
    super();
    const look = () => void this.#messages.reload({ isBackground: true });
    this.addController(new WatchSending(() => this.#waiting(), look));
  }

  protected override open(): void {
    this.#load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.get('appointment') === undefined || !this.console) return;
    this.editing = undefined;
    this.said = '';
    this.#load();
  }

  #load(): void {
    const { api, me } = this.console!;
    if (!maySomewhere(me, 'messages')) return;
    const { appointment: id } = this;
    void this.#messages.load(async (isBackground) => {
      const { data } = await api.call('appointmentMessages', { id, isBackground });
      return data;
    });
  }

  #waiting(): string[] {
    const { planned = [], others = [] } = this.#messages.value ?? {};
    return [...planned.map(({ message }) => message), ...others]
      .filter((message) => message !== undefined)
      .filter(isWaiting)
      .map(({ sendsAt }) => sendsAt);
  }

  protected override render(): TemplateResult {
    const words = this.words(appointmentSmsWords);
    const reason = this.reasonWithout('messages');
    return html`<section aria-labelledby="title">
      <div class="head">
        <h3 id="title">${words.title}</h3>
        ${
          this.#messages.value
            ? html`<span class="row">
                <button
                  class="link"
                  type="button"
                  aria-expanded=${this.isShort ? 'false' : 'true'}
                  title=${words.moreHint}
                  @click=${() => this.#turnDetails()}
                >
                  <span class="arrow" aria-hidden="true">${this.isShort ? '▸' : '▾'}</span
                  >${words.more}
                </button>
                <button class="link" type="button" @click=${this.#print}>${words.print}</button>
              </span>`
            : nothing
        }
      </div>
      ${
        reason
          ? html`<p class="reason">${reason}</p>`
          : this.renderLoaded(this.#messages, (messages) => this.#renderMessages(messages))
      }
    </section>`;
  }

  #renderMessages(messages: AppointmentMessages): TemplateResult {
    const texts = appointmentSmsTexts(this.language);
    const { words } = texts;
    const { hindrance, planned, others, answers } = messages;
    const shown = shownOf(planned);
    const known = new Set(planned.flatMap(({ message }) => message?.id ?? []));
    const loose = answers.filter((one) => !one.answers || !known.has(one.answers));
    const canSend = hindrance === null;
    return html`
      ${renderNotices(messages, words)}
      <div role="status">${this.said ? html`<p class="notice">${this.said}</p>` : nothing}</div>
      ${this.renderFailure()}
      ${
        canSend || shown.some(({ message }) => message)
          ? html`<ol>
              ${shown.map((one) => this.#renderPlanned(one, answers, canSend))}
            </ol>`
          : nothing
      }
      ${loose.length > 0 ? html`<h4>${words.answers}</h4>` : nothing}
      ${loose.map((answer) => renderAnswer(answer, texts))} ${renderOthers(others, texts)}
      ${canSend ? this.#renderDirect(messages) : nothing}
    `;
  }

  #renderPlanned(
    one: AppointmentMessage,
    answers: readonly ReceivedMessage[],
    canSend: boolean,
  ): TemplateResult {
    const texts = appointmentSmsTexts(this.language);
    const { words, types } = texts;
    const { type, message, draft } = one;
    const name = types[type];
    const ticked = isTicked(one);
    const waits = isWaiting(message);
    const text = ticked ? message!.text : (draft?.text ?? message?.text);
    // An e-mail that waits is there where no SMS can be sent.
    const isMail = waits && message.channel === 'email';
    const isChangeable = isMail || (canSend && (waits || (!ticked && draft !== undefined)));
    return html`<li class="sms ${ticked ? '' : 'off'}">
      <div class="name">
        <label
          ><input
            type="checkbox"
            .checked=${live(this.pressed?.type === type ? this.pressed.checked : ticked)}
            ?disabled=${!isChangeable || this.isBusy}
            @change=${(event: Event) => this.#tick(one, event.target as HTMLInputElement)}
          />${name}</label
        >
        ${renderState(message, texts)}
      </div>
      ${
        this.editing === type
          ? this.#renderEditor(one, (edited) => this.#store(one, edited))
          : html`${text ? html`<p class="body">${text}</p>` : nothing}
            ${renderFacts(one, texts, this.isShort)}
            ${!message && !draft && canSend ? html`<p class="hint">${words.tooLate}</p>` : nothing}
            ${isChangeable ? this.#renderActs(one, name) : nothing}`
      }
      ${answers.filter((answer) => message && answer.answers === message.id).map((answer) => renderAnswer(answer, texts))}
    </li>`;
  }

  #renderActs(one: AppointmentMessage, name: string): TemplateResult {
    const words = this.words(appointmentSmsWords);
    return html`<div class="acts">
      <button
        class="button small"
        type="button"
        aria-label=${fill(words.changeWhich, { what: name })}
        ?disabled=${this.isBusy}
        @click=${() => this.#edit(one.type)}
      >
        ${words.change}
      </button>
      <button
        class="button small"
        type="button"
        aria-label=${fill(words.sendNowWhich, { what: name })}
        ?disabled=${this.isBusy}
        @click=${() => this.#sendNow(one)}
      >
        ${words.sendNow}
      </button>
    </div>`;
  }

  #renderEditor(
    { message, draft }: Pick<AppointmentMessage, 'message' | 'draft'>,
    store: (edited: EditedSms) => void,
  ): TemplateResult {
    const from = isWaiting(message) ? message : draft;
    return html`<opus-console-sms-editor
      .text=${from?.text ?? ''}
      .sendsAt=${from?.sendsAt}
      .expiresAt=${from?.expiresAt}
      ?disabled=${this.isBusy}
      @opus-sms-edited=${({ edited }: SmsEditedEvent) => {
        if (edited) store(edited);
        else this.editing = undefined;
      }}
    ></opus-console-sms-editor>`;
  }

  #renderDirect({ directText, planned }: AppointmentMessages): TemplateResult {
    const words = this.words(appointmentSmsWords);
    if (this.editing === 'direct') {
      return html`<opus-console-sms-editor
        .text=${directText ?? ''}
        .label=${words.send}
        ?disabled=${this.isBusy}
        @opus-sms-edited=${({ edited }: SmsEditedEvent) => {
          if (edited) this.#sendDirectly(edited.text ?? '');
          else this.editing = undefined;
        }}
      ></opus-console-sms-editor>`;
    }
    const first = shownOf(planned)[0];
    const isFirst = first && !first.isPlanned && !first.message && first.draft;
    return html`<div class="acts">
      ${
        isFirst
          ? html`<button
              class="button small"
              type="button"
              ?disabled=${this.isBusy}
              @click=${() => this.#make(first)}
            >
              ${words.make}
            </button>`
          : nothing
      }
      <button
        class="button small"
        type="button"
        ?disabled=${this.isBusy}
        @click=${() => this.#edit('direct')}
      >
        ${words.direct}
      </button>
    </div>`;
  }

  #turnDetails(): void {
    this.isShort = !this.isShort;
    keepDetails(!this.isShort);
  }

  #edit(what: Editing): void {
    this.editing = what;
    this.said = '';
    this.failure = undefined;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('opus-console-sms-editor')?.focus(),
    );
  }

  #tick(one: AppointmentMessage, { checked }: HTMLInputElement): void {
    this.pressed = { type: one.type, checked };
    if (checked) this.#make(one);
    else this.#takeBack(one);
  }

  #make(one: AppointmentMessage): void {
    void this.#do(one, () =>
      this.console!.api.call('sendMessage', {
        body: { appointment: this.appointment, type: one.type },
      }),
    );
  }

  #takeBack({ type, message }: AppointmentMessage): void {
    const what = this.words(smsTypeWords)[type];
    void this.#run(async () => {
      await this.console!.api.call('cancelMessage', { id: message!.id });
      return fill(this.words(appointmentSmsWords).saidOff, { what });
    });
  }

  #store(one: AppointmentMessage, { text, sends, expires }: EditedSms): void {
    const at = ({ date, clock }: NonNullable<EditedSms['sends']>) =>
      toInstantText(date, toMinutes(clock), this.timeZone);
    const change = {
      ...(text === undefined ? {} : { text }),
      ...(sends ? { sendsAt: at(sends) } : {}),
      ...(expires ? { expiresAt: at(expires) } : {}),
    };
    void this.#do(one, () => this.#write(one, change));
  }

  #write(
    { type, message }: AppointmentMessage,
    change: { text?: string; sendsAt?: string; expiresAt?: string },
  ): Promise<{ data: SentMessage | ReceivedMessage }> {
    const { api } = this.console!;
    return isWaiting(message)
      ? api.call('changeMessage', { id: message.id, body: change })
      : api.call('sendMessage', { body: { appointment: this.appointment, type, ...change } });
  }

  #sendNow(one: AppointmentMessage): void {
    void this.#do(one, () => this.#write(one, { sendsAt: nowInstant() }), { isAtOnce: true });
  }

  #sendDirectly(text: string): void {
    const body = { appointment: this.appointment, type: 'message' as const, text };
    void this.#do({ type: 'message' }, () => this.console!.api.call('sendMessage', { body }), {
      isAtOnce: true,
    });
  }

  /** Makes or changes a message, and says when it leaves. */
  #do(
    { type }: { type: SentMessage['type'] },
    call: () => Promise<{ data: SentMessage | ReceivedMessage }>,
    { isAtOnce = false } = {},
  ): Promise<void> {
    return this.#run(async () => {
      const { data } = await call();
      const words = this.words(appointmentSmsWords);
      const what = this.words(smsTypeWords)[type];
      if (!('sendsAt' in data)) return '';
      const isNow = millisecondsBetween(nowInstant(), data.sendsAt) < 60_000;
      const text = isNow ? words.saidSending : isAtOnce ? words.saidPaused : words.saidMade;
      return fill(text, { what, at: clinicDateTime(data.sendsAt, this.language) });
    });
  }

  async #run(work: () => Promise<string>): Promise<void> {
    this.said = '';
    let said = '';
    const isDone = await this.run(async () => {
      said = await work();
    });
    // What is ticked is what is stored, also where it was refused.
    await this.#messages.reload();
    this.pressed = undefined;
    if (!isDone) return;
    this.editing = undefined;
    this.said = said;
  }

  protected override problemText(code: string): string {
    const words = this.words(smsProblemWords);
    if (code in words) return words[code as keyof typeof words];
    return expiryProblem(code, this.words(smsExpiryWords)) ?? super.problemText(code);
  }

  readonly #print = (): void => {
    const messages = this.#messages.value!;
    printTable(tableOf(messages, this.about, appointmentSmsTexts(this.language)), this.language);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-appointment-sms': AppointmentSms;
  }
}
