import { millisecondsInMinute } from 'date-fns/constants';
import type { CivilDate } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import type {
  AvailabilityRows,
  Catalogue,
  ClinicianRules,
  DateRange,
  FreeSlot,
  OfferedTemplate,
  SlotFilters,
  Stretch,
} from './model.js';
import { createOffering, type DayRows } from './offering.js';
import { createResourceLookup } from './resources.js';
import { mergeStretches, subtractStretches } from './stretches.js';

/** The free starts of one template with one clinician at one clinic on one date: ascending, each once, epoch milliseconds. */
export interface Run {
  clinician: string;
  clinic: string;
  treatment: string;
  minutes: number;
  starts: number[];
}

/** Free times, worked out date by date as they are asked for. */
export interface SlotSource {
  timeZone: string;
  /** Dates of a range that have Internet time at all, ascending. */
  dates: (range: DateRange) => CivilDate[];
  /** The free times of a date, by clinician and treatment, both in the account's order, then clinic. */
  runsOn: (date: CivilDate) => readonly Run[];
}

/** Order of slots: start, then clinician, treatment and clinic in the account's order. Fit for `sort`. */
export type CompareSlots = (a: FreeSlot, b: FreeSlot) => number;

const positions = (items: readonly { id: string }[]) =>
  new Map(items.map(({ id }, position) => [id, position]));

// The template of an appointment may be out of the catalogue, and an appointment may have none.
const rank = (order: Map<string, number>, id: string) => order.get(id) ?? -1;

/** The order of an account's slots. */
export function slotOrder(
  catalogue: Pick<Catalogue, 'clinicians' | 'templates' | 'clinics'>,
): CompareSlots {
  const clinicians = positions(catalogue.clinicians);
  const templates = positions(catalogue.templates);
  const clinics = positions(catalogue.clinics);
  return (a, b) =>
    a.start - b.start ||
    rank(clinicians, a.clinician) - rank(clinicians, b.clinician) ||
    rank(templates, a.treatment) - rank(templates, b.treatment) ||
    rank(clinics, a.clinic) - rank(clinics, b.clinic);
}

/**
 * Free times for a patient's choices at `now`, epoch milliseconds (A-01 to, P-19).
 *
 * Civil intervals become instants first and slots are stepped in real minutes, so a slot always lasts its minutes and
 * never lies in an hour that the clock skips. A slot lies within one preblock that permits its category: two preblocks
 * that only together cover it do not offer it; two that both cover it offer it once.
 */
export function createSlotSource(
  rows: AvailabilityRows,
  filters: SlotFilters,
  now: number,
): SlotSource {
  const offering = createOffering(rows, filters, now);
  const { timeZone } = rows.account;
  const rowsOn = indexByDate(rows, offering.clinicians, offering.hasClinic);
  const busy = indexBusy(rows, filters.party);
  const resources = createResourceLookup(rows, filters.party);
  const templateOrder = positions(rows.templates);
  const clinicOrder = positions(rows.clinics);
  const onlyDate = filters.at === undefined ? undefined : toClockTime(filters.at, timeZone).date;
  const hasPresent = filters.own?.present !== undefined;
  const known = new Map<CivilDate, Run[]>();

  /** Adds the starts of a template within a free stretch to its run, ascending. */
  function addStarts(
    run: Run,
    template: OfferedTemplate,
    free: Stretch,
    first: number,
    step: number,
  ) {
    const length = template.minutes * millisecondsInMinute;
    for (let start = first; start + length <= free.end; start += step) {
      if (filters.at !== undefined && start !== filters.at) continue;
      if (hasPresent && offering.isPresent(run.clinician, start)) continue;
      if (template.resource !== null) {
        if (!resources.hasFree(run.clinic, template.resource, start, start + length)) continue;
      }
      run.starts.push(start);
    }
  }

  function runsOfClinician(clinician: ClinicianRules, date: CivilDate, dayRows: DayRows): Run[] {
    const runs: Run[] = [];
    const taken = busy.get(clinician.id) ?? [];
    const after = offering.startsAfter(clinician);
    for (const piece of offering.pieces(clinician, date, dayRows)) {
      const { clinic } = piece.placement;
      const free = subtractStretches(piece, taken);
      if (free.length === 0) continue;
      for (const template of offering.templates(clinician, clinic)) {
        if (!offering.isBookable(template, piece)) continue;
        const run = runOf(runs, clinician.id, clinic, template);
        const { anchor, step } = offering.grid(template, piece);
        for (const stretch of free) {
          const earliest = Math.max(stretch.start, after + 1);
          const first = anchor + Math.ceil((earliest - anchor) / step) * step;
          addStarts(run, template, stretch, first, step);
        }
      }
    }
    for (const run of runs) sortStarts(run);
    return runs
      .filter(({ starts }) => starts.length > 0)
      .sort(
        (a, b) =>
          rank(templateOrder, a.treatment) - rank(templateOrder, b.treatment) ||
          rank(clinicOrder, a.clinic) - rank(clinicOrder, b.clinic),
      );
  }

  function workOut(date: CivilDate): Run[] {
    const ofDate = rowsOn.get(date);
    if (!ofDate || !offering.isOpenOn(date)) return [];
    if (onlyDate !== undefined && date !== onlyDate) return [];
    return offering.clinicians.flatMap((clinician) => {
      const dayRows = ofDate.get(clinician.id);
      return dayRows ? runsOfClinician(clinician, date, dayRows) : [];
    });
  }

  const allDates = [...rowsOn.keys()].sort();
  return {
    timeZone,
    dates: ({ from, to }) => allDates.filter((date) => date >= from && date < to),
    runsOn(date) {
      let runs = known.get(date);
      if (!runs) known.set(date, (runs = workOut(date)));
      return runs;
    },
  };
}

/** The run of a template among those of a clinician's day, begun when it is new. */
function runOf(runs: Run[], clinician: string, clinic: string, template: OfferedTemplate): Run {
  const { id: treatment, minutes } = template;
  let run = runs.find((one) => one.treatment === treatment && one.clinic === clinic);
  if (!run) runs.push((run = { clinician, clinic, treatment, minutes, starts: [] }));
  return run;
}

/** Where several preblocks offer the same treatment: ascending, and each start once. */
function sortStarts(run: Run): void {
  const { starts } = run;
  for (let index = 1; index < starts.length; index++) {
    if (starts[index]! > starts[index - 1]!) continue;
    run.starts = [...new Set(starts)].sort((a, b) => a - b);
    return;
  }
}

/** The rows of working time and preblocks by date and clinician; only dates and clinicians with a preblock. */
function indexByDate(
  rows: AvailabilityRows,
  clinicians: readonly ClinicianRules[],
  hasClinic: (clinic: string) => boolean,
): Map<CivilDate, Map<string, DayRows>> {
  const wanted = new Set(clinicians.map(({ id }) => id));
  const dates = new Map<CivilDate, Map<string, DayRows>>();
  for (const placement of rows.placements) {
    const { clinician, clinic, date } = placement;
    if (!wanted.has(clinician) || !hasClinic(clinic)) continue;
    let ofDate = dates.get(date);
    if (!ofDate) dates.set(date, (ofDate = new Map<string, DayRows>()));
    const known = ofDate.get(clinician);
    if (known) known.placements.push(placement);
    else ofDate.set(clinician, { placements: [placement], workingTime: [] });
  }
  for (const interval of rows.workingTime) {
    dates.get(interval.date)?.get(interval.clinician)?.workingTime.push(interval);
  }
  return dates;
}

/** What is taken of each clinician's time, whatever the clinic: merged, without the party's own. */
function indexBusy(rows: AvailabilityRows, party: string | undefined): Map<string, Stretch[]> {
  const busy = new Map<string, Stretch[]>();
  for (const row of rows.busy) {
    if (party !== undefined && row.party === party) continue;
    const ofClinician = busy.get(row.clinician);
    if (ofClinician) ofClinician.push(row);
    else busy.set(row.clinician, [row]);
  }
  for (const [clinician, stretches] of busy) busy.set(clinician, mergeStretches(stretches));
  return busy;
}

/** The free times of one date in the order of `slotOrder`. */
export function slotsOn(source: SlotSource, date: CivilDate): FreeSlot[] {
  return sortRuns(source.runsOn(date));
}

/** The slots of a date's runs, which come in the order of equal starts, in the order of `slotOrder`. */
export function sortRuns(runs: readonly Run[]): FreeSlot[] {
  // Filling one bucket for each start leaves only the starts to sort.
  const buckets = new Map<number, FreeSlot[]>();
  for (const { clinician, clinic, treatment, minutes, starts } of runs) {
    for (const start of starts) {
      const slot = { start, minutes, clinic, clinician, treatment };
      const bucket = buckets.get(start);
      if (bucket) bucket.push(slot);
      else buckets.set(start, [slot]);
    }
  }
  const sorted = [...buckets.keys()].sort((a, b) => a - b);
  return sorted.flatMap((start) => buckets.get(start)!);
}
