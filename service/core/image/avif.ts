import type { Picture } from './parts.js';
import { nameAt, viewOf } from './parts.js';

export function isAvif(bytes: Uint8Array): boolean {
  return (
    nameAt(bytes, 4) === 'ftyp' &&
    /avi[fs]/.test(nameAt(bytes, 8, Math.min(64, lengthOf(bytes) - 8)))
  );
}

const lengthOf = (bytes: Uint8Array) => (bytes.length < 4 ? 0 : viewOf(bytes).getUint32(0));

/**
 * Undefined for what is cut off or no AVIF, and for one with Exif or XMP: where its parts lie is written in it by number, so that
 * nothing can be taken out (ISO/IEC 23008-12).
 */
export function readAvif(bytes: Uint8Array): Picture | undefined {
  const view = viewOf(bytes);
  let meta: Uint8Array | undefined;
  let hasData = false;
  let at = 0;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at);
    if (length < 8 || at + length > bytes.length) return undefined;
    const name = nameAt(bytes, at + 4);
    if (name === 'meta') meta = bytes.subarray(at, at + length);
    hasData ||= name === 'mdat';
    at += length;
  }
  if (at !== bytes.length || !meta || !hasData) return undefined;
  const properties = find(meta, 'ispe');
  if (properties === undefined || find(meta, 'Exif') !== undefined) return undefined;
  if (find(meta, 'mime') !== undefined || properties + 16 > meta.length) return undefined;
  const sizes = viewOf(meta);
  return {
    width: sizes.getUint32(properties + 8),
    height: sizes.getUint32(properties + 12),
    isTurned: (meta[(find(meta, 'irot') ?? -Infinity) + 4] ?? 0) % 2 === 1,
    clean: bytes,
  };
}

/** Where a name of four letters stands in a box. */
function find(box: Uint8Array, name: string): number | undefined {
  for (let at = 8; at + 4 <= box.length; at += 1) {
    if (nameAt(box, at) === name) return at;
  }
  return undefined;
}
