import type { ClinicianInput } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import { StaffError } from '../../api/staff-error.js';
import { readOne, storeOne } from '../../catalogue/records.js';

export type Consent = ClinicianInput['clinics'][number];
/** What is consented to. */
export type Consented = 'photoConsent' | 'titleConsent';

/** Consents with others in their place, by clinic. */
export function withConsents(
  present: readonly Consent[],
  changed: readonly Consent[],
): readonly Consent[] {
  return present.map(
    (consent) => changed.find(({ clinic }) => clinic === consent.clinic) ?? consent,
  );
}

/**
 * Stores the consents of one clinician. Everything else stays as it is stored now; throws a `version-conflict` where another person
 * has changed one of these consents meanwhile.
 */
export async function storeConsents(
  api: StaffApi,
  clinician: string,
  before: readonly Consent[],
  changed: readonly Consent[],
): Promise<void> {
  const { data, version } = await readOne(api, 'clinicians', clinician);
  for (const { clinic, photoConsent, titleConsent } of changed) {
    const was = before.find((consent) => consent.clinic === clinic);
    const now = data.clinics.find((consent) => consent.clinic === clinic);
    const isKnown =
      now &&
      [was?.photoConsent, photoConsent].includes(now.photoConsent) &&
      [was?.titleConsent, titleConsent].includes(now.titleConsent);
    if (!isKnown) throw new StaffError('version-conflict');
  }
  const clinics = [...withConsents(data.clinics, changed)];
  const body = { ...data, clinics, photo: undefined };
  await storeOne(api, 'clinicians', clinician, { data: body, version });
}
