import { html, nothing, type TemplateResult } from 'lit';
import type { Account, Language } from '../../contract/index.js';
import { isSkipped } from '../../domain/booking-flow.js';
import { canLogIn } from '../../domain/can-log-in.js';
import { emptyDraft } from '../../domain/empty-draft.js';
import type { Selection } from '../../domain/selection.js';
import { pagesOf } from '../../domain/step-order.js';
import { isClosed, phoneOf, type BookingView } from './view.js';

const languageNames: Readonly<Record<Language, string>> = {
  nb: 'Norsk',
  sv: 'Svenska',
  fi: 'Suomi',
  da: 'Dansk',
  en: 'English',
};

/** Logo and choice of language; nothing moves when the logo arrives (P-09). */
export function renderTop(view: BookingView, choose: (language: Language) => void): TemplateResult {
  const {
    account: { theme, languages, name },
    words,
  } = view;
  const { logo } = theme;
  // The page around may ask for one more than the account lists.
  const spoken = languages.includes(words.lang()) ? languages : [...languages, words.lang()];
  // In numbers, not in CSS: so the room is there before the image is. Not rounded: the image keeps its own ratio.
  const scale = logo ? Math.min(1, 200 / logo.width, 56 / logo.height) : 1;
  return html`<div class="top">
    ${
      logo
        ? html`<img
            class="logo"
            part="logo"
            src=${logo.url}
            width=${logo.width * scale}
            height=${logo.height * scale}
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
              ${spoken.map(
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
    }${view.own ? view.own.renderHeader(view) : renderLogIn(view)}
  </div>`;
}

/** The way to log in, where there is one (P-33); all else of it comes when it is wanted. */
function renderLogIn({ account, words, seeOwn }: BookingView): unknown {
  return canLogIn(account)
    ? html`<div class="who">
        <button class="link" type="button" @click=${() => seeOwn('login')}>
          ${words.term('logIn')}
        </button>
      </div>`
    : nothing;
}

/** What stands in place of the steps, or undefined when they may be shown (P-40). */
export function renderState(view: BookingView): TemplateResult | undefined {
  const { account, controller, words } = view;
  const { status, texts, textLanguage } = account;
  if (status === 'open' || !isClosed(account, controller)) return undefined;
  const { own, heading, text } = {
    maintenance: {
      own: texts.maintenance,
      heading: words.term('maintenanceHeading'),
      text: words.term('maintenanceText'),
    },
    unpublished: {
      own: texts.unpublished,
      heading: words.term('unpublishedHeading'),
      text: words.term('unpublishedText'),
    },
    'new-booking-off': {
      own: texts.newBookingOff,
      heading: words.term('newBookingOffHeading'),
      text: words.term('newBookingOffText'),
    },
  }[status];
  return html`<opus-notice
    id="trouble"
    .heading=${own ? '' : heading}
    .text=${own ?? text}
    .textLang=${own ? textLanguage : undefined}
    .phone=${phoneOf(view)}
    >${controller.state.draft === emptyDraft ? nothing : html`<p class="kept">${words.term('typedKept')}</p>`}<button
      class="button"
      part="button"
      type="button"
      @click=${() => void controller.refresh()}
    >
      ${words.term('tryAgain')}
    </button></opus-notice
  >`;
}

/** The account's welcome on the first step that is shown, else a short one of ours (P-06, P-07). */
export function renderWelcome({ account, controller, words }: BookingView): unknown {
  const { settings, texts, textLanguage, name } = account;
  const { flow } = controller.state;
  if (!flow || flow.page !== firstShown(account, flow.selection, 0)) return nothing;
  const isOwn = Boolean(texts.welcomeHeading ?? texts.welcomeText);
  return html`<opus-notice
      .heading=${isOwn ? (texts.welcomeHeading ?? '') : words.term('welcomeHeading', name)}
      .text=${isOwn ? (texts.welcomeText ?? '') : words.term('welcomeText')}
      .textLang=${isOwn ? textLanguage : undefined}
    ></opus-notice>
    ${settings.selfCreation ? nothing : html`<p class="remark">${words.term('accountOnlyOnFile')}</p>`}`;
}

/** "Your choices" (P-04), and the clinic's text on the treatment step (P-08). */
export function renderSide({ account, controller }: BookingView): unknown {
  const { flow } = controller.state;
  if (!flow) return nothing;
  const text = clinicText(account, flow.selection, flow.page);
  const isBare = Object.keys(flow.selection).length === 0;
  return html`<div class="side ${isBare ? 'bare' : ''}" part="side">
    <opus-choices></opus-choices>
    ${
      text
        ? html`<opus-info-box
            .heading=${text.heading ?? ''}
            .text=${text.text ?? ''}
            .textLang=${account.textLanguage}
          ></opus-info-box>`
        : nothing
    }
  </div>`;
}

/** While the account, or the code of a step, is on its way: what will stand there, in its size. */
export function renderSkeleton(sizes: readonly ('line' | 'card' | 'big')[]): TemplateResult {
  return html`<div class="skeleton">
    ${sizes.map((size) => html`<i class="skeleton-line ${size}"></i>`)}
  </div>`;
}

/** The clinic's own heading and text, else the account's, on the first step shown from "treatment" on (P-06, P-08). */
function clinicText(account: Account, selection: Selection, page: number) {
  const from = pagesOf(account.settings).findIndex(({ parts }) => parts.includes('treatment'));
  if (page !== firstShown(account, selection, from)) return undefined;
  const { clinic } = selection;
  const own = clinic?.kind === 'one' && account.clinics.find(({ id }) => id === clinic.id);
  if (own && (own.heading ?? own.text)) return { heading: own.heading, text: own.text };
  const { clinicHeading: heading, clinicText: text } = account.texts;
  return heading || text ? { heading, text } : undefined;
}

function firstShown(account: Account, selection: Selection, from: number): number {
  const pages = pagesOf(account.settings);
  return pages.findIndex((_, page) => page >= from && !isSkipped({ selection }, account, page));
}
