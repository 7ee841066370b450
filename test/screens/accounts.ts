import { aldente } from '../../demo/accounts/aldente.js';
import { demoklinikka } from '../../demo/accounts/demoklinikka.js';
import { kodefri } from '../../demo/accounts/kodefri.js';
import { opusdentalklinikken } from '../../demo/accounts/opusdentalklinikken.js';
import type { SampleAccount } from '../../demo/accounts/index.js';
import type { SettingsPatch } from '../../src/contract/index.js';

/** A sample account under another name, set otherwise. */
function like(sample: SampleAccount, id: string, settings: SettingsPatch = {}): SampleAccount {
  return { ...sample, id, settings: { ...sample.settings, ...settings } };
}

/** The clinics of the pictures that no sample account shows. */
export const pictured = {
  combined: like(opusdentalklinikken, 'shown-combined', { combinedView: true, anyClinician: true }),
  combinedFinnish: like(demoklinikka, 'shown-combined-fi', { combinedView: true }),
  timeSecond: like(opusdentalklinikken, 'shown-time-second', {
    stepOrder: ['clinic', 'time', 'treatment', 'clinician'],
  }),
  timeThird: like(aldente, 'shown-time-third', {
    stepOrder: ['treatment', 'clinic', 'time', 'clinician'],
  }),
  anyone: like(opusdentalklinikken, 'shown-anyone', { anyClinic: true, anyClinician: true }),
  closed: like(kodefri, 'shown-closed'),
  /** Free on one day in three weeks. */
  sparse: { ...like(kodefri, 'shown-sparse'), weeks: [] },
  /** Never free. */
  full: { ...like(kodefri, 'shown-full'), weeks: [] },
} as const;
