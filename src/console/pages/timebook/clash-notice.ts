import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Language } from '../../../contract/index.js';
import { dateTime } from '../../words/dates.js';
import { fill, inLanguage } from '../../words/in-language.js';
import { clashWords } from './clash-words.js';
import type { Clash } from './row-draft.js';

/** What is told of a clash. */
export interface ClashNotice {
  readonly language: Language;
  /** The row now, in words; undefined: it is gone. */
  readonly now: string | undefined;
  /** It was an appointment, which is cancelled and not deleted. */
  readonly isAppointment: boolean;
  readonly takeMine: () => void;
}

/** Says who has changed a row meanwhile and what it is now (C-03); where both have changed the same, one's own values can be taken. */
export function renderClash(
  clash: Clash<unknown>,
  { language, now, isAppointment, takeMine }: ClashNotice,
): TemplateResult {
  const words = inLanguage(clashWords, language);
  const deed =
    now !== undefined ? words.changedBy : isAppointment ? words.cancelledBy : words.removedBy;
  const name = clash.by === 'ITB' ? words.patient : clash.by;
  const what =
    name && clash.at
      ? fill(deed, { name, at: dateTime(clash.at, language) })
      : now === undefined
        ? words.removed
        : words.changed;
  return html`<div class="notice problem" role="alert">
    <p>
      ${what}${
        now === undefined ? nothing : html` ${fill(words.now, { what: now })} ${words.lookAgain}`
      }
    </p>
    ${
      clash.isDivided
        ? html`<button class="button small" type="button" @click=${takeMine}>
            ${words.takeMine}
          </button>`
        : nothing
    }
  </div>`;
}

/** Where the fields have come to show a change while nothing was typed; the region stands before it is filled, so that it is read out. */
export function renderFollowed(hasFollowed: boolean, language: Language): TemplateResult {
  const { followed } = inLanguage(clashWords, language);
  const notice = hasFollowed ? html`<p class="notice">${followed}</p>` : nothing;
  return html`<div role="status">${notice}</div>`;
}
