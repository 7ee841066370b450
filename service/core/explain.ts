import { millisecondsInMinute } from 'date-fns/constants';
import type { AccountStatus, Where } from '../../src/contract/index.js';
import type { CivilDate } from '../../src/domain/civil-date.js';
import { templateFault } from '../../src/domain/treatment-rules.js';
import type {
  AvailabilityRows,
  ClinicianRules,
  PreblockPlacement,
  Stretch,
  Template,
} from './model.js';
import { createOffering, type Offering } from './offering.js';
import { placementFault, usablePieces, workAt, type Piece } from './preblocks.js';
import { createResourceLookup, resourcesAt } from './resources.js';
import { positionOf, type Fault } from './rules.js';

/** What somebody misses: times of a date, or one start (epoch milliseconds), which lies on that date. */
export interface Missed {
  date: CivilDate;
  start?: number | undefined;
  treatment: string;
  clinic?: string | undefined;
  clinician?: string | undefined;
}

/** Where a fault lies; `from` and `to` in epoch milliseconds. */
export type Place = Omit<Where, 'from' | 'to'> & { from?: number; to?: number };

/** Why something is not offered. */
export interface Finding {
  because: Fault;
  where?: Place;
}

/** What is offered of one clinician, or else what kept the nearest of all possibilities back. */
export interface Verdict {
  clinician: string;
  starts: { start: number; clinic: string }[];
  finding: Finding | undefined;
}

/** What else decides beside the rows. */
export interface Circumstances {
  /** Of the account (P-40). */
  status: AccountStatus;
  /** Only clinicians who take new patients (P-42). */
  newPatient: boolean;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * Why a treatment is offered or not (C-08), for each clinician, of a clinic if one is named (their order is the account's). It asks the rules by which free
 * times are found (`createOffering`, `placementFault`, `templateFault`) one by one, where the search only asks whether all hold.
 * Of several possibilities, such as two preblocks of a day, the one that passes most checks counts.
 */
export function explainTimes(
  rows: AvailabilityRows,
  missed: Missed,
  { status, newPatient, now }: Circumstances,
): Verdict[] {
  const { clinic, clinician, treatment } = missed;
  const offering = createOffering(rows, { clinic, clinician, treatment, newPatient }, now);
  const template = rows.templates.find(({ id }) => id === treatment);
  const judge = createJudge(rows, offering, missed, now);
  const general = generalFinding(offering, missed.date, status);
  // Whoever asks about a clinic does not ask about those of all the others.
  const isElsewhere = (one: ClinicianRules) =>
    clinic !== undefined && clinician === undefined && !one.clinics.includes(clinic);
  return rows.clinicians.flatMap((one) => {
    const fault = offering.clinicianFault(one);
    if (fault === 'filtered' || !template || isElsewhere(one)) return [];
    const own = fault && { because: fault, where: whereOfClinician(one.id, fault) };
    const finding = general ?? own;
    if (finding) return [{ clinician: one.id, starts: [], finding }];
    return [judge(one, template)];
  });
}

function generalFinding(
  offering: Offering,
  date: CivilDate,
  status: AccountStatus,
): Finding | undefined {
  if (status !== 'open') return { because: status, where: { kind: 'status', field: status } };
  const because = offering.dateFault(date);
  if (!because || because === 'filtered') return undefined;
  return because === 'weekend'
    ? { because, where: { kind: 'settings', field: 'weekendBooking' } }
    : { because };
}

const whereOfClinician = (id: string, fault: Fault): Place => ({
  kind: 'clinician',
  id,
  field: fault === 'not-published' ? 'published' : 'acceptsNewPatients',
});

/** Keeps of all findings the one that came furthest, and of equals the first. */
class Nearest {
  finding: Finding | undefined;

  note(because: Fault, where?: Place): void {
    if (this.finding && positionOf(this.finding.because) >= positionOf(because)) return;
    this.finding = where ? { because, where } : { because };
  }
}

function createJudge(rows: AvailabilityRows, offering: Offering, missed: Missed, now: number) {
  const { date } = missed;
  const resources = createResourceLookup(rows, undefined);
  const day = offering.day(date);
  const recallOnly = rows.account.publishingNeedsRecallTime;

  /** The template with a clinician at a clinic, whatever stands in the calendar. */
  function noteOffer(nearest: Nearest, one: ClinicianRules, clinic: string, template: Template) {
    const lists = offering.listsOf(one, clinic);
    const because = templateFault(template, one.id, lists.bookingList?.list);
    if (!because) return true;
    nearest.note(
      because,
      because === 'not-in-list'
        ? {
            kind: 'template-list',
            id: lists.bookingList!.list.id,
            field: 'items',
            item: template.id,
          }
        : {
            kind: 'template',
            id: template.id,
            field: because === 'needs-need' ? 'cliniciansWithoutNeed' : 'useInBooking',
          },
    );
    return false;
  }

  /** Whether the clinician works at the clinic that day in a way that counts. */
  function noteWork(nearest: Nearest, one: ClinicianRules, clinic: string): boolean {
    const intervals = rows.workingTime.filter(
      (row) => row.clinician === one.id && row.date === date,
    );
    const where: Place = {
      ...{ kind: 'working-time', id: one.id, clinic },
      ...{ from: day.midnight, to: day.end },
    };
    if (workAt(clinic, day, intervals, false).length === 0) nearest.note('no-working-time', where);
    else if (workAt(clinic, day, intervals, recallOnly).length === 0)
      nearest.note('no-recall-time', where);
    else return true;
    return false;
  }

  /** The pieces of a preblock that count and let the treatment in. */
  function notePieces(
    nearest: Nearest,
    one: ClinicianRules,
    placement: PreblockPlacement,
    template: Template,
  ): Piece[] {
    const definition = rows.definitions.find(({ id }) => id === placement.definition);
    if (!definition) return [];
    const { clinic } = placement;
    const stretch = { from: day.instantOf(placement.from), to: day.instantOf(placement.to) };
    const ofDefinition: Place = {
      ...{ kind: 'preblock-definition', id: definition.id, clinic },
      ...stretch,
    };
    const unusable = placementFault(placement, definition, one, offering.pieceRules);
    if (unusable) {
      const list = offering.listsOf(one, clinic).preblockList?.list.id;
      nearest.note(
        unusable,
        unusable === 'preblock-not-in-list'
          ? {
              ...{ kind: 'preblock-list', id: list!, field: 'items', item: definition.id, clinic },
              ...stretch,
            }
          : { ...ofDefinition, field: unusable === 'not-internet' ? 'type' : 'expiresDaysBefore' },
      );
      return [];
    }
    const workingTime = rows.workingTime.filter(
      (row) => row.clinician === one.id && row.date === date,
    );
    const pieces = usablePieces(day, one, workingTime, [placement], offering.pieceRules);
    if (pieces.length === 0) {
      const isSkipped = stretch.from >= stretch.to;
      nearest.note(isSkipped ? 'skipped-hour' : 'outside-working-time', {
        kind: 'preblock',
        id: placement.id,
        clinic,
        ...stretch,
      });
    }
    return pieces.filter((piece) => {
      const because = offering.pieceFault(template, piece);
      if (!because || because === 'filtered') return true;
      nearest.note(
        because,
        because === 'category'
          ? { ...ofDefinition, field: 'categories' }
          : { kind: 'template', id: template.id, field: 'leadDays' },
      );
      return false;
    });
  }

  /** The starts on a piece, each with what speaks against it. */
  function noteStarts(nearest: Nearest, one: ClinicianRules, piece: Piece, template: Template) {
    const { clinic } = piece.placement;
    const length = template.minutes * millisecondsInMinute;
    const whole: Place = { kind: 'preblock', id: piece.placement.id, clinic, ...bounds(piece) };
    const grid = offering.grid(template, piece);
    const first = grid.anchor + Math.ceil((piece.start - grid.anchor) / grid.step) * grid.step;
    const { start: asked } = missed;
    if (asked !== undefined && (asked < piece.start || asked >= piece.end)) {
      nearest.note('outside-preblock', whole);
      return [];
    }
    if (first + length > piece.end || (asked !== undefined && asked + length > piece.end)) {
      nearest.note('too-short', whole);
      return [];
    }
    if (asked !== undefined && (asked - grid.anchor) % grid.step !== 0) {
      nearest.note('off-grid', {
        kind: 'template',
        id: template.id,
        field: 'minutesBetweenOffers',
      });
      return [];
    }
    const starts: number[] = [];
    const last = asked ?? piece.end - length;
    for (let start = asked ?? first; start <= last; start += grid.step) {
      const finding = startFinding(one, { start, end: start + length }, clinic, template);
      if (finding) nearest.note(finding.because, finding.where);
      else starts.push(start);
    }
    return starts;
  }

  function startFinding(
    one: ClinicianRules,
    time: Stretch,
    clinic: string,
    { resource: kind }: Template,
  ): Finding | undefined {
    const { start, end } = time;
    const stretch = bounds(time);
    if (start <= now) return { because: 'past' };
    if (start <= offering.startsAfter(one)) {
      const where = { kind: 'clinician', id: one.id, field: 'preblockExpiryHours' } as const;
      return { because: 'expired', where: { ...where, ...stretch } };
    }
    const taken = rows.busy.find(
      (row) => row.clinician === one.id && row.start < end && row.end > start,
    );
    if (taken)
      return { because: 'taken', where: { kind: 'appointment', ...bounds(taken), clinic } };
    if (kind === null || resources.hasFree(clinic, kind, start, end)) return undefined;
    const isNone = resourcesAt(rows, clinic, kind).length === 0;
    return {
      because: isNone ? 'no-resource' : 'resource-taken',
      where: { kind: 'resource', id: kind, clinic, ...stretch },
    };
  }

  return (one: ClinicianRules, template: Template): Verdict => {
    const nearest = new Nearest();
    const starts = new Map<string, { start: number; clinic: string }>();
    const clinics = one.clinics.filter(offering.hasClinic);
    if (clinics.length === 0) {
      nearest.note('not-at-clinic', { kind: 'clinician', id: one.id, field: 'clinics' });
    }
    for (const clinic of clinics) {
      if (!noteOffer(nearest, one, clinic, template) || !noteWork(nearest, one, clinic)) continue;
      const placements = rows.placements.filter(
        (row) => row.clinician === one.id && row.clinic === clinic && row.date === date,
      );
      if (placements.length === 0) {
        nearest.note('no-preblock', { kind: 'preblock', clinic, from: day.midnight, to: day.end });
      }
      for (const placement of placements) {
        for (const piece of notePieces(nearest, one, placement, template)) {
          for (const start of noteStarts(nearest, one, piece, template)) {
            starts.set(`${start} ${clinic}`, { start, clinic });
          }
        }
      }
    }
    const found = [...starts.values()].sort((a, b) => a.start - b.start);
    return { clinician: one.id, starts: found, finding: found[0] ? undefined : nearest.finding };
  };
}

const bounds = ({ start, end }: Stretch) => ({ from: start, to: end });
