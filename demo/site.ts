import { join } from 'node:path';
import { accountOf } from '../service/hosted/hosted-site.js';
import type { HostedSiteOptions } from '../service/hosted/hosted-site.js';
import { pageAnswer } from '../service/hosted/page.js';
import { createFolder } from '../service/node/folder.js';
import { startPage } from './start/start-page.js';

const demoFolder = import.meta.dirname;

/** The pages that the demo adds to the hosted site: at `domain` itself a start page, and a clinic's home page with its files. */
export function createDemoPages(domain: string): NonNullable<HostedSiteOptions['extraPages']> {
  const homepage = createFolder(join(demoFolder, 'homepage'));
  const folders = new Map([
    ['homepage', homepage],
    ['start', createFolder(join(demoFolder, 'start'))],
  ]);
  return async (request, url) => {
    if (url.pathname === '/homepage') {
      return new Response(null, { status: 308, headers: { Location: '/homepage/' } });
    }
    if (accountOf(url.hostname, domain) === undefined) {
      if (url.pathname === '/') return pageAnswer(startPage(url));
      if (url.pathname === '/homepage/') return homepage(request, 'index.html');
    }
    const [, folder = '', name = ''] = /^\/([a-z]+)\/([^/]+)$/.exec(url.pathname) ?? [];
    return folders.get(folder)?.(request, name);
  };
}
