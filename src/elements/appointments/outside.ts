import { html, nothing, type TemplateResult } from 'lit';
import type { Account } from '../../contract/index.js';
import type { Localizer } from '../../locales/localizer.js';
import type { OwnServiceController } from '../../state/appointments/own-service.js';
import { ownTroubleOf } from './own-trouble.js';

/** The account cannot be read: why, and another try. */
export function renderOutside(words: Localizer, service: OwnServiceController): unknown {
  const { failure } = service;
  if (!failure) return nothing;
  const isUnknown = failure.kind === 'not-found';
  const { heading, text } = isUnknown
    ? { heading: words.term('accountNotFoundHeading'), text: words.term('accountNotFoundText') }
    : ownTroubleOf({ error: failure, during: 'list' }, words, false);
  return html`<opus-notice tone="error" .heading=${heading} .text=${text}
    >${renderRetry(words, () => service.retry())}</opus-notice
  >`;
}

/** What stands in place of everything while the account is closed (P-40); undefined while it is not. */
export function renderClosed(
  { status, texts, textLanguage, clinics }: Account,
  words: Localizer,
): TemplateResult | undefined {
  if (status !== 'maintenance' && status !== 'unpublished') return undefined;
  const own = texts[status];
  const isDown = status === 'maintenance';
  return html`<opus-notice
    .heading=${own ? '' : words.term(isDown ? 'maintenanceHeading' : 'unpublishedHeading')}
    .text=${own ?? words.term(isDown ? 'maintenanceText' : 'unpublishedText')}
    .textLang=${own ? textLanguage : undefined}
    .phone=${clinics[0]?.phone}
  ></opus-notice>`;
}

/** Part of the page could not be loaded. */
export function renderBroken(words: Localizer, retry: () => void): TemplateResult {
  return html`<opus-notice
    id="trouble"
    tone="error"
    .heading=${words.term(navigator.onLine ? 'unreachableHeading' : 'offlineHeading')}
    .text=${words.term('loadFailedText')}
    >${renderRetry(words, retry)}</opus-notice
  >`;
}

function renderRetry(words: Localizer, retry: () => void): TemplateResult {
  return html`<button class="button" part="button" type="button" @click=${retry}>
    ${words.term('tryAgain')}
  </button>`;
}
