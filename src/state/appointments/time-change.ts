import type { BookingApi } from '../../api/booking-api.js';
import { BookingError } from '../../api/booking-error.js';
import type {
  Account,
  Appointment,
  FieldProblem,
  HoldRequest,
  Language,
  Patient,
} from '../../contract/index.js';
import { addDays } from '../../domain/civil-date.js';
import { formatInstant, toClockTime, toInstant } from '../../domain/clock-time.js';
import {
  firstWeek,
  limitsOf,
  ownTimesFilter,
  type About,
  type Whose,
} from '../../domain/own-appointments.js';
import { consentWords } from '../../domain/own-texts.js';
import { timesViewOf } from '../../domain/requests.js';
import { mondayOf } from '../../domain/week.js';
import { BookingAttempt } from '../booking/booking-attempt.js';
import { HoldKeeper, type HoldState } from '../hold/hold-keeper.js';
import { MoveAttempt } from './move-attempt.js';
import type { SessionController } from '../session/session-controller.js';
import { SlotsController, type TimesState } from '../hold/slots-controller.js';

/** What a change of time is done with. */
export interface ChangeMeans {
  /** Read anew where what it says is no longer so. */
  account: Account;
  /** Carries the session. */
  readonly api: BookingApi;
  readonly session: SessionController;
}

/** Who acts on what comes of a change of time. */
export interface ChangeObserver {
  holdChanged(hold: HoldState): void;
  timesChanged(times: TimesState): void;
  timesFailed(error: BookingError): void;
  holdFailed(error: BookingError): void;
}

const noon = 720;

/**
 * Free times, hold and answer for one appointment that moves, or one need that is booked (P-36, P-38). It holds the time
 * by a token of its own, which it gives back when the patient leaves.
 */
export class TimeChange {
  readonly holds: HoldKeeper;
  readonly slots: SlotsController;
  readonly #moving: MoveAttempt | undefined;
  readonly #booking: BookingAttempt | undefined;
  #isOpen = false;

  constructor(
    private readonly means: ChangeMeans,
    private about: About,
    observer: ChangeObserver,
  ) {
    const { api, account, session } = means;
    const holds = new HoldKeeper(api, {
      holdChanged: () => observer.holdChanged(holds.state),
      holdFailed: (error) => observer.holdFailed(error),
    });
    this.holds = holds;
    this.slots = new SlotsController(api, account.timeZone, {
      timesChanged: (times) => observer.timesChanged(times),
      slotsFailed: (error) => observer.timesFailed(error),
      holdToken: () => holds.ownToken,
    });
    if (about.kind === 'move') {
      this.#moving = new MoveAttempt(session, holds, about.appointment.id);
    } else this.#booking = new BookingAttempt(api, holds);
  }

  /** Whether this is what the patient is about now, whatever is known of it meanwhile. */
  isAbout(about: About): boolean {
    const isSame = idOf(about) === idOf(this.about) && about.kind === this.about.kind;
    if (isSame) this.about = about;
    return isSame;
  }

  /** Shows the times: first where the present time lies, then where the patient was. */
  show(whose: Whose): void {
    const { timeZone } = this.means.account;
    const { today, week } = this.slots.state;
    const dateOf = (instant: string) => toClockTime(instant, timeZone).date;
    const monday = this.#isOpen ? week : firstWeek(this.about, today, dateOf);
    this.#isOpen = true;
    const filter = ownTimesFilter(this.about, whose);
    const request = { filter, view: timesViewOf({ ...filter, treatment: idOf(this.about) }) };
    // Any moment of the week says which week it is.
    this.slots.open(
      request,
      formatInstant(toInstant(addDays(monday, 3), noon, timeZone), timeZone),
    );
  }

  /** Shows another week, none before the first or after the last that may be chosen; false when it had to stay within. */
  go(week: string): boolean {
    const { earliest, latest } = limitsOf(this.about, this.slots.today);
    const first = mondayOf(earliest);
    const last = mondayOf(latest);
    const requested = mondayOf(week);
    this.slots.go(requested < first ? first : requested > last ? last : requested);
    return requested >= first && requested <= last;
  }

  /** Holds the time; a failure calls `holdFailed`. */
  hold(request: HoldRequest): void {
    this.holds.setRequest(request);
  }

  /** Moves the appointment to the requested time. Rejects with a `BookingError`; the old time stays then. */
  async move(request: HoldRequest): Promise<Appointment> {
    if (!this.#moving) throw new Error('A need is booked, not moved.');
    return this.#moving.move(request);
  }

  /**
   * Books the need. Only changed fields are sent, the session knows the rest. Rejects with a `BookingError`; where there is
   * another text to consent to, that one is there by then (P-28).
   */
  async book(
    request: HoldRequest,
    patient: Partial<Patient>,
    lang: Language,
  ): Promise<Appointment> {
    if (!this.#booking) throw new Error('An appointment is moved, not booked.');
    const { means } = this;
    const { account } = means;
    const consent = {
      version: account.texts.consentVersion,
      lang: consentWords(account, lang).lang,
    };
    try {
      await this.#booking.book({ patient, consent, lang }, request);
    } catch (cause) {
      const isStale = cause instanceof BookingError && cause.fields.some(isOfConsent);
      if (isStale) means.account = await means.api.account();
      throw cause;
    }
    const { appointment } = this.#booking;
    if (appointment) return appointment;
    // A session needs no code of a booking (P-31): somebody else's answer, then.
    await this.#booking.giveUp();
    throw new BookingError('invalid-answer');
  }

  /** The time is gone: no list shows it any more (P-23). */
  lose(request: HoldRequest): void {
    this.slots.forget(request);
    this.holds.setRequest(undefined);
  }
}

function isOfConsent({ path }: FieldProblem): boolean {
  return path === 'consent';
}

function idOf(about: About): string {
  return about.kind === 'move' ? about.appointment.id : about.recall.id;
}
