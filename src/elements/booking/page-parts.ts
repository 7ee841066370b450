import { html, nothing, type TemplateResult } from 'lit';
import type { Account, Language } from '../../contract/index.js';
import { isSkipped } from '../../domain/booking-flow.js';
import { emptyDraft } from '../../domain/empty-draft.js';
import { ownTexts, ownWelcome } from '../../domain/own-texts.js';
import type { Selection } from '../../domain/selection.js';
import { pagesOf } from '../../domain/step-order.js';
import { renderButton, renderLoginPage } from '../buttons.js';
import { isClosed, phoneOf, type BookingView } from './booking-view.js';

/** What replaces the steps while the account takes no bookings; undefined when the steps may be shown (P-40). */
export function renderClosed(view: BookingView): TemplateResult | undefined {
  const { account, controller, words } = view;
  const { status, settings, loginPage } = account;
  if (status === 'open' && settings.newBookingRequiresLogin && loginPage !== undefined) {
    return html`<opus-notice
      id="error"
      .text=${words.term('loginElsewhere')}
      .phone=${phoneOf(view)}
      >${loginPage ? renderLoginPage(words.term('logIn'), loginPage, 'button primary') : nothing}</opus-notice
    >`;
  }
  if (status === 'open' || !isClosed(account, controller)) return undefined;
  const { field, heading, text } = {
    maintenance: {
      field: 'maintenance' as const,
      heading: words.term('maintenanceHeading'),
      text: words.term('maintenanceText'),
    },
    unpublished: {
      field: 'unpublished' as const,
      heading: words.term('unpublishedHeading'),
      text: words.term('unpublishedText'),
    },
    'new-booking-off': {
      field: 'newBookingOff' as const,
      heading: words.term('newBookingOffHeading'),
      text: words.term('newBookingOffText'),
    },
  }[status];
  const { [field]: own, lang } = ownTexts(account, words.lang(), field);
  return html`<opus-notice
    id="error"
    .heading=${own ? '' : heading}
    .text=${own ?? text}
    .textLang=${own ? lang : undefined}
    .phone=${phoneOf(view)}
    >${controller.state.draft === emptyDraft ? nothing : html`<p class="kept">${words.term('typedKept')}</p>`}${renderButton(words.term('tryAgain'), () => controller.refresh())}</opus-notice
  >`;
}

/** The account's welcome, else a standard one, on the first step that is shown (P-06, P-07). */
export function renderWelcome({ account, controller, words }: BookingView): unknown {
  const { settings, name } = account;
  const { flow } = controller.state;
  if (!flow || flow.page !== firstShown(account, flow.selection, 0)) return nothing;
  const own = ownWelcome(account, words.lang());
  return html`<opus-notice
      class="welcome"
      .heading=${own ? (own.heading ?? '') : words.term('welcomeHeading', name)}
      .text=${own ? (own.text ?? '') : words.term('welcomeText')}
      .textLang=${own?.lang}
    ></opus-notice>
    ${settings.selfCreation ? nothing : html`<p class="remark">${words.term('accountOnlyOnFile')}</p>`}`;
}

/** "Your choices" (P-04), and the clinic's text on the treatment step (P-08). */
export function renderSidebar({ account, controller, words }: BookingView): unknown {
  const { flow } = controller.state;
  if (!flow) return nothing;
  const text = clinicText(account, flow.selection, flow.page, words.lang());
  const isBare = Object.keys(flow.selection).length === 0;
  return html`<div class="side ${isBare ? 'bare' : ''}" part="side">
    <opus-choices></opus-choices>
    ${
      text
        ? html`<opus-info-box
            .heading=${text.heading ?? ''}
            .text=${text.text ?? ''}
            .textLang=${text.lang}
          ></opus-info-box>`
        : nothing
    }
  </div>`;
}

/** The clinic's heading and text, else the account's; on the treatment step, or the next that is shown (P-06, P-08). */
function clinicText(account: Account, selection: Selection, page: number, language: Language) {
  const from = pagesOf(account.settings).findIndex(({ parts }) => parts.includes('treatment'));
  if (page !== firstShown(account, selection, from)) return undefined;
  const { clinic } = selection;
  const own = clinic?.kind === 'one' && account.clinics.find(({ id }) => id === clinic.id);
  if (own && (own.heading ?? own.text)) {
    return { heading: own.heading, text: own.text, lang: account.textLanguage };
  }
  const fields = ['clinicHeading', 'clinicText'] as const;
  const { clinicHeading: heading, clinicText: text, lang } = ownTexts(account, language, ...fields);
  return heading || text ? { heading, text, lang } : undefined;
}

/** The first page from `from` on that is not skipped. */
function firstShown(account: Account, selection: Selection, from: number): number {
  const pages = pagesOf(account.settings);
  return pages.findIndex((_, page) => page >= from && !isSkipped({ selection }, account, page));
}
