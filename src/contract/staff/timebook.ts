import * as z from 'zod/mini';
import { CivilDate, Id, Instant, Language, Minutes } from '../primitives.js';
import { Placement, rowVersion, StaffRange, WorkingTime } from './calendar.js';
import { Length, LongText } from './fields.js';
import { HistoryPlace } from './history.js';
import { AppointmentEvent } from './message-texts.js';
import { SmsDelivery, SmsStatus } from './sms.js';

/** How long a campaign code may be, as patients type one. */
const CampaignCode = z.string().check(z.maxLength(50));

/** What became of one reminder of an appointment (*SMS1* to *SMS3* in the day's list, M-06): of the one that waits, else of the last one. */
export const EntryReminder = z.object({
  type: z.enum(['reminder-1', 'reminder-2', 'reminder-3']),
  status: SmsStatus,
  /** What the gateway reports; absent: nothing yet (M-13). */
  delivery: z.optional(SmsDelivery),
});
export type EntryReminder = z.infer<typeof EntryReminder>;

/** A row of the timebook as the clinic sees it. */
export const TimebookEntry = z.object({
  /** The appointment's, the same that patients and messages have; of a time that is only held, the hold's. */
  id: z.string(),
  status: z.enum(['held', 'pending', 'booked', 'cancelled']),
  start: Instant,
  minutes: Minutes,
  clinic: Id,
  clinician: Id,
  template: z.nullable(Id),
  patient: z.nullable(
    z.object({
      id: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      birthDate: z.nullable(CivilDate),
      /** For whoever has the right `patients`; null: none on file. */
      mobile: z.optional(z.nullable(z.string())),
    }),
  ),
  /** Timebook text, `CC: code`, message. */
  text: z.string(),
  /** `ITB` for what patients book themselves. */
  registeredBy: z.string(),
  registeredAt: Instant,
  /** When staff noted that the patient had come; null: not yet. */
  arrivedAt: z.nullable(Instant),
  /** Given by the patient or by staff; null: none. */
  campaignCode: z.nullable(z.string()),
  /** Whether the patient gets a card (*Innkallingskort*): as staff said, else as the template does. No card is sent by the service. */
  recallCard: z.boolean(),
  /** The need that it was booked for; null: for none. */
  need: z.nullable(z.object({ id: z.string(), week: CivilDate })),
  /** What the patient has answered to a reminder of it by SMS (M-08); absent: nothing, or to the time before it was moved. */
  smsAnswer: z.optional(z.enum(['yes', 'no'])),
  /** Asked for by `with=reminders`, for whoever has the right `messages`: those that were made, by their number; none at all: absent. */
  reminders: z.optional(z.array(EntryReminder).check(z.maxLength(3))),
  /** The resource that it takes; null: none. */
  resource: z.nullable(Id),
  ...rowVersion,
});
export type TimebookEntry = z.infer<typeof TimebookEntry>;

/**
 * What stands against a time by hand, and what staff may do all the same with the right `override`: a preblock that may not be bypassed
 * keeps the treatment out; the day has preblocks for the treatment, and the time is outside of them; the patient's deadline for
 * moving or cancelling has passed.
 */
export const TimebookClash = z.enum(['preblocked', 'outside-preblock', 'deadline-passed']);
export type TimebookClash = z.infer<typeof TimebookClash>;

const byHand = {
  /** Each clash that is known and passed over, but `outside-preblock`, which is told and kept and needs none; one that there is not is refused, like one that is not named. */
  override: z.optional(z.array(TimebookClash).check(z.maxLength(3))),
  /** Whether the patient gets the message of the event (M-01); without it nothing is sent. */
  message: z.optional(z.boolean()),
};

const details = {
  campaignCode: z.optional(CampaignCode),
  recallCard: z.optional(z.boolean()),
};

/** `POST …/timebook`: staff book by hand; takes the time from the patients. */
export const TimebookInput = z.object({
  start: Instant,
  minutes: Length,
  clinic: Id,
  clinician: Id,
  template: z.optional(Id),
  /** One of the resources that the template needs; absent: whichever is free. */
  resource: z.optional(Id),
  /** Of a patient on file. */
  patient: z.optional(z.uuid()),
  /** The patient's need that it is for: it is booked then, and due again once the appointment is cancelled. */
  need: z.optional(z.uuid()),
  /** Whether the need that follows falls due by this date (*Flytt neste recall*); absent: as the need's template says. */
  moveNextRecall: z.optional(z.boolean()),
  text: z.optional(LongText),
  ...details,
  ...byHand,
});
export type TimebookInput = z.infer<typeof TimebookInput>;

/** `PATCH …/timebook/{id}`: what changes; absent fields stay. */
export const TimebookPatch = z.object({
  start: z.optional(Instant),
  minutes: z.optional(Length),
  clinic: z.optional(Id),
  clinician: z.optional(Id),
  text: z.optional(LongText),
  /** Whether the patient has come; the service notes when. */
  arrived: z.optional(z.boolean()),
  /** Whether the need that follows moves along; absent: where there is one. */
  moveNextRecall: z.optional(z.boolean()),
  ...details,
  ...byHand,
});
export type TimebookPatch = z.infer<typeof TimebookPatch>;

/**
 * `DELETE …/timebook/{id}`: whether the patient gets the message that the appointment is cancelled, and whether it is cancelled though
 * the patient's deadline has passed.
 */
export const CancelQuery = z.object({
  message: z.optional(z.enum(['true', 'false'])),
  override: z.optional(z.literal('deadline-passed')),
});
export type CancelQuery = z.infer<typeof CancelQuery>;

/**
 * `POST …/timebook/check`: what would stand against a time, before anything is changed. Of an appointment that is there its `id`, and
 * what would change; of a new one the rest.
 */
export const TimebookCheckInput = z.object({
  id: z.optional(z.uuid()),
  start: z.optional(Instant),
  minutes: z.optional(Length),
  clinic: z.optional(Id),
  clinician: z.optional(Id),
  template: z.optional(Id),
});
export type TimebookCheckInput = z.infer<typeof TimebookCheckInput>;

export const TimebookCheck = z.object({
  /** What has to be named in `override`. */
  clashes: z.array(TimebookClash),
  /** The same for cancelling it; empty for a new one. */
  cancelClashes: z.array(TimebookClash),
  /** What others have of the time, which cannot be passed over; at most 20. */
  taken: z.array(z.object({ start: Instant, minutes: Minutes })),
  /** Whether a resource that the treatment needs is free; true where it needs none. */
  hasResource: z.boolean(),
  /** Whether the clinician works there all the time; said only, never refused. */
  isWorked: z.boolean(),
});
export type TimebookCheck = z.infer<typeof TimebookCheck>;

/**
 * `POST …/timebook/message-preview`: what the patient would be told. Of an appointment that is there its `id`, and what would change;
 * of a new one the rest.
 */
export const MessagePreviewInput = z.object({
  event: AppointmentEvent,
  id: z.optional(z.uuid()),
  patient: z.optional(z.uuid()),
  start: z.optional(Instant),
  minutes: z.optional(Length),
  clinic: z.optional(Id),
  clinician: z.optional(Id),
  template: z.optional(Id),
});
export type MessagePreviewInput = z.infer<typeof MessagePreviewInput>;

/** The messages that would leave, by the account's own texts or the standard ones (M-01, M-02); none: the patient has no address. */
export const MessagePreview = z.object({
  messages: z.array(
    z.object({
      channel: z.enum(['sms', 'email']),
      lang: Language,
      /** For whoever has the right `patients`. */
      recipient: z.optional(z.string()),
      subject: z.optional(z.string()),
      text: z.string(),
    }),
  ),
});
export type MessagePreview = z.infer<typeof MessagePreview>;

/**
 * `GET …/timebook/changes`: server-sent events. `ready` comes first; then `change` with `{days: [{clinician, date}] | null}` (null:
 * many), at most a second after each change. The id of an event is the timebook's revision; `Last-Event-ID` continues after it. It
 * lasts so many seconds, at most 90, which is also what it lasts without.
 */
export const ChangesQuery = z.object({
  seconds: z.optional(z.string().check(z.regex(/^\d{1,2}$/))),
});
export type ChangesQuery = z.infer<typeof ChangesQuery>;

/** `POST …/timebook/undo`: without `redo` the caller's own last change is taken back, with it the last undone one done again. */
export const UndoInput = z.object({ redo: z.optional(z.boolean()) });
export type UndoInput = z.infer<typeof UndoInput>;

/** What was taken back, or done again. */
export const UndoneAnswer = z.object({
  kind: z.enum(['working-time', 'preblocks', 'timebook']),
  count: z.int(),
  place: z.optional(HistoryPlace),
});
export type UndoneAnswer = z.infer<typeof UndoneAnswer>;

/** Ids, separated by commas; at most 100. */
const Ids = z.string().check(z.regex(/^[\w.-]{1,64}(,[\w.-]{1,64}){0,99}$/));

export const TimebookLayer = z.enum(['entries', 'working-time', 'preblocks', 'offered']);
export type TimebookLayer = z.infer<typeof TimebookLayer>;

/** Dates, half-open, at most 92 days; with the layer `offered` at most 42. */
export const TimebookQuery = z.extend(StaffRange, {
  clinicians: z.optional(Ids),
  /** Of what is offered, one treatment alone. */
  treatment: z.optional(Id),
  /** Names of layers, separated by commas; without it `entries`. */
  layers: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^(entries|working-time|preblocks|offered)(,(entries|working-time|preblocks|offered)){0,3}$/,
        ),
      ),
  ),
  /** Of the layer `entries`, what became of each one's reminders. */
  with: z.optional(z.literal('reminders')),
});
export type TimebookQuery = z.infer<typeof TimebookQuery>;

/** A time that is taken by an appointment of which the caller may know nothing else. */
export const TakenStretch = z.object({ clinician: Id, start: Instant, minutes: Minutes });
export type TakenStretch = z.infer<typeof TakenStretch>;

/** A time that patients are offered; of several treatments, the shortest one's. */
export const OfferedTime = z.object({
  start: Instant,
  minutes: Minutes,
  clinic: Id,
  clinician: Id,
});
export type OfferedTime = z.infer<typeof OfferedTime>;

export const Timebook = z.object({
  /** At the clinics and in the calendars whose appointments the caller may see. */
  entries: z.array(TimebookEntry),
  /** Elsewhere: that something lies there. */
  taken: z.array(TakenStretch),
  /** With the layer of that name. */
  workingTime: z.optional(z.array(WorkingTime)),
  preblocks: z.optional(z.array(Placement)),
  offered: z.optional(z.array(OfferedTime)),
});
export type Timebook = z.infer<typeof Timebook>;

/**
 * `GET …/timebook/next`: times of so many minutes within working time that nobody has (*Søk neste ledige time*); `from` is a date,
 * without it today.
 */
export const NextTimesQuery = z.object({
  minutes: z.optional(z.string().check(z.regex(/^\d{1,4}$/))),
  /** A template for the timebook, whose minutes and resource count. */
  template: z.optional(Id),
  clinician: z.optional(Id),
  clinic: z.optional(Id),
  from: z.optional(CivilDate),
});
export type NextTimesQuery = z.infer<typeof NextTimesQuery>;

/** At most ten, ascending. */
export const NextTimes = z.object({
  times: z.array(z.object({ start: Instant, minutes: Minutes, clinic: Id, clinician: Id })),
});
export type NextTimes = z.infer<typeof NextTimes>;
