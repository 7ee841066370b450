import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../contract/index.js';
import { canLogIn } from '../../domain/can-log-in.js';
import { logoSize } from '../../domain/logo-size.js';
import { renderLink, renderLoginPage } from '../buttons.js';
import type { BookingView } from './booking-view.js';

const languageNames: Readonly<Record<Language, string>> = {
  nb: 'Norsk',
  sv: 'Svenska',
  fi: 'Suomi',
  da: 'Dansk',
  en: 'English',
};

/** Logo, choice of language, and the ways to log in and out (P-09, P-33). */
export function renderPageHeader(
  view: BookingView,
  choose: (language: Language) => void,
): TemplateResult {
  const {
    account: { theme, languages, name },
    words,
  } = view;
  const { logo } = theme;
  // The host page may set a language that the account does not list.
  const offered = languages.includes(words.lang()) ? languages : [...languages, words.lang()];
  // As attributes, which reserve the room before the image is loaded.
  const size = logo && logoSize(logo);
  return html`<div class="top">
    ${
      logo
        ? html`<img
            class="logo"
            part="logo"
            src=${logo.url}
            width=${size!.width}
            height=${size!.height}
            alt=${logo.alt ?? name}
          />`
        : nothing
    }${
      languages.length > 1
        ? html`<label class="language">
            <span class="visually-hidden">${words.term('language')}</span>
            <select
              @change=${({ target }: Event) =>
                choose((target as HTMLSelectElement).value as Language)}
            >
              ${offered.map(
                (language) =>
                  html`<option
                    value=${language}
                    lang=${language}
                    .selected=${language === words.lang()}
                  >
                    ${languageNames[language]}
                  </option>`,
              )}
            </select>
          </label>`
        : nothing
    }${view.login && !view.account.loginPage ? view.login.renderHeader(view) : renderLogIn(view)}
  </div>`;
}

/** The button to log in, where the account has a way to (P-33); its code is loaded when it is pressed. */
function renderLogIn({ account, words, showView }: BookingView): unknown {
  const { loginPage } = account;
  const text = words.term('logIn');
  if (!loginPage && !canLogIn(account)) return nothing;
  return html`<div class="who">
    ${loginPage ? renderLoginPage(text, loginPage) : renderLink(text, () => showView('login'))}
  </div>`;
}
