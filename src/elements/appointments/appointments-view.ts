import type { Account, Slot } from '../../contract/index.js';
import type { Localizer } from '../../locales/localizer.js';
import type { AppointmentsController } from '../../state/appointments/appointments-controller.js';
import { aboutOf } from '../../state/appointments/appointments-state.js';
import type { SessionController } from '../../state/session/session-controller.js';

/** What the parts of the page are rendered from. */
export interface AppointmentsView {
  readonly account: Account;
  readonly controller: AppointmentsController;
  readonly session: SessionController;
  readonly words: Localizer;
  /** Today's date at the clinics. */
  readonly today: string;
  readonly bookingUrl: string | undefined;
  /** The e-ID provider that is offered first; empty for none. */
  readonly idp: string;
  /** Where the e-ID provider may send the browser back to; undefined where the page may not be left. */
  readonly returnPath: string | undefined;
  /** A new appointment can be booked in the widget around. */
  readonly canBook: boolean;
  /** The appointment whose card asks for news of an earlier time; empty for none (P-48). */
  readonly alertFor: string;
  /** True when a tag is defined; otherwise it is being loaded. */
  readonly isReady: (tag: string) => boolean;
  /** Something that is needed could not be loaded. */
  readonly isBroken: boolean;
  /** Takes another slot in place of one that was lost. */
  readonly takeSlot: (slot: Slot) => void;
  readonly retry: () => void;
}

/** Phone number of the clinic whose appointment is being changed, else of the first clinic. */
export function phoneOf({ account, controller }: AppointmentsView): string {
  const { flow } = controller.state;
  const about = aboutOf(controller.state);
  const appointment = flow.cancelling ?? (about?.kind === 'move' ? about.appointment : undefined);
  if (about?.kind === 'recall') return about.recall.phone;
  return appointment?.clinic.phone ?? account.clinics[0]?.phone ?? '';
}
