/**
 * An answer as JSON that caches may keep, if they ask each time whether it is still the one unless `caching` says more; 304
 * without a body where it is.
 */
export function taggedAnswer(
  tag: string,
  ifNoneMatch: string | undefined,
  body: BodyInit,
  caching = 'no-cache',
): Response {
  const headers = { ETag: tag, 'Cache-Control': caching };
  // An answer that was compressed on the way has a weak tag (RFC 9110, 13.1.2).
  const known = (ifNoneMatch ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(tag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json' } });
}
