import type {
  Placement,
  PlacementInput,
  Timebook,
  TimebookEntry,
  TimebookInput,
  WorkingTime,
  WorkingTimeInput,
} from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import type { CivilDate } from '../../src/domain/civil-date.js';
import { formatInstant, toClockTime, toInstant } from '../../src/domain/clock-time.js';
import { mondayOf } from '../../src/domain/week.js';
import { parseClock } from '../../service/core/day.js';
import type { SampleAccount, WeekPattern } from './sample-account.js';
import { createStaffClient } from './staff-client.js';
import type { Fetch, StaffClient } from './staff-client.js';

/** This week and the nine after it: eight whole weeks are always ahead, whatever the day. */
const usualWeeks = 10;

/** Rows that one request may make: a moment's work, so that patients' requests come in between. */
const rowsOfRequest = 150;

/** What of a sample account has to do with dates. */
type Dates = Pick<SampleAccount, 'id' | 'weeks'> & {
  readonly setup: Pick<SampleAccount['setup'], 'timeZone'>;
};

interface Repeat {
  weekdays: number[];
  until: CivilDate;
}

export interface TopUpOptions {
  /** Epoch milliseconds. */
  now: number;
  /** Ends the work between two calls; what is done stays. */
  signal?: AbortSignal;
  /** Milliseconds of rest after each call that makes many rows: an embedded database has one connection, which patients need too. */
  rest?: number;
  /** How many weeks get their rows, this one first; ten unless told. */
  weeksAhead?: number;
}

/**
 * Gives a sample account its dated rows for this week and the nine after it, through the staff API: working time,
 * preblocks, and appointments that are always taken. A week that has some already is left as it is, so that it may be
 * repeated at any time, and what staff took away stays away.
 */
export async function topUp(
  fetch: Fetch,
  operatorKey: string,
  sample: Dates,
  { now, signal, rest = 0, weeksAhead = usualWeeks }: TopUpOptions,
): Promise<void> {
  const staff = createStaffClient(fetch, sample.id, operatorKey);
  const write = async (...call: Parameters<StaffClient['send']>) => {
    await staff.send(...call);
    await pause(rest);
  };
  const { timeZone } = sample.setup;
  const thisWeek = mondayOf(toClockTime(now, timeZone).date);
  const weeks = Array.from({ length: weeksAhead }, (_, week) => addDays(thisWeek, 7 * week));

  const { workingTime } = await read<{ workingTime: WorkingTime[] }>(staff, 'working-time', weeks);
  const intervals = missing(sample.weeks, weeks, workingTime, ({ working }, repeat) =>
    working.map(([from, to]) => ({ from, to, recall: true, repeat })),
  );
  await inBatches(intervals, signal, (batch) =>
    write('POST', '/working-time', { intervals: batch } satisfies WorkingTimeInput),
  );

  const { preblocks } = await read<{ preblocks: Placement[] }>(staff, 'preblocks', weeks);
  const placements = missing(sample.weeks, weeks, preblocks, (pattern, { weekdays, until }) =>
    pattern.preblocks.map(({ preblock, at: [from, to], weekdays: only }) => ({
      preblock,
      from,
      to,
      repeat: { weekdays: only ? [...only] : weekdays, until },
    })),
  );
  await inBatches(placements, signal, (batch) =>
    write('POST', '/preblocks', { placements: batch } satisfies PlacementInput),
  );

  const { entries } = await read<Timebook>(staff, 'timebook', weeks);
  for (const appointment of missingAppointments(sample, weeks, entries)) {
    if (signal?.aborted) return;
    // Where a patient was faster, the time is taken all the same.
    await staff.send('POST', '/timebook', appointment, 'slot-taken');
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function read<Answer>(
  staff: StaffClient,
  path: string,
  weeks: readonly CivilDate[],
): Promise<Answer> {
  const [from, until] = [weeks[0]!, addDays(weeks.at(-1)!, 7)];
  return staff.send('GET', `/${path}?from=${from}&to=${until}`);
}

type Dated = Pick<WorkingTime, 'clinician' | 'clinic' | 'date'>;

/** What the patterns ask for in the weeks that have nothing yet; weeks that follow each other become one series. */
function missing<Request extends { repeat: Repeat }>(
  patterns: readonly WeekPattern[],
  weeks: readonly CivilDate[],
  rows: readonly Dated[],
  toOptions: (pattern: WeekPattern, repeat: Repeat) => Request[],
): (Request & Dated)[] {
  const keyOf = ({ clinician, clinic }: Omit<Dated, 'date'>, week: CivilDate) =>
    `${clinician} ${clinic} ${week}`;
  const there = new Set(rows.map((row) => keyOf(row, mondayOf(row.date))));
  return patterns.flatMap((pattern) => {
    const { clinician, clinic, weekdays } = pattern;
    const isMissing = weeks.map((week) => !there.has(keyOf(pattern, week)));
    return stretchesOf(weeks, isMissing).flatMap(({ from, last }) =>
      toOptions(pattern, { weekdays: [...weekdays], until: addDays(last, 6) }).map((request) => ({
        clinician,
        clinic,
        date: from,
        ...request,
      })),
    );
  });
}

/** Weeks in a row that are wanted, as the Mondays of the first and the last. */
function stretchesOf(
  weeks: readonly CivilDate[],
  isWanted: readonly boolean[],
): { from: CivilDate; last: CivilDate }[] {
  const stretches: { from: CivilDate; last: CivilDate }[] = [];
  for (const [index, week] of weeks.entries()) {
    if (!isWanted[index]) continue;
    const stretch = isWanted[index - 1] ? stretches.at(-1) : undefined;
    if (stretch) stretch.last = week;
    else stretches.push({ from: week, last: week });
  }
  return stretches;
}

function missingAppointments(
  { weeks: patterns, setup: { timeZone } }: Dates,
  weeks: readonly CivilDate[],
  entries: readonly TimebookEntry[],
): TimebookInput[] {
  // One that staff have cancelled is still among the entries, and not made again.
  const there = new Set(entries.map((entry) => `${entry.clinician} ${Date.parse(entry.start)}`));
  return weeks.flatMap((monday) =>
    patterns.flatMap(({ clinician, clinic, booked = [] }) =>
      booked.flatMap(([weekday, clock, minutes]) => {
        const start = toInstant(addDays(monday, weekday - 1), parseClock(clock), timeZone);
        if (there.has(`${clinician} ${start}`)) return [];
        return [{ start: formatInstant(start, timeZone), minutes, clinic, clinician }];
      }),
    ),
  );
}

/** Sends requests in parts that make about `rowsOfRequest` rows each; those of one clinician go together or not at all. */
async function inBatches<Request extends Dated & { repeat: Repeat }>(
  options: readonly Request[],
  signal: AbortSignal | undefined,
  send: (batch: Request[]) => Promise<unknown>,
): Promise<void> {
  let batch: Request[] = [];
  let rows = 0;
  for (const [index, request] of options.entries()) {
    batch.push(request);
    rows += request.repeat.weekdays.length * usualWeeks;
    const next = options[index + 1];
    if (next && (rows < rowsOfRequest || next.clinician === request.clinician)) continue;
    if (signal?.aborted) return;
    await send(batch);
    batch = [];
    rows = 0;
  }
}
