import { crc32, deflateSync } from 'node:zlib';

/** A chunk of a PNG. */
export function pngChunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A real PNG in grey, with a pattern of its own for each seed; `bytes`: exactly so large. */
export function pngBytes({
  width = 9,
  height = 9,
  seed = '',
  bytes = 0,
  extra = [] as Buffer[],
} = {}): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const pattern = Buffer.from(`${seed}.`);
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([
      0,
      ...Array.from({ length: width }, (__, x) => pattern[(x + y) % pattern.length]!),
    ]),
  );
  const build = (padding: number) =>
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      pngChunk('IHDR', header),
      ...extra,
      pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
      ...(padding > 0 ? [pngChunk('IDAT', Buffer.alloc(padding - 12))] : []),
      pngChunk('IEND', Buffer.alloc(0)),
    ]);
  return build(bytes > 0 ? bytes - build(0).length : 0);
}

/** A real PNG as an upload. */
export function pngUpload(options: Parameters<typeof pngBytes>[0] = {}) {
  const { width = 9, height = 9 } = options;
  return { type: 'image/png', base64: pngBytes(options).toString('base64'), width, height };
}

/** A picture of 3 × 2 pixels, as a browser's canvas writes it. */
export const canvasJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAACAAMDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AJ+AD//Z',
  'base64',
);
/** The same as WebP, with an alpha channel and so in the extended form. */
export const canvasWebp = webpOf([
  ['VP8X', Buffer.from([0x10, 0, 0, 0, 2, 0, 0, 1, 0, 0])],
  ['ALPH', Buffer.from([1, 0, 0, 0, 0xff, 0xff, 0])],
  ['VP8 ', Buffer.from('MAEAnQEqAwACAALATCWkAANwAP74H4AA', 'base64')],
]);

/** A WebP of some chunks. */
export function webpOf(chunks: readonly (readonly [name: string, data: Buffer])[]): Buffer {
  const body = chunks.map(([name, data]) => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
  });
  const all = Buffer.concat([Buffer.from('WEBP'), ...body]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(all.length, 4);
  return Buffer.concat([head, all]);
}
