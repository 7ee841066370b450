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
export type ImageProblem = 'image' | 'image-type' | 'image-too-wide';

/** A picture as it may be shown. */
export interface CleanImage {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/**
 * The bytes of an upload as they may be shown: of the type that it says, whole, and without what cameras and programs write into
 * pictures, such as the place (S-02, N-08). Width and height are those that browsers show, whatever the upload says; a drawing has
 * none of its own.
 */
export function readImage(
  bytes: Uint8Array,
  { type, width, height }: Pick<ImageUpload, 'type' | 'width' | 'height'>,
): CleanImage | ImageProblem {
  const format = formats.find(({ is }) => is(bytes));
  if (!format) {
    const drawing = readSvg(bytes);
    if (!drawing) return 'image';
    return type === 'image/svg+xml' ? { bytes: drawing, width, height } : 'image-type';
  }
  if (format.type !== type) return 'image-type';
  const picture = format.read(bytes);
  if (!picture || picture.width === 0 || picture.height === 0) return 'image';
  if (Math.max(picture.width, picture.height) > longestSide) return 'image-too-wide';
  return picture.isTurned
    ? { bytes: picture.clean, width: picture.height, height: picture.width }
    : { bytes: picture.clean, width: picture.width, height: picture.height };
}
