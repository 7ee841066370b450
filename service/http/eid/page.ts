import { html, raw } from 'hono/html';
import type { Language } from '../../../src/contract/index.js';
import { eidWords } from './words.js';

const style = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; color: light-dark(#1f2a2e, #e8eeec); background: light-dark(#f5f7f6, #161d1f); }
body { min-block-size: 100vh; margin: 0; display: grid; place-items: center; }
main { box-sizing: border-box; inline-size: min(26rem, 100%); padding: 2rem 1.5rem; text-align: center; }
h1 { font-size: 1.375rem; font-weight: 650; margin: 0 0 .75rem; overflow-wrap: anywhere; }
p { margin: 0; overflow-wrap: anywhere; }
[aria-busy] main::after { content: ''; display: block; inline-size: 1.75rem; block-size: 1.75rem; margin: 1.5rem auto 0; border-radius: 50%; border: 3px solid currentcolor; border-block-start-color: transparent; opacity: .6; animation: turn 1s linear infinite; }
@keyframes turn { to { rotate: 1turn; } }
@media (prefers-reduced-motion: reduce) { [aria-busy] main::after { animation: none; } }
`;

/** A page in the window of an e-ID login. */
export interface EidPage {
  lang: Language;
  /** Name of the clinic or chain. */
  heading?: string;
  text: string;
  /** Shows a spinner. */
  isBusy?: boolean;
  script?: string;
  /** What the script reads: `data-…` of the body. */
  data?: Readonly<Record<string, string>>;
  status?: number;
  headers?: Readonly<Record<string, string>>;
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** An element with exactly this text: its hash stands in the policy. */
function element(tag: 'style' | 'script', text: string) {
  return raw(`<${tag}${tag === 'script' ? ' type="module"' : ''}>${text}</${tag}>`);
}

/**
 * The page as an answer that is never cached, runs only its own script, and cannot be framed. Without a
 * Cross-Origin-Opener-Policy, which would part the window from the page that opened it.
 */
export async function eidPage(page: EidPage): Promise<Response> {
  const { lang, heading, text, script, isBusy = false, status = 200 } = page;
  const words = eidWords[lang];
  const data = Object.entries(page.data ?? {}).map(
    ([name, value]) => html` data-${raw(name)}="${value}"`,
  );
  const body = html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}</title>
        <link rel="icon" href="data:," />
        ${element('style', style)}
      </head>
      <body ${isBusy ? raw('aria-busy="true"') : ''} ${data}>
        <main>
          <h1>${heading ?? words.title}</h1>
          <p role="status">${text}</p>
        </main>
        ${script ? element('script', script) : ''}
      </body>
    </html>`;
  const policy = [
    "default-src 'none'",
    `style-src ${await hashOf(style)}`,
    ...(script ? [`script-src ${await hashOf(script)}`, "connect-src 'self'"] : []),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    'report-uri /csp-report',
  ];
  return new Response(String(await body), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'no-referrer',
      ...page.headers,
    },
  });
}
