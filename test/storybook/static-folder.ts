import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** The plainest web server there is: files of one folder under one path, and nothing beside it. */
export interface StaticFolder {
  /** Address of the folder, with a slash at the end. */
  url: string;
  close: () => Promise<void>;
}

/** Serves `folder` under `path`, which begins and ends with a slash, on any free port. */
export async function serveFolder(folder: string, path: string): Promise<StaticFolder> {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(root, pathname.slice(path.length) || 'index.html');
    const isInside = pathname.startsWith(path) && file.startsWith(root);
    void (isInside ? readFile(file) : Promise.reject(new Error('outside'))).then(
      (bytes) => {
        const type = types[extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, { 'Content-Type': type }).end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<Server>((listening) => server.listen(0, '127.0.0.1', () => listening(server)));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
