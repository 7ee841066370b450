import { createContext } from '@lit/context';
import type { Language, Me, StaffRight } from '../../contract/index.js';
import type { StaffApi } from '../api/staff-api.js';
import type { StaffError } from '../api/staff-error.js';

/** What every page of the console works with. */
export interface ConsoleContext {
  readonly api: StaffApi;
  /** Who is signed in. */
  readonly me: Me;
  /** Name of the account, for titles. */
  readonly accountName: string;
  /** Names of the pages that this person sees. */
  readonly pages: readonly string[];
  /** Opens a page: `go('people', 'clinicians', 'lise')`. */
  readonly go: (page: string, ...parts: string[]) => void;
  /** Tells the console of a failed call: where the session has ended, it asks to sign in again over the page. */
  readonly failed: (error: StaffError) => void;
  /** Says something to everybody, screen readers included, for a moment. */
  readonly say: (text: string) => void;
}

/** Language of everything in the console, signing in included. */
export const languageContext = createContext<Language>(Symbol('opus-console-language'));

export const consoleContext = createContext<ConsoleContext | undefined>(Symbol('opus-console'));

/** Whether somebody has a right over the whole account (C-01). */
export function mayEverywhere({ grants }: Me, right: StaffRight): boolean {
  return grants.some((grant) => grant.right === right && !grant.clinics && !grant.clinician);
}

/** Whether somebody has a right at some place at least. */
export function maySomewhere({ grants }: Me, right: StaffRight): boolean {
  return grants.some((grant) => grant.right === right);
}

/** Whether somebody has a right at a clinic. */
export function mayAt({ grants }: Me, right: StaffRight, clinic: string): boolean {
  return grants.some(
    (grant) =>
      grant.right === right && !grant.clinician && (grant.clinics?.includes(clinic) ?? true),
  );
}
