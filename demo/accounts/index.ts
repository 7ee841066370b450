import { aldente } from './aldente.js';
import { demoklinikka } from './demoklinikka.js';
import { kjeden } from './kjeden.js';
import { kodefri } from './kodefri.js';
import { opusdentalklinikken } from './opusdentalklinikken.js';
import { opustandlakarna } from './opustandlakarna.js';
import type { SampleAccount } from './sample-account.js';
import { setUpVersion } from './set-up.js';

export type { SampleAccount } from './sample-account.js';
export { setUp } from './set-up.js';
export type { StaffKeys } from './set-up.js';
export { topUp } from './top-up.js';
export { topUpSms } from './past-days.js';
export type { PastService } from './past-days.js';

/** The sample accounts: one per market, the smallest clinic there is, and a big chain at the end. */
export const sampleAccounts: readonly SampleAccount[] = [
  opusdentalklinikken,
  opustandlakarna,
  demoklinikka,
  aldente,
  kodefri,
  kjeden,
];

/** Changes whenever setting up the sample accounts would make something else. */
export function sampleContents(): string {
  const undated = sampleAccounts.map(({ weeks: _weeks, ...sample }) => sample);
  return JSON.stringify({ setUpVersion, undated });
}
