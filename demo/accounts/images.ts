import type { ImageUpload } from '../../src/contract/index.js';

/** A drawing as an upload. */
function svg(width: number, height: number, content: string): ImageUpload {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${content}</svg>`;
  const bytes = new TextEncoder().encode(text);
  const base64 = btoa(String.fromCharCode(...bytes));
  return { type: 'image/svg+xml', base64, width, height };
}

/** A quiet word mark: a tooth in a disc of the account's colour, and the name beside it. */
export function logo(name: string, colour: string): ImageUpload {
  const width = 72 + Math.ceil(name.length * 15.5);
  return svg(
    width,
    56,
    `<circle cx="28" cy="28" r="24" fill="${colour}"/>` +
      `<path d="M19 19c-4 6-1 12 0 18 1 5 4 5 5 0 .6-3 1-6 4-6s3.4 3 4 6c1 5 4 5 5 0 1-6 4-12 0-18-3-4-7-1-9-1s-6-3-9 1Z" fill="#fff"/>` +
      `<text x="64" y="37" font-family="'Avenir Next','Segoe UI',Roboto,Inter,Helvetica,Arial,sans-serif" font-size="26" font-weight="600" fill="#1a2428">${name}</text>`,
  );
}

/** A drawn portrait, so that no real person stands in a demo. */
export function portrait(skin: string, hair: string, coat: string, long: boolean): ImageUpload {
  return svg(
    112,
    112,
    `<rect width="112" height="112" fill="#e8eef0"/>` +
      (long ? `<path d="M32 50c0-34 48-34 48 0v34H32Z" fill="${hair}"/>` : '') +
      `<path d="M14 112c2-26 20-34 42-34s40 8 42 34Z" fill="${coat}"/>` +
      `<path d="M46 66h20v18c-5 7-15 7-20 0Z" fill="${skin}"/>` +
      `<ellipse cx="56" cy="50" rx="19" ry="23" fill="${skin}"/>` +
      `<path d="M36 48c-2-30 42-30 40 0-3-12-10-15-20-15s-17 3-20 15Z" fill="${hair}"/>` +
      `<path d="M49 60q7 6 14 0" fill="none" stroke="#8a5a4a" stroke-width="2" stroke-linecap="round"/>`,
  );
}
