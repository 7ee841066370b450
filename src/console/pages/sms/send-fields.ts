import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SmsType } from '../../../contract/index.js';
import { alertIcon } from '../../../theme/icons.js';
import type { smsExpiryWords } from '../../words/sms-expiry-words.js';
import type { smsTypeWords } from '../../words/sms-words.js';
import type { DraftPart, SendDraft } from './send-draft.js';
import { isPlanned, typesFor } from './send-draft.js';
import { radios } from './send-parts.js';
import type { sendWords } from './send-words.js';
import type { SmsSettings } from './sms-settings.js';

/** What the fields are written with, and where what is typed goes. */
export interface FieldSetup {
  readonly words: Record<keyof typeof sendWords, string>;
  /** What is wrong with a part of the draft, in words. */
  readonly expiry: Record<keyof typeof smsExpiryWords, string>;
  readonly problemOf: (part: DraftPart) => string | undefined;
  /** Takes a part of the draft; unless told, it is shown soon what that would be. */
  readonly set: (part: Partial<SendDraft>, options?: { isLooked?: boolean }) => void;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

export function renderProblem(part: DraftPart, { problemOf }: FieldSetup): TemplateResult {
  const problem = problemOf(part);
  return html`<div id="${part}-problem" ?hidden=${problem === undefined}>
    ${problem === undefined ? nothing : html`<div class="error">${alertIcon}${problem}</div>`}
  </div>`;
}

/** A number that nobody on file may have; `onDone` is called when it is written. */
export function renderNumber(
  number: string,
  { words, problemOf, set }: FieldSetup,
  onDone: () => void,
): TemplateResult {
  return html`<div class="field">
    <label for="number">${words.mobile}</label>
    <div class="hint" id="number-hint">${words.mobileHint}</div>
    <input
      class="control"
      id="number"
      type="tel"
      autocomplete="off"
      maxlength="64"
      aria-describedby="number-hint recipient-problem"
      aria-invalid=${problemOf('recipient') ? 'true' : 'false'}
      .value=${number}
      @input=${(event: Event) => set({ number: valueOf(event) }, { isLooked: false })}
      @change=${onDone}
    />
  </div>`;
}

/** Which text many get; to one it is always a text of its own. */
export function renderType(
  { whom, type }: SendDraft,
  types: Record<keyof typeof smsTypeWords, string>,
  take: (type: SmsType) => void,
  { words }: FieldSetup,
): TemplateResult | typeof nothing {
  if (whom === 'patient' || whom === 'number') return nothing;
  return html`<div class="field">
    <label for="type">${words.type}</label>
    <select
      class="control narrow"
      id="type"
      @change=${(event: Event) => take(valueOf(event) as SmsType)}
    >
      ${typesFor(whom).map((name) => html`<option value=${name} ?selected=${name === type}>${types[name]}</option>`)}
    </select>
  </div>`;
}

/** The clinic that it comes from, where there are several and no appointment tells. */
export function renderClinic(
  { whom, clinic }: SendDraft,
  clinics: SmsSettings['clinics'],
  { words, set }: FieldSetup,
): TemplateResult | typeof nothing {
  if (whom === 'day' || clinics.length < 2) return nothing;
  return html`<div class="field">
    <label for="clinic">${words.clinic}</label>
    <select
      class="control narrow"
      id="clinic"
      @change=${(event: Event) => set({ clinic: valueOf(event) })}
    >
      ${clinics.map(({ id, name }) => html`<option value=${id} ?selected=${id === clinic}>${name}</option>`)}
    </select>
  </div>`;
}

export function renderWhen({ when, at, type }: SendDraft, setup: FieldSetup): TemplateResult {
  const { words, problemOf, set } = setup;
  const options: (readonly [SendDraft['when'], string])[] = [
    ...(isPlanned(type) ? [['planned', words.planned] as const] : []),
    ['now', words.now],
    ['at', words.at],
  ];
  return html`<div>
    ${radios('when', words.when, options, when, (name) => set({ when: name }))}
    ${
      when === 'at'
        ? html`<input
            class="control narrow"
            id="at"
            type="datetime-local"
            aria-label=${words.date}
            aria-describedby="time-problem"
            aria-invalid=${problemOf('time') ? 'true' : 'false'}
            .value=${at}
            @change=${(event: Event) => set({ at: valueOf(event) })}
          />`
        : nothing
    }
    ${renderProblem('time', setup)}
  </div>`;
}

/** Until when it is of use (M-09). */
export function renderExpiry({ expires, type }: SendDraft, setup: FieldSetup): TemplateResult {
  const { expiry, problemOf, set } = setup;
  return html`<div class="field">
    <label for="expires">${expiry.expires}</label>
    <div class="hint" id="expires-hint">
      ${isPlanned(type) ? expiry.usualOfPlanned : expiry.usual}
    </div>
    <input
      class="control narrow"
      id="expires"
      type="datetime-local"
      aria-describedby="expires-hint expiry-problem"
      aria-invalid=${problemOf('expiry') ? 'true' : 'false'}
      .value=${expires}
      @change=${(event: Event) => set({ expires: valueOf(event) })}
    />
    ${renderProblem('expiry', setup)}
  </div>`;
}
