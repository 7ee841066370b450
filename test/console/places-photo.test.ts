import { expect } from '@open-wc/testing';
import { NoPictureError, shrinkPicture, sizeOf } from '../../src/console/parts/picture.js';
import {
  clampedCrop,
  draggedCrop,
  partOfCrop,
  wholeCrop,
} from '../../src/console/pages/places/crop.js';

const wide = { width: 400, height: 200 };

/** A noisy picture, which compresses badly: its left half is red, its right half blue. */
async function picture(width: number, height: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(width, height);
  let seed = 1;
  for (let at = 0; at < image.data.length; at += 4) {
    seed = (seed * 16_807) % 2_147_483_647;
    const isLeft = (at / 4) % width < width / 2;
    image.data.set([isLeft ? 200 + (seed % 50) : 0, seed % 90, isLeft ? 0 : 220, 255], at);
  }
  context.putImageData(image, 0, 0);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/png'));
}

describe('photo of a clinician', () => {
  it('[S-02] begins with the largest square in the middle', () => {
    expect(partOfCrop(wide, wholeCrop)).to.deep.equal({ x: 100, y: 0, width: 200, height: 200 });
    const tall = { width: 200, height: 400 };
    expect(partOfCrop(tall, wholeCrop)).to.deep.equal({ x: 0, y: 100, width: 200, height: 200 });
  });

  it('[S-02] never leaves the picture, however far somebody drags or slides', () => {
    for (const across of [-3, 0, 0.5, 1, 9]) {
      for (const down of [-3, 0.2, 9]) {
        for (const zoom of [0, 1, 2.5, 40]) {
          const { x, y, width, height } = partOfCrop(wide, { across, down, zoom });
          expect(x).to.be.at.least(0);
          expect(y).to.be.at.least(0);
          expect(x + width).to.be.at.most(wide.width + 1e-9);
          expect(y + height).to.be.at.most(wide.height + 1e-9);
          expect(width).to.equal(height);
        }
      }
    }
    expect(clampedCrop(wide, { across: 0.5, down: 0.5, zoom: 40 }).zoom).to.equal(4);
  });

  it('[S-02] follows the pointer: dragged to the right, it shows what is further left', () => {
    const dragged = partOfCrop(wide, draggedCrop(wide, wholeCrop, 0.25, 0));
    expect(dragged.x).to.be.closeTo(50, 1e-9);
    expect(dragged.y).to.equal(0);
  });

  it('[S-02] makes the chosen square of any picture small enough to be stored', async () => {
    const file = await picture(1600, 800);
    expect(file.size).to.be.above(1_000_000);
    const part = partOfCrop(wide, { across: 1, down: 0.5, zoom: 1 });
    const scaled = { x: part.x * 4, y: part.y * 4, width: part.width * 4, height: part.height * 4 };
    const photo = await shrinkPicture(file, { longest: 320, maxBytes: 25_000, part: scaled });
    expect(photo.bytes).to.be.at.most(25_000);
    expect(photo.width).to.equal(photo.height);
    expect(photo.width).to.be.at.least(100);
    const image = new Image();
    image.src = `data:${photo.type};base64,${photo.base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 1, height: 1 });
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0, 1, 1);
    const [red = 255, , blue = 0] = context.getImageData(0, 0, 1, 1).data;
    expect(blue).to.be.above(150);
    expect(red).to.be.below(60);
  });

  it('[S-02] knows a file that only calls itself a picture', async () => {
    const file = new File([new Uint8Array(2_000_000).fill(66)], 'lise.jpg', { type: 'image/jpeg' });
    const failure = await sizeOf(file).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(NoPictureError);
  });
});
