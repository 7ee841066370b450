import { html } from 'hono/html';

export const x = html``;
/** The start page. */
export function startPage(url: URL) {
  return html`<!doctype html>
    <title>Opus Booking</title>
    <a href="/homepage/">home ${url.host}</a>`;
}
