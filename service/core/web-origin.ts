import type { FieldProblem } from '../../src/contract/problem.js';

/** Hosts of the machine itself, which browsers treat as if they were reached by HTTPS (Secure Contexts, 3.1). */
const ownMachine = /^(localhost|[\w.-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * What keeps a text from being the origin of a page that may call with a session, or undefined: `origin` where no browser
 * sends just this in `Origin` (a path, a slash at the end, a default port, `*`, `null`), `https` where others could read along.
 */
export function originProblem(text: string): 'origin' | 'https' | undefined {
  // `*` is a letter of a host name as well as any other to the URL standard.
  if (!URL.canParse(text) || /[*\s]/.test(text)) return 'origin';
  const { origin, protocol, hostname } = new URL(text);
  if (origin !== text || !/^https?:$/.test(protocol)) return 'origin';
  return protocol === 'https:' || ownMachine.test(hostname) ? undefined : 'https';
}

/** What is wrong with a list of origins, each by its place. */
export function checkOrigins(origins: readonly string[]): FieldProblem[] {
  return origins.flatMap((text, index) => {
    const code = originProblem(text);
    return code ? [{ path: `allowedOrigins.${index}`, code }] : [];
  });
}

/**
 * Whether a list holds the origin of a page. `null` is that of every sandboxed frame and local file and counts for nothing,
 * also in lists that were stored before it was refused.
 */
export function isOriginListed(origins: readonly string[], origin: string): boolean {
  return origin !== 'null' && origins.includes(origin);
}
