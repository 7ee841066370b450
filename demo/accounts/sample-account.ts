import type {
  AccountSetup,
  CategoryInput,
  ClinicianInput,
  ClinicInput,
  CompanyInput,
  GroupInput,
  ListInput,
  OrganisationLists,
  PatientInput,
  PreblockInput,
  SettingsPatch,
  TemplateInput,
  TemplateListInput,
  TextsPatch,
  ThemePatch,
} from '../../src/contract/index.js';
import type { SmsDays } from './sms-days.js';

/** Things by their id. */
type ById<Input> = Readonly<Record<string, Input>>;

/** A stretch of the wall clock, `HH:MM`. */
export type ClockRange = readonly [from: string, to: string];

/** One clinician's week at one clinic; the seed repeats it over the coming weeks. */
export interface WeekPattern {
  readonly clinician: string;
  readonly clinic: string;
  /** ISO weekdays, Monday 1. */
  readonly weekdays: readonly number[];
  readonly working: readonly ClockRange[];
  readonly preblocks: readonly {
    readonly preblock: string;
    readonly at: ClockRange;
    /** Only on these of the pattern's weekdays. */
    readonly weekdays?: readonly number[];
  }[];
  /** Appointments that are always taken already: weekday, start, minutes. */
  readonly booked?: readonly (readonly [weekday: number, start: string, minutes: number])[];
}

/** A sample account: everything is set up through the staff API, in this order. */
export interface SampleAccount {
  readonly id: string;
  readonly setup: AccountSetup;
  readonly settings: SettingsPatch;
  readonly texts: TextsPatch;
  readonly theme: ThemePatch;
  readonly lists: OrganisationLists;
  readonly categories: ById<CategoryInput>;
  readonly templates: ById<TemplateInput>;
  readonly templateLists: ById<TemplateListInput>;
  readonly preblocks: ById<PreblockInput>;
  readonly preblockLists: ById<ListInput>;
  readonly companies: ById<CompanyInput>;
  readonly groups: ById<GroupInput>;
  readonly clinics: ById<ClinicInput>;
  readonly clinicians: ById<ClinicianInput>;
  /** Patients on file. */
  readonly patients?: ById<PatientInput>;
  readonly weeks: readonly WeekPattern[];
  /** What goes on by SMS; absent: nothing. */
  readonly sms?: SmsDays;
}

/** Categories by id and name, in their order. */
export function categories(names: Readonly<Record<string, string>>): ById<CategoryInput> {
  return Object.fromEntries(
    Object.entries(names).map(([id, name], position) => [id, { name, position }]),
  );
}

/** A template that patients may book, move and cancel; `more` overrides. */
export function template(
  name: string,
  minutes: number,
  category: string,
  more: Partial<TemplateInput> = {},
): TemplateInput {
  return {
    name,
    minutes,
    category,
    useInTimebook: true,
    useInBooking: true,
    moveOnline: true,
    cancelOnline: true,
    maxDaysToMove: 30,
    useInRecall: false,
    moveNextRecall: false,
    recallCard: false,
    ...more,
  };
}

/** An Internet preblock that lets some categories in. */
export function internet(
  name: string,
  allowed: readonly string[],
  more: Partial<PreblockInput> = {},
): PreblockInput {
  return {
    name,
    type: 'internet',
    mode: 'allow',
    categories: [...allowed],
    mayBypass: true,
    allowAllRebookings: false,
    ...more,
  };
}
