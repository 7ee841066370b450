// Builds the pages that are measured, and serves them, compressed as a site would.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { minifyTemplates } from '../../tools/minify.js';

/** Calendars that others would take, with their versions. */
export const peers = {
  'event-calendar': ['@event-calendar/core@5.15.0'],
  fullcalendar: ['@fullcalendar/core@6.1.21', '@fullcalendar/timegrid@6.1.21'],
  'schedule-x': [
    '@schedule-x/calendar@4.9.1',
    '@schedule-x/calendar-controls@4.8.0',
    '@schedule-x/events-service@4.8.1',
    '@schedule-x/theme-default@4.8.1',
    '@preact/signals@2.11.4',
    'preact@10.29.8',
    'temporal-polyfill@0.3.2',
  ],
  toastui: ['@toast-ui/calendar@2.1.3'],
} as const;

export type PeerName = keyof typeof peers;
export const peerNames = Object.keys(peers) as PeerName[];

const here = resolve(import.meta.dirname, '../..');

/** A copy of the pages beside the peers, which are no dependencies of the project: they are installed for a run. */
function install(): string {
  const folder = mkdtempSync(join(tmpdir(), 'calendar-bench-'));
  const options = { cwd: folder, stdio: 'ignore' as const };
  execFileSync('npm', ['init', '-y'], options);
  const packages = Object.values(peers).flat();
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...packages], options);
  cpSync(import.meta.dirname, join(folder, 'bench/calendar'), { recursive: true });
  symlinkSync(join(here, 'src'), join(folder, 'src'));
  return join(folder, 'bench/calendar');
}

interface Output {
  readonly fileName: string;
  readonly code?: string;
  readonly source?: string | Uint8Array;
  readonly isEntry?: boolean;
  /** Loaded later, if at all. */
  readonly isDynamicEntry?: boolean;
}

/** Serves pages at `/PAGE/DRAWING`; pages are `local` and `loaded`. */
export class Pages {
  readonly #files = new Map<string, { body: Buffer; type: string }>();
  readonly #server = createServer((request, response) => {
    const file = this.#files.get(new URL(request.url!, 'http://localhost').pathname);
    response.writeHead(file ? 200 : 404, {
      'content-type': `${file?.type ?? 'text/plain'};charset=utf-8`,
      ...(file && { 'content-encoding': 'br' }),
    });
    response.end(file?.body);
  });
  /** What a page's own files take over the wire at once, by `PAGE-DRAWING`. */
  readonly kilobytes = new Map<string, number>();
  #folder: string | undefined;

  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async listen(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
  }

  close(): void {
    this.#server.close();
  }

  /** Puts a page of any HTML at a path. */
  add(path: string, html: string): void {
    this.#files.set(path, { body: brotliCompressSync(html), type: 'text/html' });
  }

  async build(page: 'local' | 'loaded', drawing: 'plain' | 'element' | PeerName): Promise<void> {
    const isPeer = (peerNames as readonly string[]).includes(drawing);
    const folder = isPeer ? (this.#folder ??= install()) : import.meta.dirname;
    const name = `${page}-${drawing}`;
    const answer = await build({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      publicDir: false,
      plugins: [minifyTemplates()],
      define: { 'process.env.NODE_ENV': '"production"' },
      resolve: {
        alias: {
          drawing: join(folder, isPeer ? `peers/${drawing}.mjs` : `${drawing}.ts`),
        },
      },
      build: {
        write: false,
        target: 'es2022',
        lib: {
          formats: ['es'],
          entry: join(folder, `${page}.ts`),
          fileName: name,
          cssFileName: name,
        },
        rolldownOptions: { output: { minify: true } },
      },
    });
    const [{ output }] = answer as unknown as [{ output: readonly Output[] }];
    const tags = output.map((file) => this.#addFile(file));
    this.add(
      `/${page}/${drawing}`,
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>${tags.join('')}<body style="margin:0">`,
    );
    const bytes = output
      .filter(({ isDynamicEntry }) => !isDynamicEntry)
      .map(({ fileName }) => this.#files.get(`/${fileName}`)!.body.length);
    this.kilobytes.set(name, bytes.reduce((sum, one) => sum + one, 0) / 1000);
  }

  /** Keeps a file, and answers what a page needs to load it. */
  #addFile({ fileName, code, source, isEntry }: Output): string {
    const isScript = code !== undefined;
    this.#files.set(`/${fileName}`, {
      body: brotliCompressSync(code ?? source!),
      type: isScript ? 'text/javascript' : 'text/css',
    });
    if (!isScript) return `<link rel="stylesheet" href="/${fileName}">`;
    return isEntry ? `<script type="module" src="/${fileName}"></script>` : '';
  }
}
