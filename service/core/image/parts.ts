/** What the bytes of a picture say that it is. */
export interface Picture {
  /** Pixels, as the header has them. */
  width: number;
  height: number;
  /** Whether it is shown turned by a quarter, so that width and height change places. */
  isTurned?: boolean;
  /** The same picture without what a camera or a program wrote into it: place, device, names, comments. */
  clean: Uint8Array;
}

/** Reads numbers and names from bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** So many bytes as letters. */
export function nameAt(bytes: Uint8Array, at: number, length = 4): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** Bytes one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
