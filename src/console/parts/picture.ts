import type { ImageUpload } from '../../contract/index.js';

/** A chosen file is no picture that a browser can show. */
export class NoPictureError extends Error {
  override readonly name = 'NoPictureError';
}

type ImageType = ImageUpload['type'];
const types: readonly ImageType[] = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/avif',
  'image/svg+xml',
];

/** A file as the API takes it, unchanged; throws a `NoPictureError`. */
export async function readPicture(file: Blob): Promise<ImageUpload & { bytes: number }> {
  const type = types.find((known) => known === file.type);
  if (!type) throw new NoPictureError(file.type);
  const { width, height } = await sizeOf(file);
  return { type, base64: await toBase64(file), width, height, bytes: file.size };
}

/**
 * The same picture with at most so many bytes, as WebP (JPEG where the browser writes none): its longer side shrinks, then its quality.
 * Throws a `NoPictureError`.
 */
export async function shrinkPicture(
  file: Blob,
  { longest, maxBytes }: { longest: number; maxBytes: number },
): Promise<ImageUpload & { bytes: number }> {
  const image = await load(file);
  for (let side = longest; side >= 32; side = Math.floor(side * 0.8)) {
    const scale = Math.min(1, side / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    for (const quality of [0.9, 0.8, 0.65]) {
      const blob = await toBlob(canvas, quality);
      if (blob.size <= maxBytes) return readPicture(blob);
    }
  }
  throw new NoPictureError('It does not get small enough.');
}

async function sizeOf(file: Blob): Promise<{ width: number; height: number }> {
  const { naturalWidth, naturalHeight } = await load(file);
  // A drawing without a size of its own.
  return { width: naturalWidth || 300, height: naturalHeight || 150 };
}

async function load(file: Blob): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return image;
  } catch (cause) {
    throw new NoPictureError('not readable', { cause });
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

async function toBlob(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  const write = (type: string) =>
    new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  const blob = await write('image/webp');
  if (blob?.type === 'image/webp') return blob;
  return (await write('image/jpeg'))!;
}

async function toBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
