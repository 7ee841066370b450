import { html } from 'hono/html';

/** What an address without a page answers; `startPage` is the origin of a start page to go on to, where there is one. */
export function nobodyPage(startPage: string | undefined) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Nothing here · Opus Booking</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/hosted/hosted.css" />
        <link rel="stylesheet" href="/hosted/nobody.css" />
      </head>
      <body>
        <main class="nobody">
          <h1>There is no clinic at this address</h1>
          <p>
            Perhaps a letter went astray. Look at the address again, or ask the clinic for its link.
          </p>
          ${startPage ? html`<p><a href="${startPage}/">To the start page</a></p>` : ''}
        </main>
      </body>
    </html>`;
}
