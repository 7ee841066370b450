import { and, eq, sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { addDays } from '../../../src/domain/civil-date.js';
import { toInstant } from '../../../src/domain/clock-time.js';
import { inAccount, type AccountTransaction } from '../../../service/store/database.js';
import * as schema from '../../../service/store/schema/index.js';
import { monday, setUpClinic } from './clinic-fixture.js';
import { startService, type TestService } from './service.js';
import type { TestDatabase } from './test-database.js';

// Random changes of a timebook, each beside random questions to two services that remember and one that has just begun.

const clinicians = ['anne', 'berit', 'carl'];
const dates = [0, 1, 2, 4].map((days) => addDays(monday, days));
const accountId = 'demo';
/** Seven on Monday, an hour before the first times. */
const firstMorning = toInstant(monday, 7 * 60, 'Europe/Oslo');

const day = fc.constantFrom(...dates);
const clinician = fc.constantFrom(...clinicians);
/** Minutes after midnight within the clinic's morning, on the quarter. */
const quarter = fc.integer({ min: 32, max: 47 }).map((number) => number * 15);
const chair = fc.constantFrom(null, null, 'chair-0');
const mostlyTrue = fc.constantFrom(...Array<boolean>(9).fill(true), false);
/** Any row of a table: the first whose id comes after it. */
const anyId = fc.uuid();

type Change = (tx: AccountTransaction, now: number) => Promise<unknown>;

const take: fc.Arbitrary<Change> = fc
  .record({
    id: fc.uuid(),
    clinician,
    day,
    from: quarter,
    minutes: fc.constantFrom(15, 30, 120),
    chair,
    // Seconds until a hold ends; undefined: booked.
    ends: fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined }),
  })
  .map(({ id, clinician: clinicianId, day: date, from, minutes, chair: resourceId, ends }) => {
    const start = toInstant(date, from, 'Europe/Oslo');
    return (tx, now) =>
      tx
        .insert(schema.reservations)
        .values({
          accountId,
          id,
          partyId: id,
          clinicianId,
          clinicId: 'west',
          resourceId,
          startsAt: new Date(start),
          endsAt: new Date(start + minutes * 60_000),
          status: ends === undefined ? 'booked' : 'held',
          expiresAt: ends === undefined ? null : new Date(now + ends * 1000),
          createdAt: new Date(now),
        })
        .onConflictDoNothing();
  });

const oneReservation = (id: string) =>
  sql`${schema.reservations.id} = (SELECT id FROM reservations WHERE id >= ${id} ORDER BY id LIMIT 1)`;

const giveBack: fc.Arbitrary<Change> = fc
  .tuple(anyId, fc.constantFrom('released', 'expired', 'cancelled', 'delete'))
  .map(
    ([id, status]) =>
      (tx: AccountTransaction) =>
        status === 'delete'
          ? tx.delete(schema.reservations).where(oneReservation(id))
          : tx.update(schema.reservations).set({ status: status }).where(oneReservation(id)),
  );

const extend: fc.Arbitrary<Change> = fc.tuple(anyId, fc.integer({ min: 1, max: 900 })).map(
  ([id, seconds]) =>
    (tx: AccountTransaction, now: number) =>
      tx
        .update(schema.reservations)
        .set({ expiresAt: new Date(now + seconds * 1000) })
        .where(and(oneReservation(id), eq(schema.reservations.status, 'held'))),
);

const working: fc.Arbitrary<Change> = fc
  .tuple(mostlyTrue, clinician, day, fc.constantFrom(480, 600, 720))
  .map(
    ([isNew, clinicianId, date, fromMinutes]) =>
      (tx: AccountTransaction) =>
        isNew
          ? tx.insert(schema.workingTimes).values({
              accountId,
              clinicianId,
              clinicId: 'west',
              date,
              fromMinutes,
              toMinutes: fromMinutes + 240,
            })
          : tx
              .delete(schema.workingTimes)
              .where(
                and(
                  eq(schema.workingTimes.clinicianId, clinicianId),
                  eq(schema.workingTimes.date, date),
                ),
              ),
  );

const preblocks: fc.Arbitrary<Change> = fc
  .tuple(mostlyTrue, clinician, day, fc.constantFrom(480, 540, 660))
  .map(
    ([isNew, clinicianId, date, fromMinutes]) =>
      (tx: AccountTransaction) =>
        isNew
          ? tx.insert(schema.preblockPlacements).values({
              accountId,
              clinicianId,
              clinicId: 'west',
              date,
              fromMinutes,
              toMinutes: fromMinutes + 120,
              preblockId: 'internet',
            })
          : tx
              .delete(schema.preblockPlacements)
              .where(
                and(
                  eq(schema.preblockPlacements.clinicianId, clinicianId),
                  eq(schema.preblockPlacements.date, date),
                ),
              ),
  );

const catalogue: fc.Arbitrary<Change> = fc
  .tuple(clinician, fc.constantFrom(null, 1, 22), fc.integer({ min: 0, max: 4 }))
  .map(
    ([id, preblockExpiryHours, published]) =>
      (tx: AccountTransaction) =>
        tx
          .update(schema.clinicians)
          .set({ preblockExpiryHours, published: published > 0 })
          .where(eq(schema.clinicians.id, id)),
  );

const leadTime: fc.Arbitrary<Change> = fc
  .constantFrom(null, 0, 2, 3)
  .map(
    (leadDays) => (tx: AccountTransaction) =>
      tx
        .update(schema.bookingTemplates)
        .set({ leadDays })
        .where(eq(schema.bookingTemplates.id, 'check')),
  );

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: take },
  { weight: 6, arbitrary: giveBack },
  { weight: 3, arbitrary: extend },
  { weight: 1, arbitrary: working },
  { weight: 1, arbitrary: preblocks },
  { weight: 1, arbitrary: catalogue },
  { weight: 1, arbitrary: leadTime },
);

const question = fc
  .record({
    view: fc.constantFrom('slots', 'starts', 'days'),
    from: fc.constantFrom(addDays(monday, -7), ...dates),
    days: fc.constantFrom(1, 7, 21),
    filters: fc.record(
      {
        clinic: fc.constantFrom('west', 'east'),
        treatment: fc.constantFrom('check', 'implant'),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ view, from, days, filters }) => {
    const query = new URLSearchParams({ view, from, to: addDays(from, days), ...filters });
    return `/slots?${query.toString()}`;
  });

/** Moments pass, or minutes; now and then hours, so that a night's question is asked again at noon. */
const passing = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 60_000 }) },
  { weight: 4, arbitrary: fc.integer({ min: 60_000, max: 1_800_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(6, 8).map((hours) => hours * 3_600_000) },
);

const step = fc.record({
  passing,
  changes: fc.array(change, { minLength: 1, maxLength: 3 }),
  questions: fc.array(question, { minLength: 1, maxLength: 3 }),
});

/** Where a remembering service answered something else than one that works everything out. */
export interface Lie {
  question: string;
  now: string;
  remembered: unknown;
  right: unknown;
}

/**
 * So many random changes, each followed by questions. Two services remember what they were asked; some changes and questions are
 * at once. Answers with what was asked, how many answers had any free times, and every lie.
 */
export async function changeAndAsk(
  database: TestDatabase,
  count: number,
  seed: number,
): Promise<{ questions: number; withTimes: number; lies: Lie[] }> {
  await setUpClinic(database.db, {
    settings: { selfCreation: false },
    clinicians: [{ id: 'berit' }, { id: 'carl' }],
  });
  const services = [startService(database), startService(database)];
  const tally = { questions: 0, withTimes: 0, lies: [] as Lie[] };
  let now = firstMorning;
  for (const { passing: time, changes, questions } of fc.sample(step, { numRuns: count, seed })) {
    now += time;
    // On the fifth day little of the week is left: the clock is set back.
    if (now > firstMorning + 4 * 86_400_000) now = firstMorning;
    for (const service of services) service.now = now;
    const writing = changes.map((one) =>
      // A row that the constraints do not allow is no change.
      inAccount(database.db, accountId, (tx) => one(tx, now)).catch(() => undefined),
    );
    const asking = questions.map((path) => services[0]!.call(path));
    await Promise.all([...writing, ...asking]);
    // Whoever asks for the account alone leaves the timebook as it is remembered.
    await services[1]!.call('');
    const fresh = startService(database);
    fresh.now = now;
    for (const path of questions) {
      const right = await fresh.call<AnyAnswer>(path);
      tally.questions += 1;
      if (hasTimes(right.body)) tally.withTimes += 1;
      for (const service of services) await compare(service, path, right.body, tally.lies);
    }
  }
  return tally;
}

type AnyAnswer = Record<string, unknown[] | null>;

function hasTimes({ slots, starts, days }: AnyAnswer): boolean {
  return (slots ?? starts ?? days ?? []).length > 0;
}

async function compare(
  service: TestService,
  path: string,
  right: AnyAnswer,
  lies: Lie[],
): Promise<void> {
  const { body } = await service.call<AnyAnswer>(path);
  if (JSON.stringify(body) === JSON.stringify(right)) return;
  lies.push({ question: path, now: new Date(service.now).toISOString(), remembered: body, right });
}
