import { addDays } from '../../../src/domain/civil-date.js';
import type { AccountStatus, Market, StaffSettings } from '../../../src/contract/index.js';
import { closuresOf } from '../../../service/core/account-status.js';
import { defaultSettings } from '../../../service/core/settings.js';
import type { AccountTransaction, Database } from '../../../service/store/database.js';
import { inAccount } from '../../../service/store/database.js';
import * as schema from '../../../service/store/schema/index.js';

/** What of the sample clinic a test wants otherwise. */
export interface ClinicOptions {
  id?: string;
  market?: Market;
  status?: AccountStatus;
  settings?: Partial<StaffSettings>;
  /** First date with free times; the week from it on is filled. */
  monday?: string;
  /** Clinicians beside Anne: Berit takes no new patients. */
  clinicians?: ClinicianOptions[];
  /** Chairs that the treatment "implant" needs. */
  chairs?: number;
}

export interface ClinicianOptions {
  id: string;
  acceptsNewPatients?: boolean;
  published?: boolean;
}

const zones = {
  NO: 'Europe/Oslo',
  SE: 'Europe/Stockholm',
  FI: 'Europe/Helsinki',
  DK: 'Europe/Copenhagen',
} as const;

/** The Monday of the sample week; the clock of the tests stands on the Friday before. */
export const monday = '2026-11-23';

/**
 * A clinic "west" with Anne (08:00–12:00, Monday to Friday) and whoever else is requested; treatments "check" (30 min),
 * "long" (40 min) and "implant" (60 min, needs a chair). Returns the account's id.
 */
export async function setUpClinic(db: Database, options: ClinicOptions = {}): Promise<string> {
  const { id = 'demo', market = 'NO', status = 'open', settings = {} } = options;
  await inAccount(db, id, async (tx) => {
    await tx.insert(schema.accounts).values({
      id,
      name: `Account ${id}`,
      market,
      timeZone: zones[market],
      languages: ['nb', 'en'],
      textLanguage: 'nb',
      ...closuresOf(status),
      settings: { ...defaultSettings, ...settings },
      texts: { consentVersion: '1', welcomeHeading: 'Velkommen' },
      accent: '#0a7d75',
      createdAt: new Date('2026-01-01T00:00:00Z'),
    });
    await tx.insert(schema.companies).values({ accountId: id, id: 'company', name: 'Firma AS' });
    await tx
      .insert(schema.clinicGroups)
      .values({ accountId: id, id: 'group', name: 'Oslo', position: 0 });
    await tx
      .insert(schema.clinics)
      .values([{ ...clinicOf(id, 'west', 0), groupId: 'group' }, clinicOf(id, 'east', 1)]);
    await tx
      .insert(schema.categories)
      .values({ accountId: id, id: 'exam', name: 'E', position: 0 });
    await tx
      .insert(schema.bookingTemplates)
      .values([
        templateOf(id, 'check', '- Undersøkelse', 30),
        templateOf(id, 'long', 'Fylling', 40),
        { ...templateOf(id, 'implant', 'Implantat', 60), resourceKind: 'chair' },
      ]);
    const chairs = Array.from({ length: options.chairs ?? 1 }, (_, index) => ({
      accountId: id,
      id: `chair-${index}`,
      name: `Chair ${index}`,
      clinicId: 'west',
      kind: 'chair',
    }));
    if (chairs.length > 0) await tx.insert(schema.resources).values(chairs);
    await tx.insert(schema.preblockDefinitions).values({
      accountId: id,
      id: 'internet',
      name: 'Internett',
      type: 'internet',
      mode: 'allow',
      mayBypass: true,
      allowAllRebookings: false,
    });
    await tx
      .insert(schema.preblockCategories)
      .values({ accountId: id, preblockId: 'internet', categoryId: 'exam' });
    const clinicians = [{ id: 'anne' }, ...(options.clinicians ?? [])];
    await addClinicians(tx, id, clinicians, options.monday ?? monday);
  });
  return id;
}

function clinicOf(accountId: string, id: string, position: number) {
  return {
    accountId,
    id,
    companyId: 'company',
    name: `Klinikk ${id}`,
    address1: 'Storgata 1',
    postalCode: '0155',
    city: 'Oslo',
    phone: '22 33 44 55',
    email: `${id}@example.com`,
    position,
  };
}

function templateOf(accountId: string, id: string, name: string, minutes: number) {
  return {
    accountId,
    id,
    name,
    minutes,
    categoryId: 'exam',
    useInTimebook: true,
    useInBooking: true,
    moveOnline: true,
    cancelOnline: true,
    useInRecall: false,
    moveNextRecall: false,
    recallCard: false,
    timebookText: 'Internal text',
  };
}

async function addClinicians(
  tx: AccountTransaction,
  accountId: string,
  clinicians: readonly ClinicianOptions[],
  from: string,
): Promise<void> {
  await tx.insert(schema.clinicians).values(
    clinicians.map(({ id, acceptsNewPatients = true, published = true }, position) => ({
      accountId,
      id,
      name: `Dr ${id}`,
      title: 'Tannlege',
      photo: new Uint8Array([60, 115, 118, 103, 47, 62]),
      photoType: 'image/svg+xml',
      photoWidth: 10,
      photoHeight: 10,
      photoVersion: 'abc',
      position,
      published,
      acceptsNewPatients,
    })),
  );
  await tx.insert(schema.clinicianClinics).values(
    clinicians.flatMap(({ id: clinicianId }) => [
      { accountId, clinicianId, clinicId: 'west', photoConsent: true, titleConsent: true },
      { accountId, clinicianId, clinicId: 'east', photoConsent: false, titleConsent: false },
    ]),
  );
  const days = clinicians.flatMap(({ id: clinicianId }) =>
    Array.from({ length: 5 }, (_, day) => ({
      accountId,
      clinicianId,
      clinicId: 'west',
      date: addDays(from, day),
      fromMinutes: 480,
      toMinutes: 720,
    })),
  );
  await tx.insert(schema.workingTimes).values(days);
  await tx
    .insert(schema.preblockPlacements)
    .values(days.map((day) => ({ ...day, preblockId: 'internet' })));
}
