import { html } from 'hono/html';

/** The page of an account's console: the element and nothing else. What it shows comes by calls of the person who is signed in. */
export function consolePage(account: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Opus Booking</title>
        <link rel="stylesheet" href="/hosted/hosted.css" />
        <link rel="stylesheet" href="/hosted/console.css" />
      </head>
      <body>
        <opus-console account="${account}"
          ><noscript>JavaScript is needed here.</noscript></opus-console
        >
        <script type="module" src="/console/opus-booking-console.js"></script>
      </body>
    </html>`;
}
