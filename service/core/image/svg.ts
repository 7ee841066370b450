/** A drawing begins with its element, after whatever XML lets stand before it. */
const start = /^\uFEFF?\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg[\s/>]/i;
const end = /(?:<\/svg\s*>|^[^<]*<svg[^<>]*\/>)\s*(?:<!--[^]*?-->\s*)*$/i;

/** A drawing without comments and metadata of the program that made it; undefined for what is cut off or no SVG. */
export function readSvg(bytes: Uint8Array): Uint8Array | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  if (!start.test(text)) return undefined;
  const clean = text.replace(/<!--[^]*?-->|<metadata[\s>][^]*?<\/metadata\s*>/gi, '');
  if (!end.test(clean)) return undefined;
  return clean === text ? bytes : new TextEncoder().encode(clean);
}
