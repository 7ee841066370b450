import type { ReactiveControllerHost } from 'lit';
import type { BookingApi } from '../../api/booking-api.js';
import type { SessionApi } from '../../api/session-api.js';
import type { Account, Recall } from '../../contract/index.js';
import {
  changedDetails,
  filledFrom,
  withFilled,
  withoutFilled,
  type Filled,
} from '../../domain/known-patient.js';
import { emptyDraft } from '../../domain/empty-draft.js';
import type { BookingDetails, DraftRules, DraftSettings } from '../../domain/patient-draft.js';
import type { BookingController } from '../booking/booking-controller.js';
import { ownerOf, SessionController } from './session-controller.js';
import { withSession } from './with-session.js';

/** What the widget shows: the booking, logging in, or the patient's own appointments. */
export type View = 'booking' | 'login' | 'appointments';

/** What makes a logged-in patient's booking another than a stranger's (P-34, P-38, P-39). */
export class LoggedInBooking {
  readonly session: SessionController;
  /** The booking's calls as they are without a session. */
  api: BookingApi | undefined;
  /** Needs that can be booked, not booked yet (P-38). */
  recalls: readonly Recall[] = [];
  private readonly follower = { hostUpdate: () => this.follow() };
  private filled: Filled = {};
  private owner: string | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    own: SessionApi,
    private readonly controller: BookingController,
  ) {
    this.session = new SessionController(own);
    this.session.watch(host);
    host.addController(this.follower);
  }

  /** Another account: what is known of the patient is forgotten. */
  end(): void {
    this.host.removeController(this.follower);
    void this.session.logOut();
  }

  /** The booking's calls as they are made from now on. */
  wrapWithSession(api: BookingApi): BookingApi {
    this.api = api;
    return withSession(api, this.session);
  }

  /** Why the form or the review gives way to logging in; undefined when it need not. */
  get gate(): 'booking' | 'over' | 'not-on-file' | undefined {
    const { session } = this;
    const settings = this.controller.account?.settings;
    if (session.current) {
      const isClosed = settings?.newBookingRequiresLogin || !settings?.selfCreation;
      return session.current.access === 'none' && isClosed ? 'not-on-file' : undefined;
    }
    if (session.isOver || session.isWanted) return 'over';
    // What waits for its code is as good as booked.
    const isAsked = settings?.newBookingRequiresLogin && !this.controller.pending;
    return isAsked ? 'booking' : undefined;
  }

  /** The account as form and review take it: a logged-in patient is asked for no national ID, and for no code (P-39). */
  accountFor(account: Account): Account {
    const { current } = this.session;
    if (!current) return account;
    const settings: Account['settings'] & DraftSettings = {
      ...account.settings,
      confirmation: 'none',
      knownId: current.patient.nationalIdMasked,
    };
    return { ...account, settings };
  }

  /** What is sent of a form: of a logged-in patient only what their record does not say already. */
  readonly detailsToSend = (details: BookingDetails, rules: DraftRules): BookingDetails => {
    const { current } = this.session;
    return current
      ? changedDetails(details, current.patient, this.controller.draft, rules)
      : details;
  };

  /** Fills the form in from the record of whoever logged in, and takes that out again when they leave (P-39). */
  private follow(): void {
    const { session, controller } = this;
    const { current } = session;
    const { account, draft } = controller;
    if (!account) return;
    if (!current) {
      // A session that ended by itself keeps the form, out of sight, for whoever logs in again.
      if (this.owner !== undefined && !session.isOver && !session.isWanted) this.clear();
      return;
    }
    const owner = ownerOf(current);
    const isOther = owner !== this.owner;
    // Another booking begins with an empty form.
    if (!isOther && draft !== emptyDraft) return;
    if (isOther && this.owner !== undefined) this.clear();
    this.owner = owner;
    this.filled = filledFrom(current.patient, controller.draft, account.market);
    controller.draft = withFilled(controller.draft, this.filled);
    void this.lookForNeeds(account);
  }

  private clear(): void {
    const { controller } = this;
    controller.type(withoutFilled(controller.draft, this.filled));
    if (controller.part === 'confirm') controller.goTo('details');
    this.filled = {};
    this.owner = undefined;
    this.recalls = [];
  }

  private async lookForNeeds({ settings }: Account): Promise<void> {
    const { session, owner } = this;
    if (!settings.viewAppointments || session.current?.access === 'none') return;
    try {
      const { recalls } = await session.call((token) => session.api.appointments(token));
      if (owner !== this.owner) return;
      this.recalls = recalls.filter(({ bookable, appointment }) => bookable && !appointment);
      this.host.requestUpdate();
    } catch {
      // Shown when it is there; the list of appointments says what cannot be had.
    }
  }
}
