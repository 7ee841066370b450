import type { Narrowing } from './narrowing.js';
import type { ClinicChoice, ClinicianChoice, Part, Selection } from './selection.js';

/** Choices as in attributes and addresses: ids, `any`, or `group:` and a group's id (P-10). */
export interface Link {
  readonly clinic?: string;
  readonly treatment?: string;
  readonly clinician?: string;
  /** The start of the chosen time, an instant. */
  readonly time?: string;
}

/** What a page may set before the patient does anything. */
export interface Beginning extends Link {
  readonly group?: string;
  readonly step?: string;
  readonly initialChoices?: Link;
}

const parts: readonly Part[] = ['clinic', 'treatment', 'clinician', 'time', 'details', 'confirm'];

/** The step with this name, or undefined. */
export function stepOf(name: string | undefined): Part | undefined {
  return parts.find((part) => part === name);
}

/** What is chosen from the start (P-10). */
export function requestOf({
  clinic,
  clinician,
  treatment,
  time,
  initialChoices,
}: Beginning): Selection {
  return selectionOf({
    ...(clinic ? { clinic } : {}),
    ...(clinician ? { clinician } : {}),
    // All of it is chosen, so that the time can be held.
    ...(time ? { time, ...(treatment ? { treatment } : {}) } : {}),
    ...initialChoices,
  });
}

/** What a link is about: the rest is not shown until the patient asks for it (P-10). */
export function narrowingOf({ group, treatment, clinician }: Beginning): Narrowing {
  return { group, treatment, clinician: clinician === 'any' ? undefined : clinician };
}

/** The choices of a link; the flow ignores those that do not exist. */
function selectionOf({ clinic, treatment, clinician, time }: Link): Selection {
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
