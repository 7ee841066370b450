import type { PatientsFound } from '../../../contract/index.js';
import type { Stretch } from './timebook-model.js';

/** A time that has become free, or is looked at: a stretch of a clinician's day at a clinic. */
export interface OpenTime {
  readonly stretch: Stretch;
  /** Id of the clinic. */
  readonly clinic: string;
}

/** Who waits for an earlier time is to be shown, for one time or all. */
export class WaitingEvent extends Event {
  static readonly type = 'opus-timebook-waiting';
  constructor(readonly open: OpenTime | undefined) {
    super(WaitingEvent.type, { bubbles: true, composed: true });
  }
}

/** What an appointment is to be begun with. */
export interface BookedFor {
  readonly patient?: PatientsFound['patients'][number];
  /** Id of the treatment. */
  readonly template?: string;
}

/** Somebody who waits is to be booked at a time. */
export class BookForEvent extends Event {
  static readonly type = 'opus-timebook-book-for';
  constructor(
    readonly stretch: Stretch,
    readonly who: BookedFor,
  ) {
    super(BookForEvent.type, { bubbles: true, composed: true });
  }
}
