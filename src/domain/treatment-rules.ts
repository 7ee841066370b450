/** What of a booking template decides who offers it. */
export interface OfferRules {
  readonly id: string;
  readonly useInBooking: boolean;
  readonly governedByNeed?: boolean | undefined;
  readonly cliniciansWithoutNeed?: readonly string[] | undefined;
}

/** What of a preblock definition decides whom it lets in. */
export interface AdmissionRules {
  /** Whether `categories` are let in or kept out. */
  readonly mode: 'allow' | 'deny';
  readonly categories: readonly string[];
  readonly allowAllRebookings: boolean;
}

/**
 * Whether a clinician offers a template to a patient without a need: of a template governed by need only the
 * clinicians named, of any other those named or, when none is, everyone.
 */
export function isOfferedWithoutNeed(
  { governedByNeed = false, cliniciansWithoutNeed: named = [] }: OfferRules,
  clinician: string,
): boolean {
  return named.includes(clinician) || (named.length === 0 && !governedByNeed);
}

/** Why a template of the account is not offered by a clinician to a patient without a need; without a list, all are on it. */
export function templateFault(
  template: OfferRules,
  clinician: string,
  list: { readonly items: readonly string[] } | undefined,
): 'not-in-list' | 'not-in-booking' | 'needs-need' | undefined {
  if (list && !list.items.includes(template.id)) return 'not-in-list';
  if (!template.useInBooking) return 'not-in-booking';
  return isOfferedWithoutNeed(template, clinician) ? undefined : 'needs-need';
}

/**
 * Whether a preblock lets in an appointment of a category; null: an appointment without one. `isRebooking` says
 * that the appointment exists and is to be moved there, for *allow all rebookings* (A-02).
 */
export function permitsCategory(
  definition: AdmissionRules,
  category: string | null,
  isRebooking: boolean,
): boolean {
  if (isRebooking && definition.allowAllRebookings) return true;
  if (category === null) return definition.mode === 'deny';
  return definition.categories.includes(category) === (definition.mode === 'allow');
}
