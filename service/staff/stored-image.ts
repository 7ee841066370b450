import type { ImageUpload } from '../../src/contract/index.js';
import { invalid } from '../context/problem.js';
import { readImage } from '../core/image/read-image.js';
import { sha256 } from '../store/secrets.js';
import type { StoredImage } from '../store/staff/catalogue.js';

/** Largest size of a logo (S-05) and of a photo (S-02), bytes. */
const maxBytes = 25_000;

/** An upload as it is stored; throws `invalid` when it is not base64, too large, or not the picture that it says. */
export async function toStoredImage(upload: ImageUpload, path: string): Promise<StoredImage> {
  const given = decode(upload.base64, path);
  if (given.length > maxBytes) throw invalid({ path, code: 'too-large' });
  const image = readImage(given, upload);
  if (typeof image === 'string') throw invalid({ path, code: image });
  const { bytes, width, height } = image;
  const version = (await imageHash(toBase64(bytes))).slice(0, 12);
  return { bytes, type: upload.type, width, height, version };
}

/** Names an image by its bytes, which stand in base64. */
export const imageHash = (base64: string): Promise<string> => sha256(base64);

/** Stored bytes as an upload has them. */
export function toBase64(bytes: Uint8Array): string {
  const parts = [];
  // As arguments of one call, there might be too many of them.
  for (let from = 0; from < bytes.length; from += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(from, from + 8192)));
  }
  return btoa(parts.join(''));
}

/** The bytes of an image that is kept in base64. */
export function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function decode(base64: string, path: string): Uint8Array {
  try {
    return fromBase64(base64);
  } catch {
    throw invalid({ path: `${path}.base64`, code: 'format' });
  }
}
