import type { Account } from '../../src/contract/index.js';
import { firstLookChoices } from '../../src/domain/first-look.js';
import { isAccountId } from '../context/ids.js';
import { originProblem } from '../core/web-origin.js';
import { taggedAnswer } from '../http/routing/tagged.js';
import { addSecurityHeaders } from '../http/routing/security-headers.js';
import type { Reach } from '../http/routing/security-headers.js';
import { consolePage } from './console-page.js';
import { firstLooksOf } from './first-looks.js';
import { hostedPage } from './hosted-page.js';
import { nobodyPage } from './nobody-page.js';
import { pageAnswer, policyOfAccountPage, policyOfConsole } from './page.js';
import { scriptFrame, scriptPolicy } from './script-frame.js';

/** Answers a request; `environment` is what the host knows beside it. */
export type SiteFetch = (request: Request, environment?: unknown) => Promise<Response>;

/** Answers a request for a file of a folder by its name; undefined when there is no such file. */
export type ServeFile = (request: Request, name: string) => Promise<Response | undefined>;

export interface HostedSiteOptions extends Reach {
  /** The booking service. */
  service: (request: Request, environment: unknown) => Response | Promise<Response>;
  /** The script of an account's page (P-41); undefined or empty: none. */
  scriptOf?: ((account: string) => Promise<string | undefined>) | undefined;
  /** Origins of pages that may hold an account's `embed.html` in a frame (P-49); undefined: none. */
  framersOf?: ((account: string) => Promise<readonly string[] | undefined>) | undefined;
  /**
   * The account whose page a name before the domain leads to, and the name that this page has now (S-03); without it the name is
   * the account's id.
   */
  siteOf?: ((name: string) => Promise<{ account: string; name: string } | undefined>) | undefined;
  /** Every account has its page at `<name>.<domain>`. */
  domain: string;
  /** The folders `/cdn/`, `/console/` and `/hosted/`. */
  files: Readonly<Record<'cdn' | 'console' | 'hosted', ServeFile>>;
  /** Answers a GET or HEAD before the site looks for a page or file of its own; undefined: none of its addresses. */
  extraPages?: ((request: Request, url: URL) => Promise<Response | undefined>) | undefined;
}

/** What stands before the domain where the consoles are; no account has that name. */
export const consoleHost = 'console';

/** Lists stored before origins were checked may hold other words, which a policy must not. */
const isOrigin = (text: string): boolean => originProblem(text) === undefined;

const isService = /^\/(v1|demo)\/|^\/((openapi|marketplace)\.json|healthz|readyz|csp-report)$/;

/** Nothing of a patient, and no cookie: any page may read it. */
const forAnyOrigin = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** Tells one text from another. */
async function fingerprint(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest).subarray(0, 12)));
}

/** The booking service on every host name, the widget's and the pages' files, and a page for each account. */
export function createHostedSite(options: HostedSiteOptions): SiteFetch {
  const { service, scriptOf, framersOf, siteOf, domain, extraPages } = options;
  const folders = new Map(Object.entries(options.files));

  async function findAccount(id: string): Promise<Account | undefined> {
    const response = await service(new Request(`http://localhost/v1/accounts/${id}`), {});
    const answer: unknown = await response.json();
    return response.ok ? (answer as Account) : undefined;
  }

  /** What `/hosted/hosted.css` holds: an account's page has it inside, since a round trip for it would come before the first paint. */
  async function pageStyles(): Promise<string> {
    const name = 'hosted.css';
    const file = await options.files.hosted(new Request(`http://localhost/hosted/${name}`), name);
    return (await file?.text()) ?? '';
  }

  /** `GET /first-look/ACCOUNT`: for the embed script on any page, as the account itself is (P-49); 404 without such an account. */
  async function firstLookAnswer(id: string, { searchParams }: URL, tag: string | null) {
    const found = isAccountId(id) ? await findAccount(id) : undefined;
    if (!found) return new Response(null, { status: 404, headers: forAnyOrigin });
    const asked = firstLookChoices.map((name) => [name, searchParams.get(name)] as const);
    const looks = firstLooksOf(found, Object.fromEntries(asked.filter(([, value]) => value)));
    const json = JSON.stringify(looks);
    const answer = taggedAnswer(`"${await fingerprint(json)}"`, tag ?? undefined, json);
    for (const [name, value] of Object.entries(forAnyOrigin)) answer.headers.set(name, value);
    return answer;
  }

  async function accountPage(asked: string, url: URL): Promise<Response | undefined> {
    if (!isAccountId(asked)) return undefined;
    const site = siteOf ? await siteOf(asked) : { account: asked, name: asked };
    if (!site) return undefined;
    const { account, name } = site;
    if (name !== asked) return toPresentName(url, `${name}.${domain}`);
    const isFramed = url.pathname === '/embed.html';
    const found = isFramed || url.pathname === '/' ? await findAccount(account) : undefined;
    const script = found || url.pathname === '/script' ? await scriptOf?.(account) : undefined;
    if (found) {
      const nonce = crypto.randomUUID();
      const hasScript = Boolean(script);
      const framers = isFramed ? ((await framersOf?.(account)) ?? []).filter(isOrigin) : undefined;
      const styles = await pageStyles();
      const page = hostedPage(found, url.searchParams, { hasScript, nonce, styles, isFramed });
      const policy = policyOfAccountPage(nonce, { hasFrame: hasScript, framers });
      return pageAnswer(page, { isTight: true, policy });
    }
    return script ? pageAnswer(scriptFrame(script), { policy: scriptPolicy }) : undefined;
  }

  /** `https://console.DOMAIN/ACCOUNT`, for any account's name: whether there is one is nobody's business. */
  function consoleAnswer({ pathname }: URL): Promise<Response> | undefined {
    const account = pathname.slice(1);
    if (!isAccountId(account)) return undefined;
    return pageAnswer(consolePage(account), { policy: policyOfConsole });
  }

  function nobody(url: URL): Promise<Response> {
    const origin = `${url.protocol}//${domain}${url.port ? `:${url.port}` : ''}`;
    return pageAnswer(nobodyPage(extraPages && origin), { status: 404 });
  }

  async function respond(request: Request, environment: unknown): Promise<Response> {
    const url = new URL(request.url);
    if (isService.test(url.pathname)) return service(request, environment);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } });
    }
    if (url.pathname === '/favicon.ico') return new Response(null, { status: 204 });
    const [, looked] = /^\/first-look\/([^/]+)$/.exec(url.pathname) ?? [];
    if (looked) return firstLookAnswer(looked, url, request.headers.get('If-None-Match'));
    const extra = await extraPages?.(request, url);
    if (extra) return extra;
    const [, folder = '', name = ''] = /^\/([a-z]+)\/([^/]+)$/.exec(url.pathname) ?? [];
    const file = await folders.get(folder)?.(request, name);
    if (file) return file;
    const asked = siteNameIn(url.hostname, domain);
    if (asked === consoleHost) return (await consoleAnswer(url)) ?? nobody(url);
    const page = asked === undefined ? undefined : await accountPage(asked, url);
    return page ?? nobody(url);
  }

  return async (request, environment = {}) => {
    const response = await respond(request, environment);
    addSecurityHeaders(response, request, options);
    return response;
  };
}

/**
 * From a former name on to the present one (S-03). Not for good: the account may take the former name back, and browsers keep a
 * permanent redirect. Without a scheme, since a proxy in front may know another one.
 */
function toPresentName({ port, pathname, search }: URL, host: string): Response {
  const Location = `//${host}${port ? `:${port}` : ''}${pathname}${search}`;
  return new Response(null, { status: 302, headers: { Location, 'Cache-Control': 'no-store' } });
}

/** The name that a host name asks for: what stands before the domain; undefined for the domain itself and others. */
export function siteNameIn(hostname: string, domain: string): string | undefined {
  if (!hostname.endsWith(`.${domain}`)) return undefined;
  return hostname.slice(0, -domain.length - 1);
}
