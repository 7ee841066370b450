import type {
  CategoryInput,
  ClinicianInput,
  ClinicInput,
  CompanyInput,
  GroupInput,
  PreblockInput,
  ResourceInput,
  TemplateInput,
} from '../../src/contract/index.js';
import { formatPostalCode, parsePostalCode } from '../../src/domain/postal-code.js';
import { dropInvisible, foldDigits } from '../../src/domain/typed-text.js';
import type { Work } from '../context/work.js';
import {
  bookingTemplates,
  categories,
  clinicGroups,
  clinicians,
  clinics,
  companies,
  preblockDefinitions,
  resources,
} from '../store/schema/index.js';
import * as store from '../store/staff/catalogue.js';
import { requireFound } from './found.js';
import { checkAssignedLists, refuseForeignList, refuseTwice } from './lists.js';
import { toStoredImage } from './stored-image.js';

const keyOf = ({ account }: Work, id: string) => ({ accountId: account.id, id });

/** Stores a company (S-01); throws `invalid` for a list that does not exist or that it may not use. */
export async function putCompany(work: Work, id: string, input: CompanyInput): Promise<void> {
  await checkAssignedLists(work.tx, input);
  await store.putCompany(work.tx, keyOf(work, id), input);
  await refuseForeignList(work.tx, { kind: 'company', id });
}

/** Stores a group of clinics (S-01). */
export async function putGroup(work: Work, id: string, input: GroupInput): Promise<void> {
  await store.putGroup(work.tx, keyOf(work, id), input);
}

/** Stores a category of templates. */
export async function putCategory(work: Work, id: string, input: CategoryInput): Promise<void> {
  await store.putCategory(work.tx, keyOf(work, id), input);
}

/** Stores a chair or a room. */
export async function putResource(work: Work, id: string, input: ResourceInput): Promise<void> {
  await store.putResource(work.tx, keyOf(work, id), input);
}

/** Stores a clinic (S-01): phone, postcode and e-mail as patients' are, whatever keyboard they were typed with. */
export async function putClinic(work: Work, id: string, input: ClinicInput): Promise<void> {
  const { market } = work.account;
  const postalCode = parsePostalCode(market, input.postalCode);
  await store.putClinic(work.tx, keyOf(work, id), {
    ...input,
    phone: foldDigits(input.phone).trim(),
    // One of another country stays as it is written.
    postalCode: postalCode.ok
      ? formatPostalCode(market, postalCode.value.normalized)
      : foldDigits(input.postalCode).trim(),
    email: dropInvisible(input.email).trim(),
  });
  // Whoever works here may have a list of the company that it belonged to.
  await refuseForeignList(work.tx, { kind: 'clinic', id }, 'company');
}

/** Stores a clinician (S-02); throws `invalid` for a list that does not exist or that they may not use, or for a photo that is too large. */
export async function putClinician(
  work: Work,
  id: string,
  { photo, ...input }: ClinicianInput,
): Promise<void> {
  refuseTwice(
    'clinics',
    input.clinics.map(({ clinic }) => clinic),
  );
  await checkAssignedLists(work.tx, input);
  const image = photo ? await toStoredImage(photo, 'photo') : photo;
  await store.putClinician(work.tx, keyOf(work, id), input, image);
  await refuseForeignList(work.tx, { kind: 'clinician', id });
}

/** Stores a booking template. */
export async function putTemplate(work: Work, id: string, input: TemplateInput): Promise<void> {
  await store.putTemplate(work.tx, keyOf(work, id), input);
}

/** Stores a preblock definition. */
export async function putPreblock(work: Work, id: string, input: PreblockInput): Promise<void> {
  await store.putPreblock(work.tx, keyOf(work, id), input);
}

const deletable = { company: companies, group: clinicGroups, category: categories };

/** Deletes a row that no appointment names; throws `not-found`, and `invalid` while another row names it. */
export async function deleteFromCatalogue(
  { tx }: Work,
  kind: keyof typeof deletable,
  id: string,
): Promise<void> {
  requireFound(await store.remove(tx, deletable[kind], id));
}

const archivable = {
  clinic: clinics,
  clinician: clinicians,
  resource: resources,
  template: bookingTemplates,
  preblock: preblockDefinitions,
};

/** Takes a row out of the catalogue, and keeps it for the appointments that name it; throws `not-found`. */
export async function archiveInCatalogue(
  { tx, now }: Work,
  kind: keyof typeof archivable,
  id: string,
): Promise<void> {
  requireFound(await store.archive(tx, archivable[kind], id, new Date(now)));
}
