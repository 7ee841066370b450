import { millisecondsInMinute } from 'date-fns/constants';
import { addDays } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { situationOf } from '../appointment/session-appointments.js';
import { moveRequestOf } from '../availability/session-times.js';
import type { Work } from '../context/work.js';
import { mayMove } from '../core/appointment-rules.js';
import type { DateRange, FreeSlot, SlotFilters, Stretch, TimebookRows } from '../core/model.js';
import { createSlotSource, slotsOn } from '../core/slots.js';
import type { AlertRow } from '../store/alerts.js';
import { findAppointment } from '../store/appointments.js';
import { findNeedOfBooking } from '../store/recalls.js';
import { loadTimebook } from '../store/timebook.js';

/** A stretch of one clinician's time, epoch milliseconds. */
export interface FreedStretch extends Stretch {
  clinician: string;
}

/** What is free in a stretch for one alert after the other, with one look at the timebook. */
export class FittingTimes {
  readonly #known = new Map<string, FreeSlot[]>();

  private constructor(
    private readonly work: Work,
    private readonly stretch: FreedStretch,
    private readonly range: DateRange,
    private readonly rows: TimebookRows,
  ) {}

  /** Reads the timebook around a stretch. */
  static async read(work: Work, stretch: FreedStretch): Promise<FittingTimes> {
    const { timeZone } = work.account;
    const dateOf = (instant: number) => toClockTime(instant, timeZone).date;
    const range = { from: dateOf(stretch.start), to: addDays(dateOf(stretch.end - 1), 1) };
    const rows = await loadTimebook(work.tx, timeZone, range, [stretch.clinician], work.now);
    return new FittingTimes(work, stretch, range, rows);
  }

  /** The free times in the stretch that would do for an alert, earliest first; undefined where nothing would any more. */
  async of(alert: AlertRow): Promise<FreeSlot[] | undefined> {
    const filters = await this.#filtersOf(alert);
    if (!filters) return undefined;
    const slots = await this.#freeUnder(filters.filters);
    return slots.filter(({ start }) => start < filters.before);
  }

  /** An alert's filters, and before when a time has to begin; undefined where its appointment is no more, or may not be moved. */
  async #filtersOf(alert: AlertRow): Promise<{ filters: SlotFilters; before: number } | undefined> {
    const { account, tx } = this.work;
    const place: SlotFilters = {
      clinic: alert.clinicId ?? undefined,
      group: alert.groupId ?? undefined,
      clinician: this.stretch.clinician,
    };
    const before = alert.before.getTime();
    if (alert.bookingId === null) {
      const treatment = alert.templateId ?? undefined;
      const newPatient = account.settings.selfCreation && alert.patientId === null;
      return { filters: { ...place, treatment, newPatient }, before };
    }
    const time = await findAppointment(tx, alert.bookingId);
    if (time?.reservation.status !== 'booked') return undefined;
    const { rows } = await this.work.catalogue();
    const recall = await findNeedOfBooking(tx, alert.bookingId);
    const permission = mayMove(situationOf(this.work, time, rows, recall));
    if (!permission.allowed) return undefined;
    const own = moveRequestOf(time, rows, recall, permission);
    if (own.clinician !== undefined && own.clinician !== this.stretch.clinician) return undefined;
    return {
      filters: { ...place, own, rebooking: true, party: time.reservation.partyId },
      before: Math.min(before, time.reservation.startsAt.getTime()),
    };
  }

  async #freeUnder(filters: SlotFilters): Promise<FreeSlot[]> {
    const { catalogue } = await this.work.catalogue();
    const key = JSON.stringify(filters);
    const known = this.#known.get(key);
    if (known) return known;
    const source = createSlotSource({ ...catalogue, ...this.rows }, filters, this.work.now);
    const { start, end, clinician } = this.stretch;
    const slots = [...source.dates(this.range)]
      .flatMap((date) => slotsOn(source, date))
      .filter(
        (slot) =>
          slot.clinician === clinician &&
          slot.start < end &&
          slot.start + slot.minutes * millisecondsInMinute > start,
      );
    this.#known.set(key, slots);
    return slots;
  }
}
