/** A key that personal data is encrypted with; its name stands beside each value. */
export interface DataKey {
  /** 1 to 32 lower-case letters, digits and hyphens. */
  readonly name: string;
  /** 32 random bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The key of sample data: public, since everybody has it with the source. Demo mode alone knows it, so that a snapshot of
 * the sample accounts opens on every machine.
 */
export const publicDemoKey: DataKey = {
  name: 'public-demo',
  bytes: new TextEncoder().encode('opus booking: a key of the demo.'),
};

/** A key with a name, of bytes that nobody can guess. */
export function randomDataKey(name: string): DataKey {
  return { name, bytes: crypto.getRandomValues(new Uint8Array(32)) };
}

/**
 * Reads keys as `DATA_KEY` names them, `2026a:BASE64,2025:BASE64`; undefined for anything else, an empty list and a name
 * given twice included. Both alphabets of base64 are taken.
 */
export function parseDataKeys(text: string): DataKey[] | undefined {
  const keys: DataKey[] = [];
  for (const part of text.split(',')) {
    const [, name, base64] = /^([a-z0-9-]{1,32}):([A-Za-z0-9+/_-]{43})=?$/.exec(part.trim()) ?? [];
    if (name === undefined || base64 === undefined) return undefined;
    if (keys.some((key) => key.name === name)) return undefined;
    const characters = atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
    keys.push({ name, bytes: Uint8Array.from(characters, (character) => character.charCodeAt(0)) });
  }
  return keys;
}

/** Keys in the form that `parseDataKeys` reads. */
export function formatDataKeys(keys: readonly DataKey[]): string {
  return keys.map(({ name, bytes }) => `${name}:${btoa(String.fromCharCode(...bytes))}`).join(',');
}
