import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readImage } from '../../../service/core/image/read-image.js';
import { canvasJpeg, canvasWebp, pngBytes, pngChunk, webpOf } from '../support/images.js';

const size = { width: 3, height: 2 };
const png = pngBytes(size);
const avif = (properties: string) => {
  const box = (name: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length + 8);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, data]);
  };
  const ispe = box('ispe', Buffer.from([0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 2]));
  return Buffer.concat([
    box('ftyp', Buffer.from('avif\0\0\0\0avifmif1', 'latin1')),
    box('meta', Buffer.concat([ispe, Buffer.from(properties, 'latin1')])),
    box('mdat', Buffer.alloc(9)),
  ]);
};
const pictures = {
  'image/png': png,
  'image/jpeg': canvasJpeg,
  'image/webp': canvasWebp,
  'image/avif': avif(''),
  'image/svg+xml': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="3"><g/></svg>'),
} as const;
type Type = keyof typeof pictures;
const types = Object.keys(pictures) as Type[];
/** The picture, which has the size expected, or what is wrong with it. */
const read = (bytes: Uint8Array, type: Type, expected = size) => {
  const said = type === 'image/svg+xml' ? expected : { width: 7, height: 7 };
  const found = readImage(new Uint8Array(bytes), { type, ...said });
  if (typeof found === 'string') return found;
  assert.deepEqual({ width: found.width, height: found.height }, expected);
  return Buffer.from(found.bytes);
};

/** A segment of a JPEG. */
const segment = (marker: number, data: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), data]);
const withSegments = (...segments: Buffer[]) =>
  Buffer.concat([canvasJpeg.subarray(0, 2), ...segments, canvasJpeg.subarray(2)]);
/** Exif with a place, and how the picture is turned. */
const exif = (orientation: number, isLittle: boolean) => {
  const tiff = Buffer.alloc(38);
  const [u16, u32] = isLittle
    ? (['writeUInt16LE', 'writeUInt32LE'] as const)
    : (['writeUInt16BE', 'writeUInt32BE'] as const);
  tiff.write(isLittle ? 'II' : 'MM');
  tiff[u16](42, 2);
  tiff[u32](8, 4);
  tiff[u16](2, 8);
  for (const [index, tag, value] of [
    [0, 0x8825, 7],
    [1, 274, orientation],
  ] as const) {
    tiff[u16](tag, 10 + 12 * index);
    tiff[u16](3, 12 + 12 * index);
    tiff[u32](1, 14 + 12 * index);
    tiff[u16](value, 18 + 12 * index);
  }
  return segment(
    0xe1,
    Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('59.91N 10.75E')]),
  );
};

describe('a picture that is uploaded', () => {
  for (const type of types) {
    it(`[S-02] ${type}: is taken as it is, byte by byte`, () => {
      assert.deepEqual(read(pictures[type], type), pictures[type]);
    });

    it(`[S-02] ${type}: is refused under every other type`, () => {
      for (const other of types.filter((one) => one !== type)) {
        assert.equal(read(pictures[type], other), 'image-type', other);
      }
    });

    it(`[S-02] ${type}: is refused when it is cut off anywhere`, () => {
      const bytes = pictures[type];
      for (let length = 0; length < bytes.length; length += 1) {
        const found = read(bytes.subarray(0, length), type);
        assert.ok(typeof found === 'string', `${length} of ${bytes.length}`);
      }
    });
  }

  it('[S-02] has no side that is too long', () => {
    for (const wide of [
      { width: 4097, height: 1 },
      { width: 1, height: 4_000_000 },
    ]) {
      const header = Buffer.from(png);
      header.writeUInt32BE(wide.width, 16);
      header.writeUInt32BE(wide.height, 20);
      assert.equal(read(header, 'image/png', wide), 'image-too-wide');
    }
  });

  it('[S-02] is refused when it is something else, whatever it is called', () => {
    const others = [
      '',
      'GIF89a',
      '%PDF-1.7',
      'PK\x03\x04',
      '<html></html>',
      '<script>1</script>',
      '<svgx></svgx>',
      'MZ',
    ];
    for (const text of others) {
      for (const type of types) assert.equal(read(Buffer.from(text), type), 'image', text);
    }
  });

  it('[S-02] [N-08] a PNG loses its texts, its Exif and what follows it', () => {
    const extra = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'].map((name) =>
      pngChunk(name, Buffer.from('Author\0Kari Nordmann')),
    );
    const given = Buffer.concat([pngBytes({ ...size, extra }), Buffer.from('PK\x03\x04 hidden')]);
    assert.deepEqual(read(given, 'image/png'), png);
  });

  it('[S-02] [N-08] a JPEG loses place, comment and all else that no picture needs', () => {
    const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours'));
    const given = withSegments(
      exif(1, true),
      segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>')),
      profile,
      segment(0xed, Buffer.from('Photoshop 3.0')),
      segment(0xfe, Buffer.from('Kari Nordmann')),
    );
    const cleaned = Buffer.concat([given, Buffer.from('after its end')]);
    assert.deepEqual(read(cleaned, 'image/jpeg'), withSegments(profile));
  });

  it('[S-02] a JPEG stays turned as the camera held it, and is cleaned of the rest', () => {
    for (const isLittle of [true, false]) {
      for (const orientation of [2, 3, 6, 8]) {
        const isQuarter = orientation > 4;
        const said = isQuarter ? { width: 2, height: 3 } : size;
        const found = read(withSegments(exif(orientation, isLittle)), 'image/jpeg', said);
        assert.ok(typeof found !== 'string', String(found));
        assert.equal(found.includes('59.91N'), false);
        assert.equal(found.length, canvasJpeg.length + 36);
        // What was cleaned is clean, and still turned.
        assert.deepEqual(read(found, 'image/jpeg', said), found);
      }
    }
  });

  it('[S-02] [N-08] a WebP loses Exif and XMP, and no longer says that it has them', () => {
    const given = webpOf([
      ['VP8X', Buffer.from([0x1c, 0, 0, 0, 2, 0, 0, 1, 0, 0])],
      ['ALPH', Buffer.from([1, 0, 0, 0, 0xff, 0xff, 0])],
      ['VP8 ', Buffer.from('MAEAnQEqAwACAALATCWkAANwAP74H4AA', 'base64')],
      ['EXIF', Buffer.from('59.91N 10.75E')],
      ['XMP ', Buffer.from('<x:xmpmeta/>')],
    ]);
    assert.deepEqual(read(given, 'image/webp'), canvasWebp);
    const lossless = webpOf([['VP8L', Buffer.from([0x2f, 0x02, 0x40, 0, 0, 0])]]);
    assert.deepEqual(read(lossless, 'image/webp'), lossless);
  });

  it('[S-02] [N-08] an AVIF that says more than the picture is refused; a drawing loses its metadata', () => {
    assert.equal(read(avif('Exif'), 'image/avif'), 'image');
    assert.equal(read(avif('mimeapplication/rdf+xml'), 'image/avif'), 'image');
    assert.ok(read(avif('\0\0\0\x09irot\x01'), 'image/avif', { width: 2, height: 3 }).length > 20);
    const drawing =
      '<?xml version="1.0"?><!-- by Kari --><svg xmlns="http://www.w3.org/2000/svg"><metadata>Kari</metadata><g/></svg>\n';
    const clean = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><g/></svg>\n';
    assert.equal(String(read(Buffer.from(drawing), 'image/svg+xml')), clean);
  });
});
