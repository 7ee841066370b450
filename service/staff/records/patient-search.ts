import type { Market, PatientSearch, PatientsFound } from '../../../src/contract/index.js';
import { toClockTime } from '../../../src/domain/clock-time.js';
import { parseNationalId } from '../../../src/domain/national-id/national-id.js';
import { countryCodeOf } from '../../../src/domain/phone.js';
import { foldDigits } from '../../../src/domain/typed-text.js';
import { invalid } from '../../context/problem.js';
import type { RecordValue } from '../../core/record-diff.js';
import { findPatientById } from '../../store/patients.js';
import type { PatientFilter } from '../../store/staff/find-patients.js';
import { findPatients } from '../../store/staff/find-patients.js';
import type { StaffWork } from '../actor.js';
import { toPatient } from './patient-kinds.js';

const pageSize = 100;

/** A page of patients with their ids. */
export interface PatientPage {
  items: (RecordValue & { id: string })[];
  next?: string;
}

/** Patients on file by name, page by page; throws `invalid` for a cursor that leads to nobody any more. */
export async function listPatients(
  work: StaffWork,
  cursor: string | undefined,
  filter: Omit<PatientFilter, 'after' | 'limit'> = {},
): Promise<PatientPage> {
  const { tx } = work;
  // Only an id, since names in a cursor would come into addresses.
  const after = cursor === undefined ? undefined : await findPatientById(tx, cursor);
  if (cursor !== undefined && !after) throw invalid({ path: 'cursor', code: 'unknown' });
  const rows = await findPatients(tx, { ...filter, after, limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  const items = await Promise.all(
    page.map(async (row) => ({
      id: row.id,
      ...(await toPatient(work, row)),
      ...(row.birthDate === null ? {} : { birthDate: row.birthDate }),
    })),
  );
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { items, ...(last ? { next: last.id } : {}) };
}

/**
 * Patients with a national ID, or by what was typed: names, a mobile or a national ID (C-03). Throws `invalid` for a national ID
 * that the market's rules refuse, and where there is nothing to search for.
 */
export async function searchPatients(
  work: StaffWork,
  { nationalId, q, cursor }: PatientSearch,
): Promise<PatientsFound> {
  if ((nationalId === undefined) === (q === undefined)) {
    const code = q === undefined ? 'empty' : 'both';
    throw invalid({ path: 'nationalId', code });
  }
  const filter =
    nationalId === undefined ? await filterOf(work, q!) : await filterById(work, nationalId);
  const { items, next } = await listPatients(work, cursor, filter);
  return { patients: items as PatientsFound['patients'], ...(next ? { next } : {}) };
}

type Filter = Pick<PatientFilter, 'words' | 'mobiles' | 'lookups'>;

async function filterById(work: StaffWork, typed: string): Promise<Filter> {
  const reading = readId(work, typed);
  if (!reading.ok) throw invalid({ path: 'nationalId', code: reading.reason });
  return { lookups: await work.tx.nationalIds.lookups(reading.value.normalized) };
}

function readId({ account, now }: StaffWork, typed: string) {
  const today = toClockTime(now, account.timeZone).date;
  return parseNationalId(account.market, typed, { today });
}

/** The filter for a typed text: digits are a national ID or a mobile, and may be either; anything else is a name. */
async function filterOf(work: StaffWork, typed: string): Promise<Filter> {
  if (typed.trim() === '') throw invalid({ path: 'q', code: 'empty' });
  const isId = readId(work, typed).ok;
  const digits = foldDigits(typed).replace(/[\s()/.-]/g, '');
  const isNumber = /^(?:\+|00)?\d{3,}$/.test(digits);
  if (!isId && !isNumber) return { words: typed };
  return {
    ...(isId ? await filterById(work, typed) : {}),
    ...(isNumber ? mobilesOf(work.account.market, digits) : {}),
  };
}

/** Beginnings of mobiles as they are stored, in E.164, for digits as they were typed. */
function mobilesOf(market: Market, digits: string): { mobiles: string[] } {
  const international = digits.replace(/^(\+|00)/, '');
  if (international !== digits) return { mobiles: [`+${international}`] };
  return { mobiles: [`${countryCodeOf(market)}${digits.replace(/^0/, '')}`] };
}
