const { EPOCH = '0', HASTE = '1' } = process.env;

/** A clock that runs HASTE times as fast from EPOCH on, in all processes alike: leases of those who were killed end within a test. */
export const hastyClock = (): number =>
  Number(EPOCH) + (Date.now() - Number(EPOCH)) * Number(HASTE);
