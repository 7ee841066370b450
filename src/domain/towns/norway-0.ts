/** Written by tools/towns.ts: Bring: Postnummer i Norge. */
export const towns = `Oslo;2;495`;
