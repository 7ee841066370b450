import type { Account, Slot } from '../../contract/index.js';
import type { Localizer } from '../../locales/localizer.js';
import type { AppointmentsController } from '../../state/appointments/appointments-controller.js';
import { aboutOf } from '../../state/appointments/appointments-state.js';
import type { SessionController } from '../../state/session/session-controller.js';

/** What the parts of the page are drawn from. */
export interface OwnView {
  readonly account: Account;
  readonly controller: AppointmentsController;
  readonly session: SessionController;
  readonly words: Localizer;
  /** Today's date where the clinics are. */
  readonly today: string;
  readonly bookingUrl: string | undefined;
  /** The e-ID provider that is offered first; empty where it does not matter. */
  readonly idp: string;
  /** Where the e-ID provider may send the browser back to, if the page may be left at all. */
  readonly returnPath: string | undefined;
  /** Something new can be booked in the widget around. */
  readonly canBook: boolean;
  /** True when a tag can be used; otherwise it is on its way. */
  readonly isReady: (tag: string) => boolean;
  /** Something that is needed could not be had. */
  readonly isBroken: boolean;
  /** Takes a time that is offered in place of a lost one. */
  readonly take: (slot: Slot) => void;
  readonly retry: () => void;
}

/** The number of the clinic that it is about, else of the first one. */
export function ownPhone({ account, controller }: OwnView): string {
  const { flow } = controller.state;
  const about = aboutOf(controller.state);
  const appointment = flow.cancelling ?? (about?.kind === 'move' ? about.appointment : undefined);
  if (about?.kind === 'recall') return about.recall.phone;
  return appointment?.clinic.phone ?? account.clinics[0]?.phone ?? '';
}
