/** Size of a picture in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A square of a picture: its middle as a share of width and height, and how many times it goes into the shorter side. */
export interface Crop {
  readonly across: number;
  readonly down: number;
  readonly zoom: number;
}

/** A part of a picture, in its pixels. */
export interface Part extends Size {
  readonly x: number;
  readonly y: number;
}

export const maxZoom = 4;
export const wholeCrop: Crop = { across: 0.5, down: 0.5, zoom: 1 };

const within = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), most);

/** The nearest crop that lies inside of the picture. */
export function clampedCrop(size: Size, { across, down, zoom }: Crop): Crop {
  const near = within(zoom, 1, maxZoom);
  const half = Math.min(size.width, size.height) / near / 2;
  const inside = (share: number, length: number) => within(share, half / length, 1 - half / length);
  return { across: inside(across, size.width), down: inside(down, size.height), zoom: near };
}

/** The square that a crop takes of a picture. */
export function partOfCrop(size: Size, crop: Crop): Part {
  const { across, down, zoom } = clampedCrop(size, crop);
  const side = Math.min(size.width, size.height) / zoom;
  return {
    x: across * size.width - side / 2,
    y: down * size.height - side / 2,
    width: side,
    height: side,
  };
}

/** A crop after its picture was dragged, by shares of the square's side. */
export function draggedCrop(size: Size, crop: Crop, right: number, below: number): Crop {
  const { width: side } = partOfCrop(size, crop);
  return clampedCrop(size, {
    ...crop,
    across: crop.across - (right * side) / size.width,
    down: crop.down - (below * side) / size.height,
  });
}
