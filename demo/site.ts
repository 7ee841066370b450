import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { siteNameIn } from '../service/hosted/hosted-site.js';
import type { HostedSiteOptions } from '../service/hosted/hosted-site.js';
import { pageAnswer, policyOfConsole } from '../service/hosted/page.js';
import { createFolder } from '../service/node/folder.js';
import { startPage } from './start/start-page.js';

const demoFolder = import.meta.dirname;

/** The pages that the demo adds to the hosted site: at `domain` itself a start page, and a clinic's home page with its files. */
export function createDemoPages(domain: string): NonNullable<HostedSiteOptions['extraPages']> {
  const folders = new Map(
    ['homepage', 'start'].map((name) => [name, createFolder(join(demoFolder, name))]),
  );
  const exampleFiles = createFolder(join(demoFolder, 'examples', 'html'));
  return async (request, url) => {
    if (url.pathname === '/homepage') {
      return new Response(null, { status: 308, headers: { Location: '/homepage/' } });
    }
    if (siteNameIn(url.hostname, domain) === undefined) {
      // The generator on it is a part of the console.
      if (url.pathname === '/') return pageAnswer(startPage(url), { policy: policyOfConsole });
      if (url.pathname === '/homepage/') return homepageAnswer(url, domain);
      const [, example] = /^\/examples\/([\w-]+\.html)$/.exec(url.pathname) ?? [];
      if (example) return exampleAnswer(example, url, domain);
      if (url.pathname === '/examples/example.css') return exampleFiles(request, 'example.css');
    }
    const [, folder = '', name = ''] = /^\/([a-z]+)\/([^/]+)$/.exec(url.pathname) ?? [];
    return folders.get(folder)?.(request, name);
  };
}

/** The clinic's home page, with a link to the clinic's hosted page at the port that this page is served from. */
async function homepageAnswer({ port }: URL, domain: string): Promise<Response> {
  const page = await readFile(join(demoFolder, 'homepage', 'index.html'), 'utf8');
  const hosted = `//opusdentalklinikken.${domain}${port ? `:${port}` : ''}/`;
  return new Response(page.replace('{{hosted-page}}', hosted), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}

/** A page of `demo/examples/html`, with the addresses of this start in it. */
async function exampleAnswer(
  file: string,
  { protocol, port }: URL,
  domain: string,
): Promise<Response | undefined> {
  const path = join(demoFolder, 'examples', 'html', file);
  const page = await readFile(path, 'utf8').catch(() => undefined);
  if (page === undefined) return undefined;
  const service = `${protocol}//opusdentalklinikken.${domain}${port ? `:${port}` : ''}`;
  return new Response(page.replaceAll('{{service}}', service).replaceAll('{{page}}', service), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}
