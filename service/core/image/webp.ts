import type { Picture } from './parts.js';
import { joined, nameAt, viewOf } from './parts.js';

/** What the picture is drawn with (RFC 9649, 2.7). */
const drawn = new Set(['VP8X', 'ICCP', 'ANIM', 'ANMF', 'ALPH', 'VP8 ', 'VP8L']);

export function isWebp(bytes: Uint8Array): boolean {
  return nameAt(bytes, 0) === 'RIFF' && nameAt(bytes, 8) === 'WEBP';
}

/** Undefined for what is cut off or no WebP. */
export function readWebp(bytes: Uint8Array): Picture | undefined {
  const view = viewOf(bytes);
  const whole = bytes.length < 12 ? 0 : 8 + view.getUint32(4, true);
  if (whole > bytes.length) return undefined;
  const kept: Uint8Array[] = [];
  let size: { width: number; height: number } | undefined;
  let hasPicture = false;
  for (let at = 12; at + 8 <= whole;) {
    const name = nameAt(bytes, at);
    const length = view.getUint32(at + 4, true);
    // A chunk of odd length has one byte more.
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > whole) return undefined;
    const chunk = bytes.slice(at, end);
    if (name === 'VP8X') {
      // Says no more that there are Exif and XMP.
      chunk[8] = chunk[8]! & ~0x0c;
    }
    size ??= sizeIn(name, chunk);
    if (drawn.has(name)) kept.push(chunk);
    hasPicture ||= ['VP8 ', 'VP8L', 'ANMF'].includes(name);
    at = end;
  }
  if (!size || !hasPicture) return undefined;
  const clean = joined([bytes.slice(0, 12), ...kept]);
  viewOf(clean).setUint32(4, clean.length - 8, true);
  return { ...size, clean };
}

function sizeIn(name: string, chunk: Uint8Array): { width: number; height: number } | undefined {
  const view = viewOf(chunk);
  if (name === 'VP8X' && chunk.length >= 18) {
    const side = (at: number) => (view.getUint32(at, true) & 0xff_ff_ff) + 1;
    return { width: side(12), height: (view.getUint32(14, true) >>> 8) + 1 };
  }
  if (name === 'VP8 ' && chunk.length >= 18) {
    const side = (at: number) => view.getUint16(at, true) & 0x3f_ff;
    return { width: side(14), height: side(16) };
  }
  if (name === 'VP8L' && chunk.length >= 13 && chunk[8] === 0x2f) {
    const bits = view.getUint32(9, true);
    return { width: (bits & 0x3f_ff) + 1, height: ((bits >>> 14) & 0x3f_ff) + 1 };
  }
  return undefined;
}
