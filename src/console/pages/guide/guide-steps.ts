import type {
  CategoryInput,
  ClinicianInput,
  ClinicInput,
  Placement,
  PreblockInput,
  Slot,
  StaffSettings,
  StaffTheme,
  TemplateInput,
  Texts,
  WorkingTime,
} from '../../../contract/index.js';
import { permitsCategory } from '../../../domain/treatment-rules.js';

type WithId<T> = T & { id: string };

/** What the guide is worked out from: the account as it is stored, and the calendar from today on. */
export interface GuideData {
  readonly clinics: readonly WithId<ClinicInput>[];
  readonly clinicians: readonly WithId<ClinicianInput>[];
  readonly categories: readonly WithId<CategoryInput>[];
  readonly templates: readonly WithId<TemplateInput>[];
  readonly definitions: readonly WithId<PreblockInput>[];
  /** The first free time that patients see now; null: none, undefined: the page is closed. */
  readonly first?: Slot | null | undefined;
  /** The calendar, which need not be read where there is a free time: that lies in both. */
  readonly workingTime: readonly WorkingTime[];
  readonly preblocks: readonly Placement[];
  readonly settings: StaffSettings;
  readonly theme: StaffTheme;
  readonly texts: Texts;
  /** How many passkeys the person has who looks. */
  readonly passkeys: number;
}

export type GuideStepName =
  | 'account'
  | 'passkey'
  | 'clinics'
  | 'groups'
  | 'clinicians'
  | 'templates'
  | 'definitions'
  | 'workingTime'
  | 'preblocks'
  | 'look'
  | 'texts'
  | 'login'
  | 'sender';

/** A line of the guide. */
export interface GuideStep {
  readonly name: GuideStepName;
  readonly isDone: boolean;
  /** Without it patients find no time. */
  readonly isNeeded: boolean;
}

/** What of the set-up is done, in the order of the manuals (C-05). */
export function guideSteps(data: GuideData): GuideStep[] {
  const { clinics, clinicians, categories, templates, definitions, settings, theme, texts } = data;
  const published = clinicians.filter((one) => one.published && one.clinics.length > 0);
  const isPublished = ({ clinician, clinic }: WorkingTime | Placement) =>
    published.some(
      (one) => one.id === clinician && one.clinics.some((work) => work.clinic === clinic),
    );
  const known = new Set(categories.map(({ id }) => id));
  const bookable = templates.filter(
    ({ useInBooking, category }) => useInBooking && known.has(category),
  );
  const fitting = new Set(
    definitions
      .filter(
        (one) =>
          one.type === 'internet' &&
          bookable.some(({ category }) => permitsCategory(one, category, false)),
      )
      .map(({ id }) => id),
  );
  const grouped = clinics.filter(({ group }) => group);
  const step = (name: GuideStepName, isDone: boolean, isNeeded = false) => ({
    name,
    isDone,
    isNeeded,
  });
  return [
    // Whoever reads this has come in by the invitation, which took the account key's place (S-08).
    step('account', true, true),
    step('passkey', data.passkeys > 0),
    step('clinics', clinics.length > 0, true),
    // All clinics in groups or none: the others would stand alone under "Ungrouped clinics".
    step('groups', clinics.length > 0 && [0, clinics.length].includes(grouped.length)),
    step('clinicians', published.length > 0, true),
    step('templates', bookable.length > 0, true),
    step('definitions', fitting.size > 0, true),
    step('workingTime', Boolean(data.first) || data.workingTime.some(isPublished), true),
    step(
      'preblocks',
      Boolean(data.first) ||
        data.preblocks.some((one) => fitting.has(one.preblock) && isPublished(one)),
      true,
    ),
    step('look', Boolean(theme.accent ?? theme.logo)),
    step('texts', Boolean(texts.welcomeHeading ?? texts.welcomeText)),
    step(
      'login',
      (settings.login.sms || settings.login.eid.length > 0) && !settings.newBookingRequiresLogin,
    ),
    step('sender', settings.sender.emailAddress !== null || settings.sender.sms !== null),
  ];
}

/** Whether patients can find a time, as far as the set-up goes. */
export const isComplete = (steps: readonly GuideStep[]): boolean =>
  steps.every(({ isDone, isNeeded }) => isDone || !isNeeded);
