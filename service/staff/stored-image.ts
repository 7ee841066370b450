import type { ImageUpload } from '../../src/contract/index.js';
import { invalid } from '../context/problem.js';
import { sha256 } from '../store/secrets.js';
import type { StoredImage } from '../store/staff/catalogue.js';

/** Largest size of a logo (S-05) and of a photo (S-02), bytes. */
const maxBytes = 25_000;

/** An upload as it is stored; throws `invalid` when it is not base64 or too large. */
export async function toStoredImage(upload: ImageUpload, path: string): Promise<StoredImage> {
  const bytes = decode(upload.base64, path);
  if (bytes.length > maxBytes) throw invalid({ path, code: 'too-large' });
  const version = (await sha256(upload.base64)).slice(0, 12);
  return { bytes, type: upload.type, width: upload.width, height: upload.height, version };
}

function decode(base64: string, path: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw invalid({ path: `${path}.base64`, code: 'format' });
  }
}
