import type { ClinicianInput, HistoryEntry } from '../../../contract/index.js';

type Consent = ClinicianInput['clinics'][number];

/** When a consent was last given or withdrawn, and by whom. */
export interface ConsentNote {
  readonly at: string;
  /** Empty: whoever runs the service. */
  readonly by: string;
}

/** Notes by clinician and clinic. */
export type ConsentNotes = ReadonlyMap<string, ConsentNote>;

export const noteKey = (clinician: string, clinic: string): string => `${clinician}/${clinic}`;

/** What entries of the history, newest first, say of consents (S-02): the newest change of each. */
export function consentNotes(entries: readonly HistoryEntry[]): ConsentNotes {
  const notes = new Map<string, ConsentNote>();
  for (const { kind, record, before, after, at, actor } of entries) {
    if (kind !== 'clinicians' || record === undefined) continue;
    const [was, is] = [consentsOf(before), consentsOf(after)];
    for (const clinic of new Set([...was.keys(), ...is.keys()])) {
      const key = noteKey(record, clinic);
      if (isSame(was.get(clinic), is.get(clinic)) || notes.has(key)) continue;
      notes.set(key, { at, by: actor.name });
    }
  }
  return notes;
}

function consentsOf(record: HistoryEntry['after']): Map<string, Consent> {
  const clinics = record?.clinics;
  return new Map(
    Array.isArray(clinics)
      ? (clinics as Consent[]).map((consent) => [consent.clinic, consent])
      : [],
  );
}

const isSame = (one: Consent | undefined, other: Consent | undefined): boolean =>
  (one?.photoConsent ?? false) === (other?.photoConsent ?? false) &&
  (one?.titleConsent ?? false) === (other?.titleConsent ?? false);
