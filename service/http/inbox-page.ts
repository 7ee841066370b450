import { html, raw } from 'hono/html';
import type { DemoLine, DemoPhone } from '../messages/demo-inbox.js';
import { inboxStyles } from './inbox-styles.js';

/** A phone, or a mailbox, with an id for addresses that tells no number. */
type Phone = DemoPhone & { id: string };

/** What of the inbox is seen. */
export interface InboxView {
  /** Epoch milliseconds. */
  now: number;
  /** Whose messages are read; undefined: nobody has any. */
  open: Phone | undefined;
  /** Whether somebody has chosen it: a small screen shows it alone then. */
  isChosen: boolean;
  /** Somebody writes an answer, so the page does not look again by itself. */
  isWriting: boolean;
  /** Address of an account's own page. */
  pageOf: ((name: string, accountId: string) => string) | undefined;
}

/** What is answered with one press, as patients do, by the country of the number. */
const quickAnswers: readonly (readonly [country: string, yes: string, no: string])[] = [
  ['+47', 'JA', 'NEI'],
  ['+46', 'JA', 'NEJ'],
  ['+45', 'JA', 'NEJ'],
  ['+358', 'KYLLÄ', 'EI'],
];

function quickAnswersOf(to: string): readonly string[] {
  const [, ...words] = quickAnswers.find(([country]) => to.startsWith(country)) ?? [
    '',
    'YES',
    'NO',
  ];
  return [...words, 'STOP'];
}

/**
 * The inbox of demo mode: the phones and mailboxes that the service has written to, one of them open, which can answer by SMS. It looks
 * again every five seconds, without any script. Addresses of accounts' own pages, at `pageOf`, become links; all other text stays text.
 */
export function inboxPage(phones: readonly Phone[], view: InboxView): string {
  const { open, isChosen, isWriting } = view;
  return String(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          ${isWriting ? '' : html`<meta http-equiv="refresh" content="5" />`}
          <title>Inbox · Opus Booking demo</title>
          <style>
            ${raw(inboxStyles)}
          </style>
        </head>
        <body>
          <header>
            <h1>Inbox</h1>
            <p>
              The phones and mailboxes of the demo’s patients. Nothing leaves this machine. Answer
              an SMS, and the clinic gets it as from a real gateway. Phones whose number ends in 00
              are switched off.
            </p>
          </header>
          <main>
            ${
              open
                ? html`<div class="columns ${isChosen ? 'chosen' : ''}">
                    <nav aria-label="Phones and mailboxes">
                      <ul class="phones">
                        ${phones.map((phone) => phoneLink(phone, phone === open, view))}
                      </ul>
                    </nav>
                    ${thread(open, view)}
                  </div>`
                : html`<p class="empty">
                    No messages yet. Book a time, and the code appears here.
                  </p>`
            }
          </main>
        </body>
      </html>`,
  );
}

function phoneLink({ id, to, account, lines }: Phone, isOpen: boolean, { now }: InboxView) {
  const last = lines.at(-1)!;
  return html`<li>
    <a href="/demo/inbox?phone=${id}" ${isOpen ? raw('aria-current="true"') : ''}>
      <span class="to">${to}</span>
      <time class="quiet" datetime="${last.at}">${ago(Date.parse(last.at), now)}</time>
      <span class="quiet last">${last.kind === 'out' ? `Answered: ${last.text}` : last.text}</span>
      <span class="quiet last">${account}</span>
    </a>
  </li>`;
}

function thread(phone: Phone, view: InboxView) {
  const { to, account, channel, lines } = phone;
  return html`<section class="thread" aria-labelledby="to">
    <a class="back" href="/demo/inbox">All phones</a>
    <header>
      <h2 id="to">${to}</h2>
      <p class="quiet">${channel === 'sms' ? 'SMS' : 'E-mail'} · ${account}</p>
    </header>
    <ol class="lines">
      ${lines.map((line) => lineOf(line, view))}
    </ol>
    ${channel === 'sms' ? answering(phone, view) : ''}
  </section>`;
}

function lineOf(line: DemoLine, { now, pageOf }: InboxView) {
  const when = html`<time datetime="${line.at}">${ago(Date.parse(line.at), now)}</time>`;
  if (line.kind === 'out') {
    return html`<li class="line out">
      <div class="bubble"><p class="text">${line.text}</p></div>
      <p class="quiet">${when}</p>
    </li>`;
  }
  const { subject, text, from, delivery, account, calendar } = line;
  return html`<li class="line">
    <div class="bubble">
      ${subject ? html`<h3>${subject}</h3>` : ''}
      <p class="text">${withLinks(text, pageOf?.('{name}', account))}</p>
      ${
        calendar || line.html
          ? html`<p class="quiet with">
              ${line.html ? 'With an HTML part. ' : ''} ${calendar ? calendarLink(calendar) : ''}
            </p>`
          : ''
      }
    </div>
    <p class="quiet">
      ${from ? html`From ${from} · ` : ''}${when}${
        delivery === 'delivered'
          ? ' · Delivered'
          : delivery
            ? html` · <span class="wrong">Not delivered</span>`
            : ''
      }
    </p>
  </li>`;
}

/** A press for what patients answer most, and a field for everything else. */
function answering({ id, to }: Phone, { isWriting }: InboxView) {
  const field = html`<input type="hidden" name="phone" value="${id}" />`;
  if (isWriting) {
    return html`<form class="answer" method="post" action="/demo/inbox">
      ${field}
      <label for="text">Answer</label>
      <textarea id="text" name="text" rows="3" maxlength="1600" required autofocus></textarea>
      <div class="quick">
        <button class="main" type="submit">Send</button>
        <a href="/demo/inbox?phone=${id}">Cancel</a>
      </div>
    </form>`;
  }
  return html`<div class="answer quick">
    ${quickAnswersOf(to).map(
      (text) =>
        html`<form method="post" action="/demo/inbox">
          ${field}<button type="submit" name="text" value="${text}">${text}</button>
        </form>`,
    )}
    <a href="/demo/inbox?phone=${id}&amp;write=">Write an answer</a>
  </div>`;
}

/** A text whose addresses of hosted pages, at `root` with any name, are links. */
function withLinks(text: string, root: string | undefined) {
  if (!root) return [text];
  const [before, after = ''] = root.split('{name}');
  const isPage = (word: string) =>
    word.startsWith(before!) &&
    word
      .slice(before!.length)
      .replace(/^[a-z0-9-]+/, '')
      .startsWith(`${after}/`);
  return text
    .split(/(\s+)/)
    .map((word) => (isPage(word) ? html`<a href="${word}" target="_blank">${word}</a>` : word));
}

/** A link that downloads the calendar entry of an e-mail. */
function calendarLink(calendar: string) {
  const method = /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? '';
  const address = `data:text/calendar;charset=utf-8,${encodeURIComponent(calendar)}`;
  return html`<a href="${address}" download="appointment.ics">Calendar file (${method})</a>`;
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

function ago(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000);
  if (seconds > -60) return relative.format(Math.min(0, seconds), 'second');
  if (seconds > -3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (seconds > -2 * 86_400) return relative.format(Math.round(seconds / 3600), 'hour');
  return relative.format(Math.round(seconds / 86_400), 'day');
}
