// A page that another project has built: served, and booked on as a patient does.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import { BookingPage } from '../test/e2e/booking-page.js';
import { bookAll } from '../test/e2e/page-around.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Serves the files of `folder` at a port of its own until `stop` is called. */
export async function serveFolder(folder: string): Promise<{ address: string; stop: () => void }> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = join(folder, pathname === '/' ? 'index.html' : pathname);
    if (!file.startsWith(folder) || !existsSync(file)) response.writeHead(404).end();
    else {
      response
        .writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
        .end(readFileSync(file));
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { address: `http://localhost:${port}/`, stop: () => server.close() };
}

/** Books a time on the page in `folder`, from the first step to the receipt, at the demo of a port; `number` is the patient's. */
export async function bookOn(
  browser: Browser,
  folder: string,
  { demoPort, number }: { demoPort: number; number: number },
): Promise<void> {
  const { address, stop } = await serveFolder(folder);
  const page = await browser.newPage({ locale: 'nb-NO' });
  page.setDefaultTimeout(20_000);
  try {
    await page.goto(address);
    await bookAll(new BookingPage(page, 'nb'), `http://localhost:${demoPort}`, number);
  } finally {
    await page.close();
    stop();
  }
}
