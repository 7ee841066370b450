import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
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

/**
 * Asks whether many are to get it; the second time in other words, without a button that stands out, and so that neither a double click nor
 * a key that is held answers what nobody has read.
 */
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
  const yes = ({ detail: clicks }: MouseEvent) => {
    if (clicks < 2) onYes();
  };
  const question = html`<dialog aria-labelledby="asking" @cancel=${onNo}>
    <p id="asking">
      <strong>${fill(isFirst ? words.sure : words.sureAgain, { messages, parts })}</strong>
    </p>
    ${without && isFirst ? html`<p class="hint">${words.leftOut} ${without}</p>` : nothing}
    <p class="row">
      <button class=${isFirst ? 'button primary' : 'button'} type="button" @click=${yes}>
        ${isFirst ? words.yes : words.yesAll}
      </button>
      <button class="button" type="button" ?autofocus=${!isFirst} @click=${onNo}>
        ${words.notYet}
      </button>
    </p>
  </dialog>`;
  // Another dialog, which takes the focus anew.
  return html`${keyed(isFirst, question)}`;
}
