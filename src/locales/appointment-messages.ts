import type { RefusalReason } from '../contract/index.js';

/** The words of a patient's own appointments (P-35 to P-38): loaded after logging in. */
export interface AppointmentMessages {
  // List (P-35)
  ownAppointments: string;
  listLoading: string;
  comingHeading: string;
  pastHeading: string;
  showPast: (count: number) => string;
  hidePast: string;
  noComing: string;
  bookNew: string;
  /** Only what was confirmed through the mobile of this login is shown (P-39); the clinic's number follows. */
  onlyThisNumber: string;
  /** In place of a treatment's name where there is none. */
  untitled: string;
  stateComing: string;
  statePast: string;
  stateCancelled: string;
  /** "Monday 29 January at 08:00", within a sentence. */
  dateAndTime: (date: string, time: string) => string;
  /** Before the deadline; `when` is `dateAndTime`. */
  changeUntil: (what: 'move' | 'cancel' | 'both', when: string) => string;
  /** Why a change is not possible here; `when` is the deadline that has passed. The clinic's number follows (P-37). */
  cannotChange: (
    what: 'move' | 'cancel' | 'both',
    reason: RefusalReason | undefined,
    when: string | undefined,
  ) => string;

  // Move (P-36)
  moveAppointment: string;
  moveHeading: string;
  presentTime: string;
  oldTimeKept: string;
  /** First and last date it may be moved to. */
  moveRange: (from: string, to: string) => string;
  /** Label of the switch between the patient's clinician and others. */
  whoseTimes: string;
  allHere: (clinic: string) => string;
  allEverywhere: string;
  backToList: string;
  moveReviewHeading: string;
  fromTime: string;
  toTime: string;
  moveNow: string;
  movingNow: string;
  otherTime: string;
  movedHeading: string;
  movedSentence: (clinician: string, date: string, time: string, clinic: string) => string;
  /** The time was taken; `hasOld`: the patient keeps their present appointment (P-23). */
  takenText: (hasOld: boolean, hasAlternatives: boolean) => string;

  // Cancel (P-37)
  cancelAppointment: string;
  cancelHeading: string;
  cancelText: string;
  keepAppointment: string;
  cancelNow: string;
  cancellingNow: string;
  cancelledNews: (which: string) => string;

  // Recall (P-38)
  recallHeading: string;
  /** `year` only where it is not this year. */
  recallDue: (
    week: number,
    year: number | undefined,
    clinician: string | undefined,
    minutes: number,
  ) => string;
  recallUntil: (date: string) => string;
  /** Past, or not to be booked here; the clinic's number follows. */
  recallPast: (week: number, year: number | undefined) => string;
  recallBooked: (when: string) => string;
  recallBookedHeading: string;

  // Failures
  changedHeading: string;
  changedText: string;
  refusedHeading: string;
  lostHeading: string;
  lostText: string;
  loadFailedText: string;
  changeFailedText: string;
}
