import { html, raw } from 'hono/html';
import type { DemoMessage } from '../messages/demo-inbox.js';

const style = `
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #1f2a2e; background: #f5f7f6; }
body { max-inline-size: 42rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.5rem; font-weight: 650; margin: 0; }
header p { color: #56666b; margin: .25rem 0 2rem; }
ol { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
li { background: #fff; border: 1px solid #dfe6e4; border-radius: 12px; padding: 1rem 1.25rem; }
dl { display: flex; flex-wrap: wrap; gap: .25rem .75rem; margin: 0 0 .5rem; font-size: .875rem; color: #56666b; align-items: baseline; }
dd { margin: 0; } dt { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; }
.channel { font-weight: 650; color: #0f5f57; background: #e2f1ee; border-radius: 999px; padding: .05rem .6rem; }
.to { color: #1f2a2e; font-weight: 550; overflow-wrap: anywhere; } .at { margin-inline-start: auto; }
p.text { margin: 0; white-space: pre-line; overflow-wrap: anywhere; } h2 { font-size: 1rem; margin: 0 0 .25rem; }
p.with { margin: .5rem 0 0; font-size: .875rem; color: #56666b; } a { color: #0f5f57; }
.empty { background: #fff; border: 1px dashed #c5d1ce; border-radius: 12px; padding: 2rem; text-align: center; color: #56666b; }
`;

/**
 * The inbox of demo mode: newest first, reloaded every five seconds without any script. `now` in epoch milliseconds.
 * Addresses of accounts' own pages, at `pageOf`, become links; all other text stays text.
 */
export function inboxPage(
  messages: readonly DemoMessage[],
  now: number,
  pageOf?: (name: string, accountId: string) => string,
): string {
  return String(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta http-equiv="refresh" content="5" />
          <title>Inbox · Opus Booking demo</title>
          <style>
            ${raw(style)}
          </style>
        </head>
        <body>
          <header>
            <h1>Inbox</h1>
            <p>
              What the demo sent to patients. Nothing leaves this machine. The page looks again
              every five seconds.
            </p>
          </header>
          <main>
            ${
              messages.length === 0
                ? html`<p class="empty">
                    No messages yet. Book a time, and the code appears here.
                  </p>`
                : html`<ol>
                    ${messages.map(
                      (message) =>
                        html`<li>
                          <dl>
                            <dt>Channel</dt>
                            <dd class="channel">${message.channel === 'sms' ? 'SMS' : 'E-mail'}</dd>
                            <dt>To</dt>
                            <dd class="to">${message.to}</dd>
                            ${
                              message.from
                                ? html`<dt>From</dt>
                                    <dd>${message.from}</dd>`
                                : ''
                            }
                            <dt>Account</dt>
                            <dd>${message.account}</dd>
                            <dt>Sent</dt>
                            <dd class="at">
                              <time datetime="${message.at}"
                                >${ago(Date.parse(message.at), now)}</time
                              >
                            </dd>
                          </dl>
                          ${message.subject ? html`<h2>${message.subject}</h2>` : ''}
                          <p class="text">
                            ${withLinks(message.text, pageOf?.('{name}', message.account))}
                          </p>
                          ${
                            message.calendar || message.html
                              ? html`<p class="with">
                                  ${message.html ? 'With an HTML part. ' : ''}
                                  ${message.calendar ? calendarLink(message.calendar) : ''}
                                </p>`
                              : ''
                          }
                        </li>`,
                    )}
                  </ol>`
            }
          </main>
        </body>
      </html>`,
  );
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
  return relative.format(Math.round(seconds / 3600), 'hour');
}
