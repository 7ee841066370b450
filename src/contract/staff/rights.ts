import * as z from 'zod/mini';
import { Id } from '../primitives.js';

/** What a member of staff or a key may do; each staff call asks for one of them (C-01). */
export const StaffRight = z.enum([
  // Settings and catalogue, working time and preblocks; nothing of patients.
  'read',
  // Settings, texts, theme, status, script, message texts, providers of e-ID, lists of the organisation.
  'settings',
  // Companies, groups, clinics, clinicians, categories, resources, templates, preblock definitions, lists.
  'catalogue',
  // Working time and placed preblocks (*Preblock for Internet*, A-13).
  'publish',
  // The timebook: read, book, move, cancel.
  'appointments',
  // Book over a preblock that may not be bypassed.
  'override',
  // Patients on file, their needs and their journal.
  'patients',
  // SMS: read them, send them, cancel what waits.
  'messages',
  // Changes of a patient's details that wait for yes or no (P-39).
  'decide',
  // Export and erasure of one person.
  'privacy',
  'people',
  'keys',
  // What was changed by whom, and undo.
  'history',
  // Export and import of all settings.
  'exchange',
]);
export type StaffRight = z.infer<typeof StaffRight>;

export const StaffRole = z.enum([
  'owner',
  'administrator',
  'publisher',
  'reception',
  'clinician',
  'reader',
]);
export type StaffRole = z.infer<typeof StaffRole>;

/** A role that a person has: at some clinics, or everywhere where `clinics` is absent. */
export const GivenRole = z.object({
  role: StaffRole,
  clinics: z.optional(z.array(Id).check(z.minLength(1))),
});
export type GivenRole = z.infer<typeof GivenRole>;

/** Rights that hold at a place: at the clinics of a role, and for a clinician in the own calendar. */
export const rightsAtPlace: readonly StaffRight[] = [
  'catalogue',
  'publish',
  'appointments',
  'override',
];

/**
 * Rights about what the clinics of an account have in common: a role at one clinic has them whole, since a patient on file may
 * come to any of them. All others are over the whole account, and a role at some clinics does not have them.
 */
export const sharedRights: readonly StaffRight[] = ['read', 'patients', 'messages', 'decide'];

/**
 * The rights of each role (C-01). A person who may not publish has no `publish` in any role; a clinician publishes and
 * books in the own calendar only.
 */
export const rightsOfRole: Readonly<Record<StaffRole, readonly StaffRight[]>> = {
  owner: StaffRight.options,
  administrator: StaffRight.options.filter((right) => right !== 'keys' && right !== 'exchange'),
  publisher: ['read', 'publish'],
  reception: ['read', 'publish', 'appointments', 'override', 'patients', 'messages', 'decide'],
  clinician: ['read', 'publish', 'appointments', 'override'],
  reader: ['read'],
};
