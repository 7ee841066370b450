import type { ImageUpload } from '../../../src/contract/index.js';
import { sha256 } from '../../store/secrets.js';
import type { StoredImage } from '../../store/staff/catalogue.js';
import { invalid } from '../problem.js';

/** A logo holds at most so many bytes (S-05); a photo is stored as small (S-02). */
const maxBytes = 25_000;

/** An upload as it is stored; throws `invalid` when it is no base64 or too large. */
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
