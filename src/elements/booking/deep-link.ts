import type { ClinicChoice, ClinicianChoice, Part, Selection } from '../../domain/selection.js';

/** Choices as in attributes and addresses: ids, `any`, or `group:` and a group's id (P-10). */
export interface Link {
  readonly clinic?: string;
  readonly treatment?: string;
  readonly clinician?: string;
  /** The start of the chosen time, an instant. */
  readonly time?: string;
}

const parts: readonly Part[] = ['clinic', 'treatment', 'clinician', 'time', 'details', 'confirm'];

/** The step with this name, or undefined. */
export function stepOf(name: string | undefined): Part | undefined {
  return parts.find((part) => part === name);
}

/** The choices of a link; the flow ignores those that do not exist. */
export function requestOf({ clinic, treatment, clinician, time }: Link): Selection {
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
