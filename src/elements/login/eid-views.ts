import { html, nothing, type TemplateResult } from 'lit';
import type { Account } from '../../contract/index.js';
import type { Localizer } from '../../locales/localizer.js';
import type { LoginAttempt } from '../../state/session/login-attempt.js';

type Providers = Account['settings']['login']['eid'];

/** A button for each e-ID provider; the one with the id `first`, from a link, comes first (P-10). */
export function renderProviders(
  words: Localizer,
  providers: Providers,
  first: string,
  choose: (id: string) => void,
): TemplateResult {
  const sorted = [...providers].sort((a, b) => Number(b.id === first) - Number(a.id === first));
  return html`<div class="eids">
    ${sorted.map(
      ({ id, name }, index) =>
        html`<button
          class="button ${index === 0 ? 'primary' : ''}"
          part=${index === 0 ? 'button primary' : 'button'}
          type="button"
          @click=${() => choose(id)}
        >
          ${words.term('loginWith', name)}
        </button>`,
    )}
  </div>`;
}

/** While the patient is at the provider (P-33): where to go on, and a button to cancel. */
export function renderEidWaiting(
  words: Localizer,
  { link, isBlocked, isWindowGone }: Pick<LoginAttempt, 'link' | 'isBlocked' | 'isWindowGone'>,
  name: string,
  cancel: () => void,
): TemplateResult {
  return html`
    <h2 tabindex="-1" part="heading">${words.term('loginWith', name)}</h2>
    <p class="lead" role="status">
      ${
        link
          ? words.term('eidBlocked')
          : isWindowGone
            ? words.term('eidWindowGone')
            : isBlocked
              ? words.term('loggingIn')
              : words.term('eidWaiting', name)
      }
    </p>
    <div class="content">
      <div class="actions">
        ${
          link
            ? html`<a
                class="button primary"
                part="button primary"
                href=${link}
                target="_blank"
                rel="opener"
                >${words.term('eidOpen', name)}</a
              >`
            : nothing
        }
        <button class="button" part="button" type="button" @click=${cancel}>
          ${words.term(isWindowGone ? 'startAgain' : 'cancel')}
        </button>
      </div>
    </div>
  `;
}
