import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PatientInput, Reminders, SmsWish } from '../../../contract/index.js';
import { choiceStyles } from '../../look/choice-styles.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { clinicDateTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { patientSmsWords } from './patient-sms-words.js';

interface Shown {
  readonly said: SmsWish;
  readonly policy: Pick<Reminders, 'to' | 'email'>;
}

/** What staff note down about the wish, before it is stored. */
interface Draft {
  readonly wish: boolean | null;
  /** The patient has taken STOP back. */
  readonly liftStop: boolean;
}

type Addresses = Pick<PatientInput, 'mobile' | 'email'>;

/** What a patient has said about SMS, since when and to whom; staff note it down, and lift STOP on the patient's own word (M-15). */
export class PatientSms extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    choiceStyles,
    css`
      fieldset {
        max-inline-size: 560px;
        margin: 0 0 16px;
        padding: 0;
        border: 0;
      }

      legend {
        margin-block-end: 4px;
        padding: 0;
        font-weight: 600;
      }

      .problem-text {
        margin: 0;
        color: var(--_error);
      }

      .notice,
      .lead {
        max-inline-size: 640px;
      }
    `,
  ];

  /** Id of the patient. */
  @property({ attribute: false }) patient = '';
  /** As they are stored. */
  @property({ attribute: false }) addresses: Addresses = {};
  @state() private draft: Draft | undefined;
  readonly #shown = new Loaded<Shown>(this);
  #of = '';

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    const { draft } = this;
    return draft !== undefined && draft.wish !== this.#shown.value?.said.wish;
  }

  protected override open(): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.console) return;
    // STOP is of a number: with another one it may be gone.
    const isOther = this.#of !== this.patient;
    const before = changed.get('addresses');
    if (!isOther && (!before || before.mobile === this.addresses.mobile)) return;
    this.#of = this.patient;
    if (isOther) this.draft = undefined;
    void this.#shown.load(() => this.#read());
  }

  async #read(): Promise<Shown> {
    const { api } = this.console!;
    const [said, policy] = await Promise.all([
      api.call('smsWish', { id: this.patient }),
      api.call('reminders'),
    ]);
    return { said: said.data, policy: policy.data };
  }

  protected override problemText(code: string): string {
    return code === 'stopped'
      ? this.words(patientSmsWords).stoppedProblem
      : super.problemText(code);
  }

  protected override render(): TemplateResult {
    return html`<section class="section" aria-labelledby="sms">
      <h2 id="sms">${this.words(patientSmsWords).title}</h2>
      ${this.renderLoaded(this.#shown, (shown) => this.#renderSaid(shown))}
    </section>`;
  }

  #renderSaid({ said, policy }: Shown): TemplateResult {
    const words = this.words(patientSmsWords);
    const { wish, at, source, isNumberRefused, refusedAt } = said;
    const when = (instant: string | null) =>
      instant ? clinicDateTime(instant, this.language) : '';
    const stated = source === 'sms' ? words.saidBySms : words.saidToStaff;
    return html`
      <p class="lead">
        <strong>${this.#nameOf(wish)}</strong
        >${at ? html`<span class="hint">${fill(stated, { when: when(at) })}</span>` : nothing}
      </p>
      ${
        isNumberRefused
          ? html`<p class="notice">${fill(words.stopped, { when: when(refusedAt) })}</p>`
          : nothing
      }
      <p class="outcome">${this.#outcome(said, policy)}</p>
      ${this.draft ? this.#renderForm(said, this.draft) : this.#renderDeeds(said)}
    `;
  }

  #nameOf(wish: boolean | null): string {
    const { wishes, refuses, unsaid } = this.words(patientSmsWords);
    return wish === null ? unsaid : wish ? wishes : refuses;
  }

  /** Whether the account's policy reaches this patient, and why not. */
  #outcome({ wish, isNumberRefused }: SmsWish, { to, email }: Shown['policy']): string {
    const words = this.words(patientSmsWords);
    if (to === 'none') return words.toNobody;
    if (wish === false || isNumberRefused) return words.getsNothing;
    if (to === 'wishing' && wish !== true) return words.onlyWishing;
    if (this.addresses.mobile) return words.gets;
    return email && this.addresses.email ? words.getsByEmail : words.withoutMobile;
  }

  #renderDeeds({ wish }: SmsWish): TemplateResult {
    const words = this.words(patientSmsWords);
    const reason = this.reasonWithout('patients');
    const mayRead = this.reasonWithout('messages') === undefined;
    const link = (box: 'sent' | 'received') =>
      toHash({ page: 'sms', parts: [box, 'patient', this.patient] });
    const begin = () => {
      this.failure = undefined;
      this.draft = { wish, liftStop: false };
    };
    return html`<div class="row">
        <button
          class="button"
          type="button"
          aria-label=${`${words.change}: ${words.title}`}
          ?disabled=${reason !== undefined}
          @click=${begin}
        >
          ${words.change}
        </button>
        ${
          mayRead
            ? html`<a href=${link('sent')}>${words.show}</a>
                <a href=${link('received')}>${words.showReceived}</a>`
            : nothing
        }
      </div>
      ${reason === undefined ? nothing : html`<p class="reason">${reason}</p>`}`;
  }

  #renderForm({ isNumberRefused }: SmsWish, draft: Draft): TemplateResult {
    const words = this.words(patientSmsWords);
    const isLifting = isNumberRefused && draft.wish === true;
    const isWrong = this.failure?.fields.some(({ code }) => code === 'stopped') ?? false;
    const choice = (wish: boolean | null) =>
      html`<label class="choice"
        ><input
          type="radio"
          name="wish"
          .checked=${draft.wish === wish}
          @change=${() => (this.draft = { ...draft, wish })}
        />${this.#nameOf(wish)}</label
      >`;
    return html`<form novalidate @submit=${this.#store}>
      <fieldset>
        <legend>${words.wish}</legend>
        ${choice(true)} ${choice(false)} ${choice(null)}
      </fieldset>
      ${
        isLifting
          ? html`<fieldset>
              <label class="choice"
                ><input
                  type="checkbox"
                  id="lift"
                  aria-invalid=${isWrong ? 'true' : 'false'}
                  aria-describedby=${isWrong ? 'lift-problem' : nothing}
                  .checked=${draft.liftStop}
                  @change=${(event: Event) =>
                    (this.draft = {
                      ...draft,
                      liftStop: (event.target as HTMLInputElement).checked,
                    })}
                /><span>${words.liftStop}</span></label
              >
              ${isWrong ? html`<p class="problem-text" id="lift-problem">${words.stoppedProblem}</p>` : nothing}
            </fieldset>`
          : nothing
      }
      ${isWrong ? nothing : this.renderFailure()}
      <div class="row">
        <button class="button primary" ?disabled=${this.isBusy}>${this.shell.save}</button>
        <button class="link" type="button" @click=${() => this.#close()}>
          ${this.shell.cancel}
        </button>
      </div>
    </form>`;
  }

  #close(): void {
    this.draft = undefined;
    this.failure = undefined;
  }

  readonly #store = async (event: SubmitEvent) => {
    event.preventDefault();
    const { wish, liftStop } = this.draft!;
    const isStored = await this.run(() =>
      this.console!.api.call('changeSmsWish', {
        id: this.patient,
        body: { wish, ...(liftStop && { liftStop }) },
      }),
    );
    if (!isStored) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    this.#close();
    this.console!.say(this.shell.saved);
    await this.#shown.reload();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.row .button')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-patient-sms': PatientSms;
  }
}
