import type { Fault, StaffRight } from '../../../contract/index.js';
import { daysBetween } from '../../../domain/civil-date.js';
import type { StaffApi } from '../../api/staff-api.js';
import type { Kind } from '../timebook/new-beginning.js';
import type { Failed } from './fault-text.js';
import {
  addToList,
  changeClinician,
  changeDefinition,
  changeTemplate,
  markRecall,
} from './mending.js';
import type { mendWords } from './why-words.js';

/** What takes a hindrance away. */
interface MendBase {
  /** Of the sentence that tells what it changes. */
  readonly name: keyof typeof mendWords;
  readonly right: StaffRight;
  /** Clinics at which the right is needed; absent: everywhere. */
  readonly clinics?: readonly string[];
}

/** A call that changes one thing. */
interface ChangingMend extends MendBase {
  readonly change: (api: StaffApi) => Promise<unknown>;
}

/** A dialog of the timebook with what is missing proposed, at a stretch of the clock or for the whole day. */
export interface PlacingMend extends MendBase {
  readonly dialog: Kind;
  readonly from?: string;
  readonly to?: string;
}

export type Mend = ChangingMend | PlacingMend;

type Mends = { readonly [Name in Fault]?: (failed: Failed) => Mend | undefined };

const clinicsOf = ({ data, clinician }: Failed) =>
  data.clinicians.find(({ id }) => id === clinician)?.clinics.map(({ clinic }) => clinic) ?? [];

const ofClinician = (
  name: Mend['name'],
  change: Parameters<typeof changeClinician>[2],
): ((failed: Failed) => Mend) => {
  return (failed) => ({
    ...{ name, right: 'catalogue', clinics: clinicsOf(failed) },
    change: (api) => changeClinician(api, failed.clinician, change),
  });
};

const switchOff =
  (name: Mend['name'], field: 'unpublished' | 'maintenance' | 'newBookingOff') => (): Mend => ({
    ...{ name, right: 'settings' },
    change: (api) => api.call('changeStatus', { body: { [field]: false } }),
  });

/** Where the hindrance lies, by the clock of the clinic. */
const stretchOf = ({ rule: { where } }: Failed) =>
  where?.from && where.to ? { from: where.from.slice(11, 16), to: where.to.slice(11, 16) } : {};

const place =
  (name: 'work' | 'publish', dialog: Kind, isThere = false) =>
  (failed: Failed): Mend => ({
    ...{ name, right: 'publish', dialog, clinics: clinicsOf(failed) },
    ...(isThere ? stretchOf(failed) : {}),
  });

/** What takes each hindrance away; without one there is nothing to change, or it needs somebody who looks at it. */
const mends: Mends = {
  unpublished: switchOff('publishPage', 'unpublished'),
  maintenance: switchOff('endMaintenance', 'maintenance'),
  'new-booking-off': switchOff('allowNew', 'newBookingOff'),
  weekend: () => ({
    ...{ name: 'weekend', right: 'settings' },
    change: (api) => api.call('changeSettings', { body: { weekendBooking: true } }),
  }),
  'not-published': ofClinician('publishClinician', { published: true }),
  'no-new-patients': ofClinician('newPatients', { acceptsNewPatients: true }),
  expired: ofClinician('noExpiry', { preblockExpiryHours: null }),
  'not-in-list': ({ rule: { where }, asked }) =>
    where?.id === undefined
      ? undefined
      : {
          ...{ name: 'ontoList', right: 'catalogue' },
          change: (api) => addToList(api, 'template', where.id!, asked.treatment),
        },
  'not-in-booking': ({ asked }) => ({
    ...{ name: 'intoBooking', right: 'catalogue' },
    change: (api) => changeTemplate(api, asked.treatment, () => ({ useInBooking: true })),
  }),
  'needs-need': ({ asked, clinician }) => ({
    ...{ name: 'withoutNeed', right: 'catalogue' },
    change: (api) =>
      changeTemplate(api, asked.treatment, ({ cliniciansWithoutNeed = [] }) => ({
        cliniciansWithoutNeed: [...cliniciansWithoutNeed, clinician],
      })),
  }),
  'lead-time': ({ asked, today }) => {
    const days = daysBetween(today, asked.date);
    return {
      ...{ name: 'shorterLead', right: 'catalogue' },
      change: (api) =>
        changeTemplate(api, asked.treatment, () => ({ leadDays: days === 0 ? null : days - 1 })),
    };
  },
  'no-working-time': place('work', 'working-time'),
  'outside-working-time': place('work', 'working-time', true),
  'no-recall-time': (failed) => ({
    ...{ name: 'recallTime', right: 'publish', clinics: clinicsOf(failed) },
    change: (api) => markRecall(api, failed.clinician, failed.asked.date),
  }),
  'no-preblock': place('publish', 'preblock'),
  'not-internet': place('publish', 'preblock'),
  'outside-preblock': place('publish', 'preblock'),
  'preblock-expired': ({ rule: { where } }) => ({
    ...{ name: 'keepPreblock', right: 'catalogue' },
    change: (api) => changeDefinition(api, where!.id!, () => ({ expiresDaysBefore: null })),
  }),
  'preblock-not-in-list': ({ rule: { where } }) =>
    where?.id === undefined || where.item === undefined
      ? undefined
      : {
          ...{ name: 'preblockOntoList', right: 'catalogue' },
          change: (api) => addToList(api, 'preblock', where.id!, where.item!),
        },
  category: ({ rule: { where }, asked, data }) => {
    const category = data.templates.find(({ id }) => id === asked.treatment)?.category;
    if (where?.id === undefined || category === undefined) return undefined;
    return {
      ...{ name: 'letIn', right: 'catalogue' },
      change: (api) =>
        changeDefinition(api, where.id!, ({ mode, categories }) => ({
          categories:
            mode === 'allow'
              ? [...categories, category]
              : categories.filter((one) => one !== category),
        })),
    };
  },
};

/** What one click can do about a hindrance; undefined where there is nothing. */
export const mendOf = (failed: Failed): Mend | undefined => mends[failed.rule.because]?.(failed);
