import { createContext } from '@lit/context';
import type { Account, Slot } from '../contract/index.js';
import type { Selection } from '../domain/selection.js';
import type { SessionController } from './session/session-controller.js';

// Narrow on purpose: an element asks for the one thing it shows, and is rendered again only when that changes.

/** The account and its catalogue. */
export const accountContext = createContext<Account | undefined>(Symbol('opus-account'));

/** What the patient has chosen so far. */
export const selectionContext = createContext<Selection>(Symbol('opus-selection'));

/** The time held for the patient, with who and where (P-21, P-24). */
export const heldSlotContext = createContext<Slot | undefined>(Symbol('opus-held-slot'));

/** The patient's session, where the account has a way to log in (P-33). */
export const sessionContext = createContext<SessionController | undefined>(Symbol('opus-session'));
