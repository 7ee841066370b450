import { html, raw } from 'hono/html';
import type { Account, Language } from '../../src/contract/index.js';
import { defaultAccent } from '../../src/domain/accent-palette.js';
import { clinicPhoneText, clinicPhoneUrl } from '../../src/domain/clinic-phone.js';
import { firstWeekAddress } from '../../src/domain/early-times.js';
import { timesViewOf } from '../../src/domain/requests.js';
import { isUuid } from '../context/ids.js';
import { firstLook } from './first-look.js';
import { firstTimesOf } from './first-step.js';
import { firstLookKeeper, hostedWatchdog } from './watchdog.js';
import { words } from './words.js';

/**
 * What a link to the page may choose beforehand (P-10); a message's link also says which appointment it is about, by an id
 * that shows nothing to whoever is not logged in (P-44).
 */
const links = [
  'group',
  'clinic',
  'treatment',
  'clinician',
  'time',
  'step',
  'idp',
  'view',
  'appointment',
  'do',
  'hide',
] as const;

interface HostedPageOptions {
  hasScript: boolean;
  nonce: string;
  styles: string;
  isFramed?: boolean;
}

/**
 * The hosted page of an account: the widget and nothing else, in the language that `?lang=` asks for if the account has it.
 * With a script of the account's the page brings that into a frame (P-41). `styles`: its own, painted at once. `isFramed`: made for a
 * frame of the clinic's own page (P-49), which it tells its height, and which no e-ID provider's page could take the place of.
 */
export function hostedPage(
  account: Account,
  query: URLSearchParams,
  { hasScript, nonce, styles, isFramed = false }: HostedPageOptions,
) {
  const lang = account.languages.find((language) => language === query.get('lang'));
  const language = lang ?? account.languages[0] ?? 'en';
  const { title } = words[language];
  const accent = account.theme.accent ?? defaultAccent;
  const alert = query.get('alert') ?? '';
  const given = links.map((name) => [name, query.get(name)] as const);
  const link = Object.fromEntries(given.filter(([, value]) => value));
  const prefix = `/v1/accounts/${account.id}`;
  const times = firstTimesOf(account, link);
  const asked = [prefix, ...(times ? [firstWeekAddress(prefix, times, timesViewOf(times))] : [])];
  const files = ['core', language, ...(times ? ['steps', `steps-${language}`] : [])];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title(account.name)}</title>
        <meta name="theme-color" content="${accent}" />
        <link rel="icon" href="${icon(accent)}" />
        <style nonce="${nonce}">
          ${raw(styles)}
        </style>
        ${asked.map((address) => html`<link rel="preload" as="fetch" crossorigin href="${address}" />`)}
        ${files.map((name) => html`<link rel="modulepreload" href="/cdn/opus-booking-${name}.js" />`)}
        ${isFramed ? html`<link rel="stylesheet" href="/hosted/frame.css" />` : ''}
        ${isUuid(alert) ? html`<link rel="stylesheet" href="/hosted/end-alert.css" />` : ''}
      </head>
      <body>
        <main>
          ${isUuid(alert) ? endOfAlert(account, alert, language) : ''}
          <h1 class="unseen">${title(account.name)}</h1>
          <opus-booking
            account="${account.id}"
            start-url="${isFramed ? '/embed.html' : '/'}"
            ${isFramed ? '' : html`eid-return="${query.get('eid-return') === 'done' ? 'done' : ''}"`}
            ${given.map(([name, value]) => (value ? html`${name}="${value}"` : ''))}
            >${withoutWidget(account, language)}
            <script nonce="${nonce}" slot="none">
              ${raw(hostedWatchdog)};
            </script>
            ${firstLook(account, link, language)}</opus-booking
          >
        </main>
        <script nonce="${nonce}">
          ${raw(firstLookKeeper)};
        </script>
        <script type="module" src="/hosted/history.js"></script>
        ${isFramed ? html`<script type="module" src="/hosted/frame-height.js"></script>` : ''}
        ${hasScript ? html`<script type="module" src="/hosted/statistics.js"></script>` : ''}
        <script type="module" src="/cdn/opus-booking.js"></script>
      </body>
    </html>`;
}

/** Asks whether an alert is to end, which its link leads to (P-48): mail scanners follow links, so that it ends by a button alone. */
function endOfAlert({ id }: Account, alert: string, language: Language) {
  const { heading, button, ended, failed } = words[language].endAlert;
  return html`<section
      class="end-alert"
      data-url="/v1/accounts/${id}/alerts/${alert}"
      data-ended="${ended}"
      data-failed="${failed}"
    >
      <h2>${heading}</h2>
      <button type="button">${button}</button>
      <p role="status"></p>
    </section>
    <script type="module" src="/hosted/end-alert.js"></script>`;
}

/** What is shown where the widget does not come: without script, in a browser that is too old, when a file fails. */
function withoutWidget({ clinics }: Account, language: Language) {
  const { withoutScript, unavailable, tryAgain } = words[language];
  return html`<div class="without">
    <noscript><p>${withoutScript(clinics[0]?.phone ?? '')}</p></noscript>
    <p>${unavailable} <a href="">${tryAgain}</a></p>
    ${clinics.map(
      ({ name, address1, address2, postalCode, city, phone }) =>
        html`<p>
          <b>${name}</b><br />
          ${[address1, address2, `${postalCode} ${city}`].filter(Boolean).join(', ')}<br />
          ${phone ? html`<a href="${clinicPhoneUrl(phone)}">${clinicPhoneText(phone)}</a>` : ''}
        </p>`,
    )}
  </div>`;
}

/** A tooth in a disc of the account's colour, as an address. */
function icon(colour: string): string {
  const drawing =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="4 4 48 48"><circle cx="28" cy="28" r="24" fill="${colour}"/>` +
    `<path fill="#fff" d="M19 19c-4 6-1 12 0 18 1 5 4 5 5 0 .6-3 1-6 4-6s3.4 3 4 6c1 5 4 5 5 0 1-6 4-12 0-18-3-4-7-1-9-1s-6-3-9 1Z"/></svg>`;
  // Only what an address may not hold is escaped: every patient downloads this.
  const escaped = encodeURIComponent(drawing).replace(/%(?:20|2F|3A|3D)/g, decodeURIComponent);
  return `data:image/svg+xml,${escaped}`;
}
