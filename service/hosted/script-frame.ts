import { html, raw } from 'hono/html';

/**
 * What the frame of the account's script may do (P-41). `sandbox` makes its origin opaque even where somebody opens the
 * address by itself, so that it reaches no cookie, storage or document of the page; vendors of statistics load scripts
 * and report from anywhere.
 */
export const scriptPolicy = [
  'sandbox allow-scripts',
  "default-src 'none'",
  "script-src 'self' https: blob: 'unsafe-inline' 'unsafe-eval'",
  'connect-src https: wss:',
  'img-src https: data: blob:',
  "style-src https: 'unsafe-inline'",
  'font-src https: data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** The document of the frame: ours to receive the public events, then what the clinic saved, as it is. */
export function scriptFrame(script: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Statistics</title>
        <script src="/hosted/frame-events.js"></script>
      </head>
      <body>
        ${raw(script)}
      </body>
    </html>`;
}
