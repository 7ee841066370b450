import type { HtmlEscapedString } from 'hono/utils/html';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/**
 * Everything from the own origin and nothing from elsewhere: no third party learns of a patient (N-02). The style of an
 * element, which templates set as an attribute, is the one thing that may stand inside a page.
 */
const base = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // No text becomes script or markup by itself (Trusted Types).
  "require-trusted-types-for 'script'",
  'report-uri /csp-report',
  'report-to csp',
];

/** The policy of a page without the widget. */
const policy = [...base, "trusted-types 'none'"].join('; ');

/**
 * The policy of an account's page: its inline scripts and styles have the nonce, and so have the style elements that Lit writes in
 * Safari before 16.4; `hasFrame`: a frame of the own origin may be in it; `framers`: the origins of pages that may hold it in a
 * frame (P-49), of which there are none where it is left out.
 */
export function policyOfAccountPage(
  nonce: string,
  { hasFrame, framers }: { hasFrame: boolean; framers?: readonly string[] | undefined },
): string {
  const around = framers && `frame-ancestors ${["'self'", ...framers].join(' ')}`;
  const own = [
    ...base.map((directive) => {
      if (around && directive.startsWith('frame-ancestors')) return around;
      // Firefox before 108 knows no `style-src-elem`.
      return directive === "style-src 'self'" ? `${directive} 'nonce-${nonce}'` : directive;
    }),
    // The policy of Lit's own templates, which hold no text of anybody else.
    'trusted-types lit-html',
    `script-src-elem 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
  ];
  return [...own, ...(hasFrame ? ["frame-src 'self'"] : [])].join('; ');
}

/**
 * The policy of the console's page, and of pages with a part of it: pictures that are chosen are looked at before they are stored, and so are e-mails, in a frame
 * that runs no script.
 */
export const policyOfConsole = [
  ...base.map((directive) => (directive.startsWith('img-src') ? `${directive} blob:` : directive)),
  'trusted-types lit-html',
  'frame-src blob:',
].join('; ');

export interface PageOptions {
  status?: number;
  /** Without the indentation of its source; not for a page that holds somebody else's text. */
  isTight?: boolean;
  /** Content-Security-Policy, unless it is closed to everything from elsewhere and to frames. */
  policy?: string;
}

/** A page of ours as an answer. */
export async function pageAnswer(page: Html, options: PageOptions = {}): Promise<Response> {
  const text = String(await page);
  return new Response(options.isTight ? text.replace(/\n\s*/g, '\n') : text, {
    status: options.status ?? 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': options.policy ?? policy,
      'Reporting-Endpoints': 'csp="/csp-report"',
      // Popups keep their opener: the window of an e-ID login speaks to it (P-33).
      'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
      'Referrer-Policy': 'no-referrer',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(self)',
    },
  });
}
