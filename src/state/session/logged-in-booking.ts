import type { ReactiveControllerHost } from 'lit';
import type { SessionApi } from '../../api/session-api.js';
import type { Account, Recall } from '../../contract/index.js';
import { filledFrom, withFilled, withoutFilled, type Filled } from '../../domain/known-patient.js';
import { forPatientOnFile } from '../../domain/on-file.js';
import { emptyDraft } from '../../domain/empty-draft.js';
import type { DraftSettings } from '../../domain/patient-draft.js';
import type { BookingController } from '../booking/booking-controller.js';
import { currentPart } from '../booking/booking-state.js';
import { ownerOf, SessionController } from './session-controller.js';

/** What the widget shows: the booking, logging in, or the patient's own appointments. */
export type View = 'booking' | 'login' | 'appointments';

/** What makes a logged-in patient's booking another than a stranger's (P-34, P-38, P-39). */
export class LoggedInBooking {
  readonly session: SessionController;
  /** Needs that can be booked, not booked yet (P-38). */
  recalls: readonly Recall[] = [];
  readonly #follower = { hostUpdate: () => this.#follow() };
  #filled: Filled = {};
  #owner: string | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    own: SessionApi,
    private readonly controller: BookingController,
  ) {
    this.session = new SessionController(own);
    this.session.watch(host);
    host.addController(this.#follower);
  }

  /** Another account: what is known of the patient is forgotten. */
  end(): void {
    this.host.removeController(this.#follower);
    void this.session.logOut();
  }

  /** Why the form or the review gives way to logging in; undefined when it need not. */
  get gate(): 'booking' | 'over' | 'not-on-file' | undefined {
    const { session } = this;
    const { account, pending } = this.controller.state;
    const settings = account?.settings;
    if (session.current) {
      const isClosed = settings?.newBookingRequiresLogin || !settings?.selfCreation;
      return session.current.access === 'none' && isClosed ? 'not-on-file' : undefined;
    }
    if (session.isOver || session.isWanted) return 'over';
    // What waits for its code is as good as booked.
    const isAsked = settings?.newBookingRequiresLogin && !pending;
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

  /** Fills the form in from the record of whoever logged in, and takes that out again when they leave (P-39). */
  #follow(): void {
    const { session, controller } = this;
    const { current } = session;
    const { account, draft } = controller.state;
    if (!account) return;
    // A session that ended by itself keeps choices and form, out of sight, for whoever logs in again.
    if (!current && (session.isOver || session.isWanted)) return;
    const isOnFile = current !== undefined && current.access !== 'none';
    controller.dispatch({ type: 'see-as', viewOf: isOnFile ? forPatientOnFile : undefined });
    if (!current) {
      if (this.#owner !== undefined) this.#clear();
      return;
    }
    const owner = ownerOf(current);
    const isOther = owner !== this.#owner;
    // Another booking begins with an empty form.
    if (!isOther && draft !== emptyDraft) return;
    if (isOther && this.#owner !== undefined) this.#clear();
    this.#owner = owner;
    // What was filled in for somebody else is gone by now.
    const { draft: typed } = controller.state;
    this.#filled = filledFrom(current.patient, typed, account.market);
    controller.dispatch({ type: 'fill', draft: withFilled(typed, this.#filled) });
    void this.#lookForNeeds(account);
  }

  #clear(): void {
    const { controller } = this;
    controller.type(withoutFilled(controller.state.draft, this.#filled));
    if (currentPart(controller.state) === 'confirm')
      controller.dispatch({ type: 'go-to', part: 'details' });
    this.#filled = {};
    this.#owner = undefined;
    this.recalls = [];
  }

  async #lookForNeeds({ settings }: Account): Promise<void> {
    const { session } = this;
    const owner = this.#owner;
    if (!settings.viewAppointments || session.current?.access === 'none') return;
    try {
      const { recalls } = await session.call((token) => session.api.appointments(token));
      if (owner !== this.#owner) return;
      this.recalls = recalls.filter(({ bookable, appointment }) => bookable && !appointment);
      this.host.requestUpdate();
    } catch {
      // Shown when it is there; the list of appointments says what cannot be had.
    }
  }
}
