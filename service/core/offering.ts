import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';
import { addDays, type CivilDate } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { permitsCategory } from '../../src/domain/treatment-rules.js';
import { createCalendar, type Day } from './day.js';
import type {
  Catalogue,
  ClinicianRules,
  OfferedTemplate,
  PreblockPlacement,
  SlotFilters,
  WorkingInterval,
} from './model.js';
import { usablePieces, type Piece, type PieceRules } from './preblocks.js';
import type { Fault } from './rules.js';
import { createListLookup, type ListsInForce } from './template-lists.js';

/** Rows of one clinician on one date. */
export interface DayRows {
  workingTime: WorkingInterval[];
  placements: PreblockPlacement[];
}

/** The first start of a grid and its step, epoch milliseconds and milliseconds. */
export interface Grid {
  anchor: number;
  step: number;
}

/** The rules of one account at one moment, before anything that is taken. Shared by the search and by the check of one time. */
export interface Offering {
  day: (date: CivilDate) => Day;
  /** The account's date at `now`. */
  today: CivilDate;
  /** Published clinicians that the filters let through, in the account's order. */
  clinicians: readonly ClinicianRules[];
  /** Why a clinician is not among them; `filtered` where the filters keep them out (A-04, P-42). */
  clinicianFault: (clinician: ClinicianRules) => Fault | 'filtered' | undefined;
  /** Whether the filters let a clinic through. */
  hasClinic: (clinic: string) => boolean;
  /**
   * Whether any time of a date may be booked: not past, not at the weekend unless the account allows (P-19), and within
   * what an appointment or a need leaves.
   */
  isOpenOn: (date: CivilDate) => boolean;
  /** Why not. */
  dateFault: (date: CivilDate) => Fault | 'filtered' | undefined;
  /** Times begin later than this instant: never past, and not within the clinician's expiry (A-02, P-19). */
  startsAfter: (clinician: ClinicianRules) => number;
  /** What of the clinician's day patients may be offered. */
  pieces: (clinician: ClinicianRules, date: CivilDate, rows: DayRows) => Piece[];
  /** Templates that a clinician offers at a clinic, in the order of the list in force; for an appointment or a need, its own. */
  templates: (clinician: ClinicianRules, clinic: string) => readonly OfferedTemplate[];
  /** Whether one of those may be booked on a piece, and the filters let it through. */
  isBookable: (template: OfferedTemplate, piece: Piece) => boolean;
  /** Why not. */
  pieceFault: (
    template: OfferedTemplate,
    piece: Pick<Piece, 'placement' | 'definition'>,
  ) => Fault | 'filtered' | undefined;
  pieceRules: PieceRules;
  listsOf: (clinician: ClinicianRules, clinic: string) => ListsInForce;
  /** Whether it is the present time of the appointment to be moved, `start` in epoch milliseconds. */
  isPresent: (clinician: string, start: number) => boolean;
  /** Where a template may start on a piece. */
  grid: (template: OfferedTemplate, piece: Piece) => Grid;
}

/** Works out the rules of an account at `now` (epoch milliseconds) for a patient's choices so far. */
export function createOffering(catalogue: Catalogue, filters: SlotFilters, now: number): Offering {
  const { account } = catalogue;
  const { timeZone } = account;
  const { own } = filters;
  const day = createCalendar(timeZone);
  const today = toClockTime(now, timeZone).date;
  // Worked out once for each lead time: it is compared for every template on every piece.
  const leadDates = new Map<number, CivilDate>();
  const lastLeadDate = (leadDays: number): CivilDate => {
    const date = leadDates.get(leadDays) ?? addDays(today, leadDays);
    leadDates.set(leadDays, date);
    return date;
  };
  const lookUp = createListLookup(catalogue);
  const definitions = new Map(catalogue.definitions.map((item) => [item.id, item]));
  const clinics = new Set(
    catalogue.clinics
      .filter(
        ({ id, group }) =>
          (filters.clinic === undefined || id === filters.clinic) &&
          (filters.group === undefined || group === filters.group),
      )
      .map(({ id }) => id),
  );

  const pieceRules: PieceRules = {
    definitions,
    listInForce: (clinician, clinic) => lookUp(clinician, clinic).preblocks,
    needsRecallTime: account.publishingNeedsRecallTime,
    today,
  };

  const clinicianFault: Offering['clinicianFault'] = ({ id, published, acceptsNewPatients }) => {
    if (filters.clinician !== undefined && id !== filters.clinician) return 'filtered';
    if (own?.clinician !== undefined && id !== own.clinician) return 'filtered';
    if (!published) return 'not-published';
    return filters.newPatient && !acceptsNewPatients ? 'no-new-patients' : undefined;
  };
  const dateFault: Offering['dateFault'] = (date) => {
    if (own && (date < own.within.from || date >= own.within.to)) return 'filtered';
    if (date < today) return 'past-date';
    return account.weekendBooking || !day(date).isWeekend ? undefined : 'weekend';
  };
  const pieceFault: Offering['pieceFault'] = ({ id, category, leadDays }, piece) => {
    const { placement, definition } = piece;
    if (filters.treatment !== undefined && id !== filters.treatment) return 'filtered';
    if (!permitsCategory(definition, category, filters.rebooking ?? false)) return 'category';
    return leadDays === null || placement.date > lastLeadDate(leadDays) ? undefined : 'lead-time';
  };

  return {
    day,
    today,
    clinicians: catalogue.clinicians.filter((clinician) => !clinicianFault(clinician)),
    clinicianFault,
    hasClinic: (clinic) => clinics.has(clinic),
    isOpenOn: (date) => !dateFault(date),
    dateFault,
    startsAfter: ({ preblockExpiryHours }) => now + (preblockExpiryHours ?? 0) * millisecondsInHour,
    pieces: (clinician, date, { workingTime, placements }) =>
      usablePieces(day(date), clinician, workingTime, placements, pieceRules),
    isBookable: (template, piece) => !pieceFault(template, piece),
    pieceFault,
    pieceRules,
    listsOf: lookUp,
    isPresent: (clinician, start) =>
      own?.present !== undefined &&
      start === own.present.start &&
      clinician === own.present.clinician,
    templates(clinician, clinic) {
      const lists = lookUp(clinician, clinic);
      if (own === undefined) return lists.templates;
      const isOffered = !own.isListed || lists.withNeed.some(({ id }) => id === own.template.id);
      return isOffered ? [own.template] : [];
    },
    grid: ({ minutes, minutesBetweenOffers }, piece) => {
      if (minutesBetweenOffers === null) {
        return { anchor: piece.preblockStart, step: minutes * millisecondsInMinute };
      }
      if (minutesBetweenOffers > 0) {
        return { anchor: piece.workStart, step: minutesBetweenOffers * millisecondsInMinute };
      }
      // Lines divide the hour (see `checkSettings`), so counting real minutes from midnight stays on them through a DST change.
      const { midnight } = day(piece.placement.date);
      return { anchor: midnight, step: account.timebookGridMinutes * millisecondsInMinute };
    },
  };
}
