import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { encode, encodingFor } from './encoding.js';
import type { Encoding } from './encoding.js';
import type { ServeFile } from '../hosted/hosted-site.js';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** Names that change with the content, such as `week-calendar-B1c2D3e4.js`. */
const hashed = /(?:^|\/)(?!opus-booking-)[^/]*-[\w-]{8}\.js(\.map)?$/;

interface StoredFile {
  bytes: Uint8Array<ArrayBuffer>;
  changedAt: number;
  etag: string;
  encoded: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>;
}

export interface FolderOptions {
  /** Headers of every answer. */
  headers?: Readonly<Record<string, string>>;
  /** What a browser gets of a script or style sheet. */
  prepare?: (text: string) => string;
}

/** A script or style sheet of ours without indentation and lines of comment, which are for readers of the source. */
export function withoutComments(text: string): string {
  return text
    .replace(/^\s*\/\*[\s\S]*?\*\/\s*$/gm, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^\s+/gm, '');
}

/** Serves the files of one folder from memory, read anew when they change, each compressed once. */
export function createFolder(folder: string, options: FolderOptions = {}): ServeFile {
  const { headers: more, prepare } = options;
  const files = new Map<string, StoredFile>();

  async function find(name: string): Promise<StoredFile | undefined> {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const known = files.get(name);
    if (known?.changedAt === found.mtimeMs) return known;
    const source = await readFile(path);
    const isOurs = prepare && /\.(js|css)$/.test(name);
    const bytes = new Uint8Array(isOurs ? Buffer.from(prepare(source.toString())) : source);
    const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
    const file = { bytes, changedAt: found.mtimeMs, etag, encoded: new Map() };
    files.set(name, file);
    return file;
  }

  return async (request, name) => {
    const type = types[extname(name)];
    // One plain name: nothing hidden, and no way out of the folder.
    if (!type || !/^\w[\w.-]*$/.test(name)) return undefined;
    const file = await find(name);
    if (!file) return undefined;
    const encoding = encodingFor(request.headers.get('Accept-Encoding'));
    const etag = `"${file.etag}${encoding ? `-${encoding}` : ''}"`;
    const headers = {
      'Content-Type': type,
      'Cache-Control': hashed.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: etag,
      Vary: 'Accept-Encoding',
      ...more,
    };
    const known = request.headers.get('If-None-Match')?.split(',') ?? [];
    if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
      return new Response(null, { status: 304, headers });
    }
    if (!encoding) return new Response(file.bytes, { headers });
    if (!file.encoded.has(encoding)) {
      file.encoded.set(encoding, encode(file.bytes, encoding, true));
    }
    const body = await file.encoded.get(encoding);
    return new Response(body ?? null, { headers: { ...headers, 'Content-Encoding': encoding } });
  };
}
