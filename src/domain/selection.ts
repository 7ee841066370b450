import type { ChoiceStep, Slot } from '../contract/index.js';

/** One clinic, any clinic, or any clinic of a group (P-12, P-14). */
export type ClinicChoice =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'group'; readonly id: string };

/** One clinician, or any clinician of the chosen clinic (P-16). */
export type ClinicianChoice =
  { readonly kind: 'one'; readonly id: string } | { readonly kind: 'any' };

/** A start (an ISO instant), and the slots that fit it as far as they are known. */
export interface TimeChoice {
  readonly start: string;
  readonly slots: readonly Slot[];
}

/** What the patient has chosen so far; a step not yet chosen is absent. */
export interface Selection {
  readonly clinic?: ClinicChoice | undefined;
  /** A treatment's id. */
  readonly treatment?: string | undefined;
  readonly clinician?: ClinicianChoice | undefined;
  readonly time?: TimeChoice | undefined;
}

/** One choice, as pickers report it and the flow takes it. */
export type Choice =
  | { readonly step: 'clinic'; readonly value: ClinicChoice }
  | { readonly step: 'treatment'; readonly value: string }
  | { readonly step: 'clinician'; readonly value: ClinicianChoice }
  | { readonly step: 'time'; readonly value: TimeChoice };

/** The steps of a page: the four choices, the form, and the review with all that follows it. */
export type Part = ChoiceStep | 'details' | 'confirm';
