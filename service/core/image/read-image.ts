import type { ImageUpload } from '../../../src/contract/index.js';
import { isAvif, readAvif } from './avif.js';
import { isJpeg, readJpeg } from './jpeg.js';
import type { Picture } from './parts.js';
import { isPng, readPng } from './png.js';
import { readSvg } from './svg.js';
import { isWebp, readWebp } from './webp.js';

type ImageType = ImageUpload['type'];

/** Longest side, pixels: few bytes may be a picture that takes a phone all its memory. */
const longestSide = 4096;

/** Kinds of pictures by what their bytes begin with. */
const formats: readonly {
  type: ImageType;
  is: (bytes: Uint8Array) => boolean;
  read: (bytes: Uint8Array) => Picture | undefined;
}[] = [
  { type: 'image/png', is: isPng, read: readPng },
  { type: 'image/jpeg', is: isJpeg, read: readJpeg },
  { type: 'image/webp', is: isWebp, read: readWebp },
  { type: 'image/avif', is: isAvif, read: readAvif },
];

/** What keeps bytes from being the picture that an upload says they are. */
export type ImageProblem = 'image' | 'image-type' | 'image-size' | 'image-too-wide';

/**
 * The bytes of an upload as they may be shown: of the type and size that it says, whole, and without what cameras and programs
 * write into pictures, such as the place (S-02, N-08).
 */
export function readImage(
  bytes: Uint8Array,
  { type, width, height }: Pick<ImageUpload, 'type' | 'width' | 'height'>,
): Uint8Array | ImageProblem {
  const format = formats.find(({ is }) => is(bytes));
  // A drawing has no size of its own.
  if (!format) return readDrawing(bytes, type);
  if (format.type !== type) return 'image-type';
  const picture = format.read(bytes);
  if (!picture || picture.width === 0 || picture.height === 0) return 'image';
  if (Math.max(picture.width, picture.height) > longestSide) return 'image-too-wide';
  const isSaid = width === picture.width && height === picture.height;
  const isTurned = picture.isTurned && width === picture.height && height === picture.width;
  return isSaid || isTurned ? picture.clean : 'image-size';
}

function readDrawing(bytes: Uint8Array, type: ImageType): Uint8Array | ImageProblem {
  const drawing = readSvg(bytes);
  if (!drawing) return 'image';
  return type === 'image/svg+xml' ? drawing : 'image-type';
}
