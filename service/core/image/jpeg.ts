import type { Picture } from './parts.js';
import { joined, nameAt, viewOf } from './parts.js';

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** Undefined for what is cut off or no JPEG (ITU-T T.81, annex B). */
export function readJpeg(bytes: Uint8Array): Picture | undefined {
  const view = viewOf(bytes);
  const kept = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let orientation = 1;
  for (let at = 2; at + 2 <= bytes.length;) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === 0xff) {
      // A byte that fills up.
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      if (!size) return undefined;
      const turn = orientation === 1 ? [] : [orientationSegment(orientation)];
      const [start, ...rest] = kept;
      const clean = joined([start!, ...turn, ...rest, bytes.subarray(at, at + 2)]);
      return { ...size, isTurned: orientation > 4, clean };
    }
    if (at + 4 > bytes.length) return undefined;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) return undefined;
    const segment = bytes.subarray(at, end);
    if (isFrame(marker) && segment.length >= 9) {
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    if (marker === 0xe1) orientation = orientationOf(segment) ?? orientation;
    at = marker === 0xda ? endOfScan(bytes, end) : end;
    if (marker === 0xda) kept.push(segment, bytes.subarray(end, at));
    else if (isDrawn(marker, segment)) kept.push(segment);
  }
  return undefined;
}

/** A start of frame, which has the size: all of C0 to CF but the tables among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Whether the picture needs a segment: comments and what applications add go, but for the kind of colours. */
function isDrawn(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  // Without the small picture that may be in it.
  if (marker === 0xe0) return nameAt(segment, 4) === 'JFIF' && segment.length === 18;
  if (marker === 0xe2) return nameAt(segment, 4, 11) === 'ICC_PROFILE';
  return marker === 0xee && nameAt(segment, 4, 5) === 'Adobe';
}

/** Where the coded data after a start of scan ends: at the next marker that is no restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1]!;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 1;
  }
  return bytes.length;
}

/** How the picture is turned or mirrored, 1 to 8 (Exif 2.32, tag 274); undefined where a segment does not say. */
function orientationOf(segment: Uint8Array): number | undefined {
  const tiff = 10;
  if (nameAt(segment, 4) !== 'Exif' || segment.length < tiff + 8) return undefined;
  const view = viewOf(segment);
  const isLittle = nameAt(segment, tiff, 2) === 'II';
  const directory = tiff + view.getUint32(tiff + 4, isLittle);
  if (directory + 2 > segment.length) return undefined;
  const entries = view.getUint16(directory, isLittle);
  for (let index = 0, at = directory + 2; index < entries; index += 1, at += 12) {
    if (at + 12 > segment.length) return undefined;
    if (view.getUint16(at, isLittle) !== 274) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** A segment that says nothing but how the picture is turned. */
function orientationSegment(orientation: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  return new Uint8Array([0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff, 0, 0, 0, 0]);
}
