import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Ways to make an answer smaller, best first. */
const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** Below this many bytes compressing gains nothing; answers with tokens in them are smaller, too. */
const leastBytes = 1024;
// Not events, which have to leave as they come.
const compressible =
  /^(text\/(?!event-stream)|image\/svg|application\/(json|problem\+json|javascript))/;

/** The best encoding that an `Accept-Encoding` header lets in. */
export function encodingFor(accept: string | null): Encoding | undefined {
  const accepted = (accept ?? '')
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]!.trim());
  return encodings.find((encoding) => accepted.includes(encoding) || accepted.includes('*'));
}

/** Bytes in an encoding; `isOnce` for what is compressed once and served often, as small as can be. */
export async function encode(
  bytes: Uint8Array,
  encoding: Encoding,
  isOnce = false,
): Promise<Uint8Array<ArrayBuffer>> {
  const compressed =
    encoding === 'br'
      ? await promisify(brotliCompress)(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: isOnce ? 11 : 5,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        })
      : await promisify(gzip)(bytes, { level: isOnce ? 9 : 6 });
  return new Uint8Array(compressed);
}

/** Compressed bytes of answers that were given last, by address, tag and encoding. */
export class CompressedAnswers {
  readonly #known = new Map<string, Uint8Array<ArrayBuffer>>();
  #size = 0;

  constructor(private readonly maxSize = 32_000_000) {}

  get(key: string): Uint8Array<ArrayBuffer> | undefined {
    const bytes = this.#known.get(key);
    if (!bytes) return undefined;
    // Used last: forgotten last.
    this.#known.delete(key);
    this.#known.set(key, bytes);
    return bytes;
  }

  set(key: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.#size += bytes.byteLength - (this.#known.get(key)?.byteLength ?? 0);
    this.#known.set(key, bytes);
    for (const [oldest, { byteLength }] of this.#known) {
      if (this.#size <= this.maxSize) return;
      this.#known.delete(oldest);
      this.#size -= byteLength;
    }
  }
}

/** The same answer, compressed where the caller takes that and it is worth it; one with a strong tag only once. */
export async function compressed(
  request: Request,
  response: Response,
  answers: CompressedAnswers,
): Promise<Response> {
  const { headers, status } = response;
  if (headers.has('Content-Encoding')) return response;
  // Whoever made the answer has chosen the encoding already.
  if (headers.get('Vary')?.includes('Accept-Encoding')) return response;
  if (!compressible.test(headers.get('Content-Type') ?? '')) return response;
  const encoding = encodingFor(request.headers.get('Accept-Encoding'));
  if (!encoding) {
    headers.append('Vary', 'Accept-Encoding');
    return response;
  }
  if (!response.body) return response;
  const tag = headers.get('ETag');
  // A strong tag says that the bytes are the same (RFC 9110, 8.8.1).
  const key = tag?.startsWith('"') ? `${encoding} ${tag} ${request.url}` : undefined;
  const changed = new Headers(headers);
  changed.append('Vary', 'Accept-Encoding');
  const known = key === undefined ? undefined : answers.get(key);
  const bytes = known ?? new Uint8Array(await response.arrayBuffer());
  if (!known && bytes.length < leastBytes) {
    return new Response(bytes, { status, headers: changed });
  }
  changed.set('Content-Encoding', encoding);
  changed.delete('Content-Length');
  // Other bytes for the same thing: only a weak tag may stand for both.
  if (key) changed.set('ETag', `W/${tag}`);
  const smaller = known ?? (await encode(bytes, encoding));
  if (key) answers.set(key, smaller);
  return new Response(smaller, { status, headers: changed });
}
