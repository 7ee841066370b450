import type { Account, Settings } from '../../../src/contract/index.js';

interface CatalogueShape {
  /** Clinic id → group id, or null. */
  readonly clinics: Readonly<Record<string, string | null>>;
  readonly treatments: readonly string[];
  /** `clinic/clinician` → treatments. */
  readonly offers: Readonly<Record<string, readonly string[]>>;
  readonly settings?: Partial<Settings>;
}

const settings: Settings = {
  stepOrder: ['clinic', 'treatment', 'clinician', 'time'],
  combinedView: false,
  confirmation: 'code',
  weekendBooking: false,
  patientMessage: true,
  anyClinician: false,
  anyClinic: false,
  newBookingRequiresLogin: false,
  selfCreation: true,
  viewAppointments: false,
  moveAppointment: false,
  cancelAppointment: false,
  timeAlerts: false,
  login: { sms: false, eid: [] },
  fields: {
    address1: false,
    address2: false,
    postalCode: false,
    mobile: true,
    email: true,
    campaignCode: false,
  },
};

/** An account with just enough catalogue to choose from: ids are names. */
export function catalogue(shape: CatalogueShape): Account {
  const offers = Object.entries(shape.offers).map(([key, treatments]) => {
    const [clinic = '', clinician = ''] = key.split('/');
    return { clinic, clinician, treatments: [...treatments] };
  });
  const groups = [...new Set(Object.values(shape.clinics).filter((group) => group !== null))];
  return {
    id: 'test',
    name: 'Test',
    market: 'NO',
    timeZone: 'Europe/Oslo',
    languages: ['nb', 'en'],
    status: 'open',
    settings: { ...settings, ...shape.settings },
    texts: { consentVersion: '1' },
    textLanguage: 'nb',
    theme: {},
    groups: groups.map((id) => ({ id, name: id })),
    clinics: Object.entries(shape.clinics).map(([id, group]) => ({
      id,
      name: id,
      address1: 'Storgata 1',
      postalCode: '0155',
      city: 'Oslo',
      phone: '22000000',
      email: 'post@example.com',
      ...(group === null ? {} : { group }),
    })),
    clinicians: [...new Set(offers.map(({ clinician }) => clinician))].map((id) => ({
      id,
      name: id,
      acceptsNewPatients: true,
    })),
    treatments: shape.treatments.map((id) => ({ id, name: id, minutes: 30 })),
    offers,
  };
}

/** Two clinics of a group and one without, three clinicians, two treatments. */
export function clinicsOfAsker(overrides: Partial<Settings> = {}): Account {
  return catalogue({
    clinics: { hvalstad: 'asker', heggedal: 'asker', lillevik: null },
    treatments: ['exam', 'acute', 'whitening'],
    offers: {
      'hvalstad/lise': ['exam', 'acute'],
      'hvalstad/evelyn': ['exam'],
      'heggedal/evelyn': ['exam', 'whitening'],
      'lillevik/kristine': ['whitening'],
    },
    settings: overrides,
  });
}
