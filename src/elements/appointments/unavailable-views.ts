import { html, nothing, type TemplateResult } from 'lit';
import type { Account } from '../../contract/index.js';
import { ownTexts } from '../../domain/own-texts.js';
import type { Localizer } from '../../locales/localizer.js';
import type { AppointmentsServiceController } from '../../state/appointments/appointments-service.js';
import { renderButton, renderLoginPage } from '../buttons.js';
import { appointmentErrorFor } from './appointment-error.js';

/** The account cannot be read: why, and another try. */
export function renderAccountError(
  words: Localizer,
  service: AppointmentsServiceController,
): unknown {
  const { failure: error } = service;
  if (!error) return nothing;
  const call = { error, during: 'account' };
  const { heading, text } = appointmentErrorFor(call, words);
  return html`<opus-notice tone="error" .heading=${heading} .text=${text}
    >${renderRetry(words, () => service.retry())}</opus-notice
  >`;
}

/** What replaces the page while the account is closed (P-40), or where nobody can log in; else undefined. */
export function renderClosed(account: Account, words: Localizer): TemplateResult | undefined {
  const { status, clinics, loginPage } = account;
  if (loginPage !== undefined) {
    return html`<opus-notice .text=${words.term('loginElsewhere')} .phone=${clinics[0]?.phone}
      >${loginPage ? renderLoginPage(words.term('logIn'), loginPage, 'button primary') : nothing}</opus-notice
    >`;
  }
  if (status !== 'maintenance' && status !== 'unpublished') return undefined;
  const { [status]: own, lang } = ownTexts(account, words.lang(), status);
  const isDown = status === 'maintenance';
  return html`<opus-notice
    .heading=${own ? '' : words.term(isDown ? 'maintenanceHeading' : 'unpublishedHeading')}
    .text=${own ?? words.term(isDown ? 'maintenanceText' : 'unpublishedText')}
    .textLang=${own ? lang : undefined}
    .phone=${clinics[0]?.phone}
  ></opus-notice>`;
}

/** Part of the page could not be loaded: another try. */
export function renderLoadError(words: Localizer, retry: () => void): TemplateResult {
  return html`<opus-notice
    id="error"
    tone="error"
    .heading=${words.term(navigator.onLine ? 'unreachableHeading' : 'offlineHeading')}
    .text=${words.term('loadFailedText')}
    >${renderRetry(words, retry)}</opus-notice
  >`;
}

function renderRetry(words: Localizer, retry: () => void): TemplateResult {
  return renderButton(words.term('tryAgain'), retry);
}
