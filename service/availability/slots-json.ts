import { formatInstant } from '../../src/domain/clock-time.js';
import type { FreeSlot } from '../core/model.js';
import { toSlot } from './slot.js';

const encoder = /* @__PURE__ */ new TextEncoder();
const comma = encoder.encode(',');
const known = new WeakMap<readonly FreeSlot[], Uint8Array<ArrayBuffer>>();

/** `{"slots":[…],…}` in UTF-8, with the members of `extras` after the slots. The slots of an array are written once. */
export function slotsToJson(
  parts: readonly (readonly FreeSlot[])[],
  extras: object,
  timeZone: string,
): Uint8Array<ArrayBuffer> {
  const pieces = [encoder.encode('{"slots":[')];
  for (const [index, part] of parts.entries()) {
    if (index > 0) pieces.push(comma);
    pieces.push(partToJson(part, timeZone));
  }
  pieces.push(encoder.encode(`],${JSON.stringify(extras).slice(1)}`));
  return join(pieces);
}

/** A value as JSON in UTF-8. */
export function toJson(value: unknown): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify(value));
}

function partToJson(part: readonly FreeSlot[], timeZone: string): Uint8Array<ArrayBuffer> {
  const before = known.get(part);
  if (before) return before;
  // Many slots begin together.
  let start: number | undefined;
  let written = '';
  const texts = part.map((slot) => {
    if (slot.start !== start) {
      start = slot.start;
      written = formatInstant(start, timeZone);
    }
    return JSON.stringify(toSlot(slot, timeZone, written));
  });
  const bytes = encoder.encode(texts.join());
  known.set(part, bytes);
  return bytes;
}

function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
