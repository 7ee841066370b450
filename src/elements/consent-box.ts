import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../locales/localizer.js';
import { alertIcon } from '../theme/icons.js';
import { linkedText } from './linked-text.js';

/** The text of the consent, in the account's words if it has any (P-28). */
export interface ConsentWords {
  readonly text: string | undefined;
  /** A page with the whole text. */
  readonly url: string | undefined;
  /** BCP 47 language of `text`. */
  readonly lang: string | undefined;
}

/** Keeps focus in the field: its error, shown on leaving, could move the pressed button away before it is released. */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

/** The consent box (P-28), named `consent`, with its error in words. Goes with `consentStyles`. */
export function renderConsent(
  words: Localizer,
  { text, url, lang }: ConsentWords,
  isGiven: boolean,
  error: string,
): TemplateResult {
  return html`<div class="consent" @mousedown=${keepFocus}>
    <input
      class="box"
      id="consent"
      name="consent"
      type="checkbox"
      .checked=${isGiven}
      aria-required="true"
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby="consent-error"
    />
    <label for="consent" part="label">
      <span class="own" lang=${(text && lang) || words.lang()}
        >${linkedText(text || words.term('consent'))}</span
      >&nbsp;<span class="mark" aria-hidden="true">*</span>
    </label>
    ${
      url
        ? html`<a href=${url} target="_blank" rel="noopener noreferrer"
            >${words.term('consentLink')}</a
          >`
        : nothing
    }
    <div class="error" part="error" id="consent-error" ?hidden=${!error}>
      ${error ? html`${alertIcon}<span>${error}</span>` : nothing}
    </div>
  </div>`;
}
