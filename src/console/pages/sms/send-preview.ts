import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Language, SmsPreview } from '../../../contract/index.js';
import { fill } from '../../words/in-language.js';
import { leftText } from './left-text.js';
import { shortTime } from './message-row.js';
import type { leftWords } from './left-words.js';
import type { sendWords } from './send-words.js';

/** How much it is, and who is left out: `14 messages, 28 parts`. */
export function costText(
  { messages, parts }: Pick<SmsPreview, 'messages' | 'parts'>,
  words: Record<keyof typeof sendWords, string>,
): string {
  if (messages === 0) return words.costNone;
  if (messages === 1 && parts === 1) return words.costOnePart;
  return fill(messages === 1 ? words.costOne : words.cost, { messages, parts });
}

/** What would be sent: how many messages and parts, when, who gets none, and the first three as they arrive. */
export function renderPreview(
  preview: SmsPreview,
  {
    words,
    left,
    language,
  }: {
    words: Record<keyof typeof sendWords, string>;
    left: Record<keyof typeof leftWords, string>;
    language: Language;
  },
): TemplateResult {
  const { items, messages } = preview;
  const without = leftText(preview.left, left, language);
  const [first] = items;
  return html`
    <p class="cost" role="status"><strong>${costText(preview, words)}</strong></p>
    ${
      first
        ? html`<p class="hint">
            ${fill(words.times, { sends: shortTime(first.sendsAt), expires: shortTime(first.expiresAt) })}
          </p>`
        : nothing
    }
    ${without ? html`<p class="hint">${words.leftOut} ${without}</p>` : nothing}
    ${messages > 3 ? html`<p class="hint">${words.firstThree}</p>` : nothing}
    <ul class="phones">
      ${items.map(
        ({ to, firstName, lastName, text }) =>
          html`<li>
            <span class="hint">${[firstName, lastName].filter(Boolean).join(' ')} ${to}</span>
            <span class="bubble">${text}</span>
          </li>`,
      )}
    </ul>
  `;
}

export const previewStyles = css`
  .cost {
    margin-block: 0 4px;
  }

  .phones {
    display: grid;
    gap: 16px;
    margin: 16px 0 0;
    padding: 0;
    list-style: none;
  }

  .phones .hint {
    display: block;
    margin-block-end: 4px;
  }

  .bubble {
    display: block;
    inline-size: fit-content;
    padding: 10px 14px;
    border-radius: 16px 16px 16px 4px;
    background: var(--_accent-soft);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
`;
