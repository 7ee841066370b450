import type { SmsLength } from '../../contract/staff.js';

/** The GSM 7 bit default alphabet without escape (3GPP TS 23.038, 6.2.1). */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Characters that take an escape before them, two septets in all (6.2.1.1). */
const extension = new Set('\f^{}\\[~]|€');

/** How long an SMS is and in how many parts it goes: 160 or 153 septets each, 70 or 67 UTF-16 units (M-02). */
export function smsLength(text: string): SmsLength {
  const characters = [...text];
  const isGsm = characters.every((character) => basic.has(character) || extension.has(character));
  const sizes = characters.map((character) =>
    isGsm ? (extension.has(character) ? 2 : 1) : character.length,
  );
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, each] = isGsm ? [160, 153] : [70, 67];
  return {
    encoding: isGsm ? 'gsm-7' : 'ucs-2',
    units,
    parts: units <= alone ? 1 : countParts(sizes, each),
  };
}

/** Parts of at most so many units; neither an escape nor half a character stands at the end of one. */
function countParts(sizes: readonly number[], each: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > each) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}
