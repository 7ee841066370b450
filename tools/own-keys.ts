import type { Plugin } from 'vite';

const loop = /\bfor ?\((const|let|var) ([\w$]+) in ([\w$.]+)\)/g;

/** A module with its `for (… in …)` loops going over own keys alone. */
export function withOwnKeys(code: string): string {
  return code.replace(
    loop,
    (_, kind: string, key: string, object: string) =>
      `for (${kind} ${key} of Object.keys(${object} ?? {}))`,
  );
}

/**
 * Some pages still carry scripts that add enumerable members to `Object.prototype`. Loops of libraries (zod, ky, cally) and
 * of the bundler's own runtime would take those for keys of their own objects and throw.
 */
export const ownKeys = (): Plugin => ({
  name: 'own-keys',
  renderChunk: (code) => ({ code: withOwnKeys(code), map: null }),
});
