import { join } from 'node:path';
import type { Account } from '../src/contract/index.js';
import { hostedPage } from '../service/hosted/hosted-page.js';
import { nobodyPage } from '../service/hosted/nobody-page.js';
import { scriptFrame, scriptPolicy } from '../service/hosted/script-frame.js';
import { startPage } from './start/start-page.js';
import { compressed } from '../service/node/encoding.js';
import { createFolder, withoutComments } from '../service/node/folder.js';
import { pageAnswer, policyWithFrame } from '../service/hosted/page.js';

/** Answers a request; `environment` is what the host knows beside it. */
export type SiteFetch = (request: Request, environment?: unknown) => Promise<Response>;

export interface SiteOptions {
  /** The booking service. */
  service: (request: Request, environment: unknown) => Response | Promise<Response>;
  /** The script of an account's page (P-41); undefined or empty: none. */
  scriptOf?: (account: string) => Promise<string | undefined>;
  /** Where the built CDN file lies. */
  cdnFolder: string;
  /** Every account has its page at `<account>.<domain>`. */
  domain: string;
  /** Whether the domain itself shows the start page and a clinic's home page of the demo. */
  hasStartPage?: boolean;
}

const demoFolder = import.meta.dirname;
const hostedFolder = join(demoFolder, '..', 'service', 'hosted');
const isService = /^\/(v1|demo)\/|^\/(openapi\.json|healthz|readyz)$/;

/** What `npm start` shows: the service on every host name, a page for each account, a clinic's home page, a start page. */
export function createSite({
  service,
  scriptOf,
  cdnFolder,
  domain,
  hasStartPage = true,
}: SiteOptions): SiteFetch {
  // The CDN file is made for pages of other origins.
  const cdn = createFolder(cdnFolder, {
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  });
  const homepage = createFolder(join(demoFolder, 'homepage'));
  const folders = new Map([
    ['cdn', cdn],
    ['homepage', homepage],
    ['hosted', createFolder(hostedFolder, { prepare: withoutComments })],
    ['start', createFolder(join(demoFolder, 'start'))],
  ]);

  async function findAccount(id: string): Promise<Account | undefined> {
    const response = await service(new Request(`http://localhost/v1/accounts/${id}`), {});
    const answer: unknown = await response.json();
    return response.ok ? (answer as Account) : undefined;
  }

  async function page(request: Request, url: URL): Promise<Response> {
    const account = accountOf(url.hostname, domain);
    const origin = `${url.protocol}//${domain}${url.port ? `:${url.port}` : ''}`;
    if (account !== undefined) {
      const found = url.pathname === '/' ? await findAccount(account) : undefined;
      const script = found || url.pathname === '/script' ? await scriptOf?.(account) : undefined;
      if (found) {
        const page = hostedPage(found, url.searchParams, Boolean(script));
        const policy = script ? { policy: policyWithFrame } : {};
        return pageAnswer(page, { isTight: true, ...policy });
      }
      if (script) return pageAnswer(scriptFrame(script), { policy: scriptPolicy });
      return pageAnswer(nobodyPage(origin), { status: 404 });
    }
    if (hasStartPage && url.pathname === '/') return pageAnswer(startPage(url));
    if (hasStartPage && url.pathname === '/homepage/') {
      const index = await homepage(request, 'index.html');
      if (index) return index;
    }
    return pageAnswer(nobodyPage(origin), { status: 404 });
  }

  async function answer(request: Request, environment: unknown): Promise<Response> {
    const url = new URL(request.url);
    if (isService.test(url.pathname))
      return compressed(request, await service(request, environment));
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } });
    }
    if (url.pathname === '/homepage') return Response.redirect(new URL('/homepage/', url), 308);
    if (url.pathname === '/favicon.ico') return new Response(null, { status: 204 });
    const [, folder = '', name = ''] = /^\/([a-z]+)\/([^/]+)$/.exec(url.pathname) ?? [];
    const file = await folders.get(folder)?.(request, name);
    return file ?? compressed(request, await page(request, url));
  }

  return async (request, environment = {}) => {
    const response = await answer(request, environment);
    if (request.method !== 'HEAD') return response;
    return new Response(null, { status: response.status, headers: response.headers });
  };
}

/** The account that a host name asks for: what stands before the domain; undefined for the domain itself and others. */
function accountOf(hostname: string, domain: string): string | undefined {
  if (!hostname.endsWith(`.${domain}`)) return undefined;
  return hostname.slice(0, -domain.length - 1);
}
