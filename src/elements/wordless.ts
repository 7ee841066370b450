import { css, html, type TemplateResult } from 'lit';
import type { Account, Language } from '../contract/index.js';
import { clinicPhoneText, clinicPhoneUrl } from '../domain/clinic-phone.js';
import { tryAgain } from '../locales/try-again.js';

export const wordlessStyles = css`
  .wordless {
    display: flex;
    flex-wrap: wrap;
    gap: 16px;
  }

  /* The page's watchdog hides it while it waits. */
  .wordless::slotted(*) {
    display: block !important;
  }
`;

/**
 * The words could not be loaded: what the page has put into the element, else the clinic's number, which needs no words,
 * and another try. They are asked for again without it, too; but some browsers keep a module that has failed until the page is
 * loaded anew, which offline would leave nothing, no login either.
 */
export function renderWordless(account: Account | undefined, language: Language): TemplateResult {
  const phone = account?.clinics[0]?.phone;
  return html`<slot class="wordless"
    >${phone && html`<a class="button primary" href=${clinicPhoneUrl(phone)}>${clinicPhoneText(phone)}</a>`}<button
      class="button"
      type="button"
      @click=${() => navigator.onLine && location.reload()}
    >
      ${tryAgain[language]}
    </button></slot
  >`;
}
