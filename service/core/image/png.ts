import type { Picture } from './parts.js';
import { joined, nameAt, viewOf } from './parts.js';

const signature = '\x89PNG\r\n\x1a\n';
/** What the picture is drawn with (PNG, third edition, 11); all other chunks say something about it, or nobody knows them. */
const drawn = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT'.split(' '),
);

export function isPng(bytes: Uint8Array): boolean {
  return nameAt(bytes, 0, 8) === signature;
}

/** Undefined for what is cut off or no PNG. */
export function readPng(bytes: Uint8Array): Picture | undefined {
  const view = viewOf(bytes);
  const kept = [bytes.subarray(0, 8)];
  let hasData = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    const name = nameAt(bytes, at + 4);
    if (end > bytes.length || (at === 8) !== (name === 'IHDR')) return undefined;
    if (drawn.has(name)) kept.push(bytes.subarray(at, end));
    hasData ||= name === 'IDAT';
    if (name === 'IEND') {
      if (!hasData) return undefined;
      return { width: view.getUint32(16), height: view.getUint32(20), clean: joined(kept) };
    }
    at = end;
  }
  return undefined;
}
