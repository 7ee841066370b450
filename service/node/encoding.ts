import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Ways to make an answer smaller, best first. */
const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** Below this many bytes compressing gains nothing; answers with tokens in them are smaller, too. */
const leastBytes = 1024;
const compressible = /^(text\/|image\/svg|application\/(json|problem\+json|javascript))/;

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

/** The same answer, compressed where the caller takes that and it is worth it. */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const { headers, status, body } = response;
  if (!body || headers.has('Content-Encoding')) return response;
  // Whoever made the answer has chosen the encoding already.
  if (headers.get('Vary')?.includes('Accept-Encoding')) return response;
  if (!compressible.test(headers.get('Content-Type') ?? '')) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const changed = new Headers(headers);
  changed.append('Vary', 'Accept-Encoding');
  const encoding = encodingFor(request.headers.get('Accept-Encoding'));
  if (!encoding || bytes.length < leastBytes) {
    return new Response(bytes, { status, headers: changed });
  }
  changed.set('Content-Encoding', encoding);
  changed.delete('Content-Length');
  // Other bytes for the same thing: only a weak tag may stand for both (RFC 9110, 8.8.1).
  const etag = headers.get('ETag');
  if (etag && !etag.startsWith('W/')) changed.set('ETag', `W/${etag}`);
  return new Response(await encode(bytes, encoding), { status, headers: changed });
}
