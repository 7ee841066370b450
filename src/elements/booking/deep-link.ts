import type { ClinicChoice, ClinicianChoice, Part, Selection } from '../../domain/selection.js';
import { languageOf } from '../../locales/languages.js';

/** Choices as in attributes and addresses: ids, `any`, or `group:` and a group's id (P-10). */
export interface Link {
  readonly clinic?: string;
  readonly treatment?: string;
  readonly clinician?: string;
  /** The start of the chosen time, an instant. */
  readonly time?: string;
}

/** What a page may set on the element before the patient does anything. */
interface PageSettings extends Link {
  readonly group?: string;
  readonly step?: string;
  readonly view?: string;
  readonly lang?: string;
  readonly initialChoices?: Link;
}

const parts: readonly Part[] = ['clinic', 'treatment', 'clinician', 'time', 'details', 'confirm'];

/** The step with this name, or undefined. */
export function stepOf(name: string | undefined): Part | undefined {
  return parts.find((part) => part === name);
}

/** Where a booking begins on a page, and whether something of what the page has set is no word that is known (`isOdd`). */
export function beginningOf(page: PageSettings) {
  const { clinic, group, treatment, clinician, time, initialChoices } = page;
  const { step: name, view, lang } = page;
  const step = stepOf(name);
  return {
    request: requestOf({
      ...(clinic ? { clinic } : {}),
      ...(clinician ? { clinician } : {}),
      // All of it is chosen, so that the time can be held.
      ...(time ? { time, ...(treatment ? { treatment } : {}) } : {}),
      ...initialChoices,
    }),
    narrowing: { group, treatment, clinician: clinician === 'any' ? undefined : clinician },
    ...(step ? { step } : {}),
    isOdd: Boolean(
      (lang && !languageOf(lang)) ||
      (view && !['booking', 'login', 'appointments'].includes(view)) ||
      (name && !step),
    ),
  };
}

/** The choices of a link; the flow ignores those that do not exist. */
function requestOf({ clinic, treatment, clinician, time }: Link): Selection {
  return {
    ...(clinic ? { clinic: clinicOf(clinic) } : {}),
    ...(treatment ? { treatment } : {}),
    ...(clinician ? { clinician: oneOrAny(clinician) } : {}),
    ...(time ? { time: { start: time, slots: [] } } : {}),
  };
}

/** The link for a selection. */
export function linkOf({ clinic, treatment, clinician, time }: Selection): Link {
  return {
    ...(clinic ? { clinic: clinic.kind === 'group' ? `group:${clinic.id}` : idOf(clinic) } : {}),
    ...(treatment ? { treatment } : {}),
    ...(clinician ? { clinician: idOf(clinician) } : {}),
    ...(time ? { time: time.start } : {}),
  };
}

function clinicOf(text: string): ClinicChoice {
  return text.startsWith('group:') ? { kind: 'group', id: text.slice(6) } : oneOrAny(text);
}

function oneOrAny(text: string): ClinicianChoice {
  return text === 'any' ? { kind: 'any' } : { kind: 'one', id: text };
}

function idOf(choice: ClinicianChoice | ClinicChoice): string {
  return choice.kind === 'any' ? 'any' : choice.id;
}
