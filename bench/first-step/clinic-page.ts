// A clinic's own page with the booking in it, as patients get it: by the code that the console writes, by the two lines of the docs,
// and as it was in an earlier build.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { htmlCode } from '../../src/domain/embed-code/html-code.js';
import { emptyEmbedSetup } from '../../src/domain/embed-code/embed-setup.js';
import { createFolder } from '../../service/node/folder.js';
import { earlierBuild } from '../earlier-build.js';

/** Ways to put the booking into the page; `before` is that of the earlier build's own docs. */
export const waysIn = ['before', 'two lines', 'console'] as const;
export type WayIn = (typeof waysIn)[number];

interface Sources {
  /** The service of today, which every way asks. */
  readonly service: string;
  /** Where the files of the earlier build are. */
  readonly before: string;
}

function bookingCode(way: WayIn, account: string, { service, before }: Sources): string {
  const element = `<opus-booking account="${account}" api="${service}"></opus-booking>`;
  switch (way) {
    case 'before':
      return `<script type="module" src="${before}/cdn/opus-booking.js"></script>\n${element}`;
    case 'two lines':
      return `${element}\n<script src="${service}/cdn/opus-booking-embed.js" defer></script>`;
    case 'console':
      return htmlCode({
        ...emptyEmbedSetup,
        ...{ account, service, page: service, phone: '66 77 60 40', label: 'Bestill time' },
      });
  }
}

const pageWith = (code: string) => `<!doctype html>
<html lang="nb">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Tannlege Eksempel</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <h1>Tannlege Eksempel</h1>
    <p>Velkommen til oss.</p>
    ${code}
  </body>
</html>`;

/** Serves the pages on `port` and the earlier build's files on the next; answers with the page's address and what stops both. */
export async function serveClinicPages(service: string, port: number) {
  const build = earlierBuild();
  const before = `http://localhost:${port + 1}`;
  const pages = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const way = waysIn.find((each) => each === searchParams.get('way')) ?? 'console';
    const code = bookingCode(way, searchParams.get('account') ?? '', { service, before });
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(pageWith(code));
  });
  const serve = createFolder(join(build.root, 'cdn'), {
    headers: { 'Access-Control-Allow-Origin': '*' },
  });
  const scripts = createServer((request, response) => {
    const asked = new Request(`${before}${request.url ?? '/'}`, {
      headers: { 'Accept-Encoding': request.headers['accept-encoding'] ?? '' },
    });
    void serve(asked, (request.url ?? '').replace(/.*\//, '')).then(async (answer) => {
      if (!answer) return response.writeHead(404).end();
      const body = Buffer.from(await answer.arrayBuffer());
      return response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(body);
    });
  });
  await Promise.all(
    [pages, scripts].map(
      (server, index) => new Promise<void>((done) => server.listen(port + index, done)),
    ),
  );
  return {
    address: (account: string, way: WayIn) =>
      `http://localhost:${port}/?account=${account}&way=${encodeURIComponent(way)}`,
    stop() {
      for (const server of [pages, scripts]) server.close().closeAllConnections();
      build.remove();
    },
  };
}
