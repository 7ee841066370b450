import type {
  AvailabilityRows,
  CivilInterval,
  ClinicianRules,
  DateRange,
  FreeSlot,
  SlotFilters,
  Template,
} from '../../../service/core/model.js';

/**
 * The rules of availability told once more, slowly: every minute of a day is asked whether a time begins there. Shares
 * nothing with the service but the shape of its rows; what the clock shows comes from `Intl.DateTimeFormat` alone.
 */

interface Minute {
  instant: number;
  /** What the clock shows, minutes after midnight. */
  clock: number;
}

export interface OracleSlot extends FreeSlot {
  /** Every preblock that offers it. */
  placements: string[];
}

const minuteMilliseconds = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once a zone: to make one takes longer than to ask it a hundred times. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const style = { timeZone, dateStyle: 'short', timeStyle: 'short' } as const;
    format = new Intl.DateTimeFormat('sv-SE', style);
    formats.set(timeZone, format);
  }
  return format;
}

function readClock(instant: number, timeZone: string): { date: string; clock: number } {
  const [date, time] = formatOf(timeZone).format(instant).split(' ') as [string, string];
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return { date, clock: hours * 60 + minutes };
}

const minutesOfDates = new Map<string, Minute[]>();

/** Every minute that belongs to a date in a zone, in the order in which they pass. */
function minutesOf(date: string, timeZone: string): Minute[] {
  const key = `${date} ${timeZone}`;
  let minutes = minutesOfDates.get(key);
  if (!minutes) {
    minutes = [];
    const format = formatOf(timeZone);
    const utcMidnight = Date.parse(`${date}T00:00:00Z`);
    for (let passed = -5 * 60; passed < 29 * 60; passed++) {
      const instant = utcMidnight + passed * minuteMilliseconds;
      const [localDate, time] = format.format(instant).split(' ') as [string, string];
      const [hours, minute] = time.split(':').map(Number) as [number, number];
      if (localDate === date) minutes.push({ instant, clock: hours * 60 + minute });
    }
    minutesOfDates.set(key, minutes);
  }
  return minutes;
}

function daysFrom(earlier: string, later: string): number {
  return (Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / 86_400_000;
}

function assignedList(
  rows: AvailabilityRows,
  kind: 'bookingList' | 'preblockList',
  clinician: ClinicianRules,
  clinic: string,
): readonly string[] | 'everything' {
  const lists = kind === 'bookingList' ? rows.templateLists : rows.preblockLists;
  const companyId = rows.clinics.filter((one) => one.id === clinic)[0]?.company;
  const company = rows.companies.filter((one) => one.id === companyId)[0];
  let id = clinician[kind];
  if (id === null) id = company ? company[kind] : null;
  if (id === null) id = rows.organisation[kind];
  if (id === null) return 'everything';
  return lists.filter((list) => list.id === id)[0]!.items;
}

const isOn = (list: readonly string[] | 'everything', id: string) =>
  list === 'everything' || list.includes(id);

function isOfferedByClinician(template: Template, clinician: ClinicianRules): boolean {
  if (template.cliniciansWithoutNeed.includes(clinician.id)) return true;
  if (template.governedByNeed) return false;
  return template.cliniciansWithoutNeed.length === 0;
}

/** Free times, and for each every preblock behind it. With `ignoreTaken`, whatever is taken. */
export function oracleSlots(
  rows: AvailabilityRows,
  range: DateRange,
  filters: SlotFilters,
  now: number,
  { ignoreTaken = false } = {},
): OracleSlot[] {
  const { timeZone, timebookGridMinutes, weekendBooking } = rows.account;
  const today = readClock(now, timeZone).date;
  const found: OracleSlot[] = [];
  const byKey = new Map<string, OracleSlot>();

  for (const date of new Set(rows.placements.map((one) => one.date))) {
    if (date < range.from || date >= range.to) continue;
    const sunday0 = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (!weekendBooking && (sunday0 === 0 || sunday0 === 6)) continue;
    const minutes = minutesOf(date, timeZone);

    // A clock time is reached at the first minute that shows it or a later one; 24:00 after the last.
    const reached = (clock: number) => {
      const index = minutes.findIndex((minute) => minute.clock >= clock);
      return index < 0 ? minutes.length : index;
    };
    const bounds = new Map<CivilInterval, [number, number]>();
    for (const one of [...rows.workingTime, ...rows.placements]) {
      if (one.date === date) bounds.set(one, [reached(one.from), reached(one.to)]);
    }
    const covers = (one: CivilInterval, index: number) => {
      const [from, to] = bounds.get(one)!;
      return index >= from && index < to;
    };

    for (const clinician of rows.clinicians) {
      if (!clinician.published) continue;
      if (filters.clinician !== undefined && filters.clinician !== clinician.id) continue;
      if (filters.newPatient && !clinician.acceptsNewPatients) continue;

      for (const clinic of rows.clinics) {
        if (!clinician.clinics.includes(clinic.id)) continue;
        if (filters.clinic !== undefined && filters.clinic !== clinic.id) continue;
        if (filters.group !== undefined && filters.group !== clinic.group) continue;
        const isHere = (one: CivilInterval) =>
          one.date === date && one.clinician === clinician.id && one.clinic === clinic.id;
        if (!rows.placements.some(isHere)) continue;
        const workingHere = rows.workingTime.filter(
          (one) => isHere(one) && (!rows.account.publishingNeedsRecallTime || one.recall),
        );
        const works = minutes.map((_, index) => workingHere.some((one) => covers(one, index)));
        const isTaken = minutes.map(
          ({ instant }) =>
            !ignoreTaken &&
            rows.busy.some(
              (one) =>
                one.clinician === clinician.id &&
                (filters.party === undefined || one.party !== filters.party) &&
                one.start < instant + minuteMilliseconds &&
                one.end > instant,
            ),
        );
        const chairsTaken = (resource: string) =>
          minutes.map(
            ({ instant }) =>
              !ignoreTaken &&
              rows.resourceBusy.some(
                (one) =>
                  one.resource === resource &&
                  (filters.party === undefined || one.party !== filters.party) &&
                  one.start < instant + minuteMilliseconds &&
                  one.end > instant,
              ),
          );
        const chairs = rows.resources
          .filter((one) => one.clinic === clinic.id)
          .map((one) => ({ kind: one.kind, taken: chairsTaken(one.id) }));

        for (const template of rows.templates) {
          if (filters.treatment !== undefined && filters.treatment !== template.id) continue;
          if (!template.useInBooking || !isOfferedByClinician(template, clinician)) continue;
          const bookable = assignedList(rows, 'bookingList', clinician, clinic.id);
          if (!isOn(bookable, template.id)) continue;
          if (template.leadDays !== null && daysFrom(today, date) < template.leadDays + 1) continue;

          for (const placement of rows.placements.filter(isHere)) {
            const definition = rows.definitions.find((one) => one.id === placement.definition)!;
            if (definition.type !== 'internet') continue;
            const preblocks = assignedList(rows, 'preblockList', clinician, clinic.id);
            if (!isOn(preblocks, definition.id)) continue;
            const daysLeft = daysFrom(today, date);
            if (definition.expiresDaysBefore !== null && daysLeft <= definition.expiresDaysBefore)
              continue;
            const isListed = definition.categories.includes(template.category);
            const isLetIn =
              (definition.mode === 'allow' && isListed) ||
              (definition.mode === 'deny' && !isListed) ||
              (filters.rebooking === true && definition.allowAllRebookings);
            if (!isLetIn) continue;

            for (let index = 0; index + template.minutes <= minutes.length; index++) {
              const { instant, clock } = minutes[index]!;
              if (!works[index] || isTaken[index] || !covers(placement, index)) continue;
              if (filters.at !== undefined && filters.at !== instant) continue;
              if (instant <= now) continue;
              const hours = clinician.preblockExpiryHours;
              if (hours !== null && instant - now <= hours * 3_600_000) continue;

              if (template.minutesBetweenOffers === 0) {
                if (clock % timebookGridMinutes !== 0) continue;
              } else if (template.minutesBetweenOffers === null) {
                if ((index - bounds.get(placement)![0]) % template.minutes !== 0) continue;
              } else {
                let first = index;
                while (first > 0 && works[first - 1]) first -= 1;
                if ((index - first) % template.minutesBetweenOffers !== 0) continue;
              }

              const all = Array.from({ length: template.minutes }, (_, more) => index + more);
              if (!all.every((one) => works[one] && covers(placement, one) && !isTaken[one]))
                continue;
              if (
                template.resource !== null &&
                !chairs.some(
                  (chair) =>
                    chair.kind === template.resource && all.every((one) => !chair.taken[one]),
                )
              )
                continue;

              const key = [instant, clinician.id, clinic.id, template.id].join(' ');
              const same = byKey.get(key);
              if (same) {
                same.placements.push(placement.id);
              } else {
                const slot = {
                  start: instant,
                  minutes: template.minutes,
                  clinic: clinic.id,
                  clinician: clinician.id,
                  treatment: template.id,
                  placements: [placement.id],
                };
                found.push(slot);
                byKey.set(key, slot);
              }
            }
          }
        }
      }
    }
  }

  const place = (items: readonly { id: string }[], id: string) =>
    items.findIndex((item) => item.id === id);
  return found.sort(
    (a, b) =>
      a.start - b.start ||
      place(rows.clinicians, a.clinician) - place(rows.clinicians, b.clinician) ||
      place(rows.templates, a.treatment) - place(rows.templates, b.treatment) ||
      place(rows.clinics, a.clinic) - place(rows.clinics, b.clinic),
  );
}
