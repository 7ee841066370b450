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

/** A part of a picture, in its pixels. */
export interface PicturePart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The same picture, or a part of it, with at most so many bytes, as WebP (JPEG where the browser writes none): its longer side
 * shrinks, then its quality. Throws a `NoPictureError`.
 */
export async function shrinkPicture(
  file: Blob,
  { longest, maxBytes, part }: { longest: number; maxBytes: number; part?: PicturePart },
): Promise<ImageUpload & { bytes: number }> {
  const image = await load(file);
  const { x, y, width, height } = part ?? { x: 0, y: 0, ...naturalSize(image) };
  for (let side = longest; side >= 32; side = Math.floor(side * 0.8)) {
    const scale = Math.min(1, side / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas
      .getContext('2d')!
      .drawImage(image, x, y, width, height, 0, 0, canvas.width, canvas.height);
    for (const quality of [0.9, 0.8, 0.65]) {
      const blob = await toBlob(canvas, quality);
      if (blob.size <= maxBytes) return readPicture(blob);
    }
  }
  throw new NoPictureError('It does not get small enough.');
}

/** Width and height of a picture in pixels; throws a `NoPictureError`. */
export async function sizeOf(file: Blob): Promise<{ width: number; height: number }> {
  return naturalSize(await load(file));
}

// A drawing may have no size of its own.
const naturalSize = ({ naturalWidth, naturalHeight }: HTMLImageElement) => ({
  width: naturalWidth || 300,
  height: naturalHeight || 150,
});

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
