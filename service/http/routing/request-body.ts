import { ProblemError, invalid } from '../../context/problem.js';

/** Bodies of this many bytes and more are refused. */
export const bodyLimit = 1_000_000;

/** Requests of Firefox have no `body`, where the service runs inside a page; its answers have one. */
async function streamOf(request: Request): Promise<ReadableStream<Uint8Array> | null> {
  const { body } = request as Partial<Request>;
  return body === undefined ? new Response(await request.arrayBuffer()).body : body;
}

/** The body as text; throws a `ProblemError` when it has `limit` bytes or more, or is not UTF-8. */
export async function readText(request: Request, limit = bodyLimit): Promise<string> {
  const declared = Number(request.headers.get('Content-Length') ?? NaN);
  if (declared >= limit) throw new ProblemError('body-too-large');
  // The server reads no more of a body than its length says (RFC 9112, 6.2), so that it need not be watched as it comes.
  if (declared < limit) return decode(await request.arrayBuffer(), limit);
  const reader = (await streamOf(request))?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      length += value.byteLength;
      if (length >= limit) throw new ProblemError('body-too-large');
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    if (error instanceof ProblemError) throw error;
    throw invalid({ path: '', code: 'encoding' });
  }
}

function decode(body: ArrayBuffer, limit: number): string {
  if (body.byteLength >= limit) throw new ProblemError('body-too-large');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw invalid({ path: '', code: 'encoding' });
  }
}

/** The body as JSON; throws a `ProblemError` when it is not JSON, or holds characters that no text may hold. */
export async function readJson(request: Request, limit?: number): Promise<unknown> {
  const text = await readText(request, limit);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid({ path: '', code: 'json' });
  }
  const path = findUnstorable(value, []);
  if (path) throw invalid({ path: path.join('.'), code: 'characters' });
  return value;
}

/** Path of a text with NUL or half a surrogate pair, which PostgreSQL cannot store; undefined without one. */
function findUnstorable(value: unknown, path: string[]): string[] | undefined {
  if (path.length > 50) return path;
  if (typeof value === 'string') return /[\0\p{Surrogate}]/u.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    if (/[\0\p{Surrogate}]/u.test(key)) return path;
    const found = findUnstorable(item, [...path, key]);
    if (found) return found;
  }
  return undefined;
}
