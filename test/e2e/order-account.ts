import type { ChoiceStep, Language, Market, SettingsPatch } from '../../src/contract/index.js';
import {
  categories,
  internet,
  template,
  type ClockRange,
  type SampleAccount,
} from '../../demo/accounts/sample-account.js';
import { logo } from '../../demo/accounts/images.js';

const accent = '#1f6f78';

/** Where each language is at home; English is spoken in all of them. */
export const homes = {
  nb: { market: 'NO', timeZone: 'Europe/Oslo' },
  sv: { market: 'SE', timeZone: 'Europe/Stockholm' },
  fi: { market: 'FI', timeZone: 'Europe/Helsinki' },
  da: { market: 'DK', timeZone: 'Europe/Copenhagen' },
  en: { market: 'NO', timeZone: 'Europe/Oslo' },
} as const satisfies Readonly<Record<Language, { market: Market; timeZone: string }>>;

export interface OrderOptions {
  readonly id: string;
  readonly language: Language;
  readonly stepOrder: readonly ChoiceStep[];
  readonly settings?: SettingsPatch;
}

/**
 * A small clinic for one step order: two clinics, three clinicians, three treatments, so placed that each start leaves
 * something else open. Anna is at both clinics; early there is nobody but her, late everybody is there.
 */
export function orderAccount({ id, language, stepOrder, settings }: OrderOptions): SampleAccount {
  const { market, timeZone } = homes[language];
  const at = (clinic: string) => ({ clinic, photoConsent: false, titleConsent: true });
  const person = (name: string, position: number, clinics: readonly string[]) => ({
    name,
    title: 'Tannlege',
    position,
    published: true,
    acceptsNewPatients: true,
    clinics: clinics.map(at),
  });
  const week = (
    clinician: string,
    clinic: string,
    weekdays: number[],
    preblock: string,
    time: ClockRange,
  ) => ({
    clinician,
    clinic,
    weekdays,
    working: [time],
    preblocks: [{ preblock, at: time }],
  });
  return {
    id,
    setup: {
      name: 'Torvet Tann',
      market,
      timeZone,
      languages: language === 'en' ? ['nb', 'en'] : [language, 'en'],
      textLanguage: language,
    },
    settings: {
      stepOrder: [...stepOrder],
      confirmation: 'code',
      anyClinician: false,
      anyClinic: false,
      patientMessage: false,
      fields: { mobile: true, email: true, campaignCode: true },
      ...settings,
    },
    texts: { consentVersion: '1' },
    theme: { accent, logo: logo('Torvet Tann', accent) },
    lists: { bookingList: null, preblockList: null },
    categories: categories({ exam: 'Exam', care: 'Care' }),
    templates: {
      exam: template('Kontroll', 30, 'exam', { position: 0 }),
      acute: template('Akutt', 30, 'exam', { position: 1 }),
      hygiene: template('Tannrens', 60, 'care', { position: 2 }),
    },
    templateLists: {
      dentists: {
        name: 'Dentists',
        owner: { kind: 'all' },
        purpose: 'booking',
        items: ['exam', 'acute'],
      },
      hygienists: {
        name: 'Hygienists',
        owner: { kind: 'all' },
        purpose: 'booking',
        items: ['exam', 'hygiene'],
      },
    },
    preblocks: { all: internet('All', ['exam', 'care']) },
    preblockLists: {},
    companies: { torvet: { name: 'Torvet' } },
    groups: {},
    clinics: {
      torvet: {
        name: 'Torvet',
        company: 'torvet',
        address1: 'Torvet 1',
        postalCode: market === 'SE' ? '111 22' : market === 'FI' ? '00100' : '3430',
        city: 'Byen',
        phone: '66776040',
        email: 'torvet@example.com',
        position: 0,
      },
      havnen: {
        name: 'Havnen',
        company: 'torvet',
        address1: 'Havnegata 2',
        postalCode: market === 'SE' ? '111 22' : market === 'FI' ? '00100' : '3430',
        city: 'Byen',
        phone: '66776050',
        email: 'havnen@example.com',
        position: 1,
      },
    },
    clinicians: {
      anna: { ...person('Anna Berg', 0, ['torvet', 'havnen']), bookingList: 'dentists' },
      bo: { ...person('Bo Dahl', 1, ['torvet']), bookingList: 'hygienists' },
      cecilie: { ...person('Cecilie Ek', 2, ['havnen']), bookingList: 'dentists' },
    },
    weeks: [
      week('anna', 'torvet', [1, 3, 5], 'all', ['09:00', '12:00']),
      week('anna', 'havnen', [2, 4], 'all', ['09:00', '12:00']),
      week('bo', 'torvet', [1, 2, 3, 4, 5], 'all', ['10:00', '13:00']),
      week('cecilie', 'havnen', [1, 2, 3, 4, 5], 'all', ['11:00', '14:00']),
    ],
  };
}
