/** The size of a logo in the page's head, in CSS pixels: as it is where there is room, never larger, and not rounded, so that it keeps its ratio (P-09). */
export function logoSize({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, 200 / width, 56 / height);
  return { width: width * scale, height: height * scale };
}
