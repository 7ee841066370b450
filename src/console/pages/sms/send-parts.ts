import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SmsPreview } from '../../../contract/index.js';
import { fill } from '../../words/in-language.js';
import type { sendWords } from './send-words.js';

/** One of some choices that are all in view. */
export function radios<Name extends string>(
  name: string,
  legend: string,
  options: readonly (readonly [Name, string])[],
  chosen: Name,
  take: (name: Name) => void,
): TemplateResult {
  return html`<fieldset>
    <legend>${legend}</legend>
    <div class="choices">
      ${options.map(
        ([value, label]) =>
          html`<label class="choice"
            ><input
              type="radio"
              name=${name}
              .checked=${value === chosen}
              @change=${() => take(value)}
            />${label}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** Asks whether many are to get it; the second time in other words, and without a button that stands out. */
export function renderQuestion(
  { messages, parts }: Pick<SmsPreview, 'messages' | 'parts'>,
  {
    words,
    isFirst,
    without,
    onYes,
    onNo,
  }: {
    words: Record<keyof typeof sendWords, string>;
    isFirst: boolean;
    /** Who is left out, in words. */
    without: string;
    onYes: () => void;
    onNo: () => void;
  },
): TemplateResult {
  return html`<dialog aria-labelledby="asking" @cancel=${onNo}>
    <p id="asking">
      <strong>${fill(isFirst ? words.sure : words.sureAgain, { messages, parts })}</strong>
    </p>
    ${without && isFirst ? html`<p class="hint">${words.leftOut} ${without}</p>` : nothing}
    <p class="row">
      <button class=${isFirst ? 'button primary' : 'button'} type="button" @click=${onYes}>
        ${isFirst ? words.yes : words.yesAll}
      </button>
      <button class="button" type="button" @click=${onNo}>${words.notYet}</button>
    </p>
  </dialog>`;
}
