import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { AccountStatus } from '../../../src/contract/index.js';
import { toClockTime } from '../../../src/domain/clock-time.js';
import { createCalendar, formatClock } from '../../../service/core/day.js';
import { explainTimes, type Missed, type Verdict } from '../../../service/core/explain.js';
import type { AvailabilityRows, Template } from '../../../service/core/model.js';
import { positionOf, rules, type Fault } from '../../../service/core/rules.js';
import { Check, Fault as Faults } from '../../../src/contract/index.js';
import { question } from './arbitraries.js';
import { freeSlots } from './free-slots.js';
import * as world from './rows.js';

/** Everything that one answer depends on. */
interface Asked {
  rows: AvailabilityRows;
  missed: Missed;
  status: AccountStatus;
  newPatient: boolean;
  now: number;
}

const explain = ({ rows, missed, ...rest }: Asked) => explainTimes(rows, missed, rest);

/** What the patients' search answers to the same question. */
function offered({ rows, missed, status, newPatient, now }: Asked, clinician: string) {
  if (status !== 'open') return [];
  const { date, start: at, treatment, clinic } = missed;
  const range = { from: date, to: `${date}~` };
  return freeSlots(rows, range, { clinician, clinic, treatment, at, newPatient }, now).map(
    (slot) => ({ start: slot.start, clinic: slot.clinic }),
  );
}

/** Mends what a finding names, and nothing else: what whoever reads it would do. */
function mend(asked: Asked, { clinician: id, finding }: Verdict): Asked {
  const { rows, missed } = asked;
  const { because, where } = finding!;
  const day = createCalendar(rows.account.timeZone)(missed.date);
  const template = rows.templates.find((one) => one.id === missed.treatment)!;
  const clinician = rows.clinicians.find((one) => one.id === id)!;
  const withRows = (part: Partial<AvailabilityRows>) => ({ ...asked, rows: { ...rows, ...part } });
  const change = <Item extends { id: string }>(
    items: readonly Item[],
    of: string,
    part: Partial<Item>,
  ) => items.map((item) => (item.id === of ? { ...item, ...part } : item));
  const withTemplate = (part: Partial<Template>) =>
    withRows({ templates: change(rows.templates, template.id, part) });
  const withClinician = (part: object) =>
    withRows({ clinicians: change(rows.clinicians, id, part) });
  const withDefinition = (part: object) =>
    withRows({ definitions: change(rows.definitions, where!.id!, part) });
  const clinic = where?.clinic ?? missed.clinic ?? 'north';
  const interval = { clinician: id, clinic, date: missed.date };
  switch (because) {
    case 'unpublished':
    case 'maintenance':
    case 'new-booking-off':
      return { ...asked, status: 'open' };
    case 'past-date':
    case 'past':
      return { ...asked, now: day.midnight - 1 };
    case 'weekend':
      return withRows({ account: { ...rows.account, weekendBooking: true } });
    case 'not-published':
      return withClinician({ published: true });
    case 'no-new-patients':
      return withClinician({ acceptsNewPatients: true });
    case 'not-at-clinic':
      return withClinician({ clinics: [...clinician.clinics, clinic] });
    case 'not-in-list':
      return withRows({
        templateLists: change(rows.templateLists, where!.id!, {
          items: [...rows.templateLists.find((list) => list.id === where!.id)!.items, where!.item!],
        }),
      });
    case 'not-in-booking':
      return withTemplate({ useInBooking: true });
    case 'needs-need':
      return withTemplate({ cliniciansWithoutNeed: [...template.cliniciansWithoutNeed, id] });
    case 'no-working-time':
      return withRows({
        workingTime: [...rows.workingTime, { ...interval, from: 0, to: 1440, recall: false }],
      });
    case 'no-recall-time':
      return withRows({
        workingTime: rows.workingTime.map((row) =>
          row.clinician === id && row.clinic === clinic && row.date === missed.date
            ? { ...row, recall: true }
            : row,
        ),
      });
    case 'no-preblock':
      return withRows({
        placements: [
          ...rows.placements,
          { ...interval, id: 'new', definition: 'wide', from: 0, to: 1440 },
        ],
      });
    case 'not-internet':
      return withDefinition({ type: 'internet' });
    case 'preblock-expired':
      return withDefinition({ expiresDaysBefore: null });
    case 'preblock-not-in-list':
      return withRows({
        preblockLists: change(rows.preblockLists, where!.id!, {
          items: [...rows.preblockLists.find((list) => list.id === where!.id)!.items, where!.item!],
        }),
      });
    case 'outside-working-time': {
      const { from, to } = rows.placements.find((one) => one.id === where!.id)!;
      return withRows({
        workingTime: [...rows.workingTime, { ...interval, from, to, recall: true }],
      });
    }
    case 'category':
      return withDefinition({ mode: 'allow', categories: [template.category] });
    case 'lead-time':
      return withTemplate({ leadDays: null });
    case 'skipped-hour':
      return withRows({ placements: change(rows.placements, where!.id!, { from: 0, to: 1440 }) });
    case 'outside-preblock':
    case 'too-short':
      return withRows({
        placements: change(rows.placements, where!.id!, { from: 0, to: 1440 }),
        workingTime: [...rows.workingTime, { ...interval, from: 0, to: 1440, recall: true }],
        // A treatment may be longer than what the clock leaves of a date after a start.
        templates: change(rows.templates, template.id, { minutes: 1 }),
      });
    case 'off-grid': {
      const { minutes } = toClockTime(missed.start!, rows.account.timeZone);
      const placement = {
        ...interval,
        id: 'new',
        definition: 'wide',
        from: minutes,
        to: minutes + 1,
      };
      return withRows({
        placements: [...rows.placements, placement],
        definitions: change(rows.definitions, 'wide', {
          ...{ type: 'internet' as const, mode: 'deny' as const, categories: [] },
          expiresDaysBefore: null,
        }),
        preblockLists: rows.preblockLists.map((list) => ({
          ...list,
          items: rows.definitions.map((one) => one.id),
        })),
        workingTime: [...rows.workingTime, { ...placement, recall: true }],
        templates: change(rows.templates, template.id, { minutesBetweenOffers: null, minutes: 1 }),
      });
    }
    case 'expired':
      return withClinician({ preblockExpiryHours: null });
    case 'taken':
      return withRows({
        busy: rows.busy.filter(
          (row) => row.clinician !== id || row.start !== where!.from || row.end !== where!.to,
        ),
      });
    case 'no-resource':
      return withRows({
        resources: [...rows.resources, { id: 'new', clinic, kind: template.resource! }],
      });
    case 'resource-taken':
      return withRows({ resourceBusy: [] });
  }
}

const missedOf = fc.record({
  date: fc.nat(),
  treatment: fc.constantFrom('exam', 'acute', 'polish'),
  clinic: fc.option(fc.constantFrom('north', 'south'), { nil: undefined }),
  // Minutes from the first preblock's start, often on its grid.
  shift: fc.option(fc.oneof(fc.constantFrom(0, 20, 30, 40), fc.integer({ min: -90, max: 90 })), {
    nil: undefined,
  }),
  status: fc.oneof(
    { weight: 9, arbitrary: fc.constant('open' as const) },
    fc.constantFrom('maintenance' as const, 'unpublished' as const, 'new-booking-off' as const),
  ),
});

const asked: fc.Arbitrary<Asked> = fc
  .tuple(question, missedOf)
  .map(([{ rows, filters, now }, { date: pick, shift, status, ...rest }]) => {
    const { date, from } = rows.placements[pick % rows.placements.length]!;
    const { midnight, end } = createCalendar(rows.account.timeZone)(date);
    const wanted = shift === undefined ? undefined : midnight + (from + shift) * 60_000;
    const start = wanted !== undefined && wanted >= midnight && wanted < end ? wanted : undefined;
    const { newPatient = false } = filters;
    return { rows, missed: { ...rest, date, start }, status, newPatient, now };
  });

describe('why a time is offered or not', () => {
  it('[C-08] [A-04] agrees with the search in 5,000 worlds, and mending what it names changes the answer until times appear', () => {
    const seen = new Map<Fault | 'offered', number>();
    const note = (what: Fault | 'offered') => seen.set(what, (seen.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(asked, (first) => {
        for (const { clinician } of explain(first)) {
          let now: Asked = { ...first, missed: { ...first.missed, clinician } };
          let position = -1;
          for (let step = 0; ; step += 1) {
            const [verdict] = explain(now) as [Verdict];
            const expected = offered(now, clinician);
            assert.deepEqual(
              new Set(verdict.starts.map(({ start, clinic }) => `${start} ${clinic}`)),
              new Set(expected.map(({ start, clinic }) => `${start} ${clinic}`)),
            );
            assert.equal(verdict.finding === undefined, expected.length > 0);
            if (!verdict.finding) {
              note('offered');
              break;
            }
            const { because } = verdict.finding;
            note(because);
            // Another time taken, or another reason of the same check, may come after the one that was mended.
            assert.ok(positionOf(because) >= position, `${because} came after a later check`);
            assert.ok(step < 40, `${because} is not mended`);
            position = positionOf(because);
            const mended = mend(now, verdict);
            assert.notDeepEqual(
              explain(mended)[0]!.finding,
              verdict.finding,
              `mending ${because} changes nothing`,
            );
            now = mended;
          }
        }
      }),
      { numRuns: 5000, includeErrorInReport: true, endOnFailure: true },
    );
    for (const fault of Faults.options) {
      assert.ok((seen.get(fault) ?? 0) > 0, `${fault} was never the first to fail`);
    }
  });

  it('[C-08] every fault belongs to one check, and every check has its place', () => {
    assert.deepEqual(
      rules.map(({ check }) => check),
      Check.options,
    );
    assert.deepEqual(
      rules.flatMap(({ faults }) => faults),
      Faults.options,
    );
  });

  const missed = { date: world.monday, treatment: 'exam' };
  const ask = (part: Partial<AvailabilityRows>, more: Partial<Missed> = {}) =>
    explainTimes(
      world.rows(part),
      { ...missed, ...more },
      {
        ...{ status: 'open', newPatient: false },
        now: world.noon,
      },
    )[0]!;

  it('[A-06] names the field of the template that keeps a date back', () => {
    const { finding } = ask({ templates: [world.template({ leadDays: 30 })] });
    assert.deepEqual(finding, {
      because: 'lead-time',
      where: { kind: 'template', id: 'exam', field: 'leadDays' },
    });
  });

  it('[A-15] names the preblock that does not let the treatment in', () => {
    const { finding } = ask({ templates: [world.template({ category: 'tannstein' })] });
    assert.equal(finding!.because, 'category');
    assert.equal(finding!.where!.id, 'etimer');
  });

  it('[A-05] names the stretch that is taken, where one start is asked for', () => {
    const { finding } = ask(
      { busy: [world.busy('08:30', '09:10')] },
      { start: world.oslo(world.monday, '09:00') },
    );
    assert.equal(finding!.because, 'taken');
    const clock = (at: number) => formatClock(toClockTime(at, 'Europe/Oslo').minutes);
    assert.deepEqual(
      [clock(finding!.where!.from!), clock(finding!.where!.to!)],
      ['08:30', '09:10'],
    );
  });

  it('[A-04] of two preblocks, tells of the one that comes nearest to a time', () => {
    const { finding } = ask({
      definitions: [world.definition(), world.definition({ id: 'gammel', type: 'standard' })],
      placements: [
        world.preblock('08:00', '10:00', { definition: 'gammel' }),
        world.preblock('10:00', '10:20'),
      ],
    });
    assert.equal(finding!.because, 'too-short');
  });

  it('[A-01] of a clinic, tells of those who work there, and of whoever is named', () => {
    const rows = world.rows({
      clinicians: [world.clinician(), world.clinician({ id: 'kim', clinics: ['hokksund'] })],
    });
    const askedAbout = (more: Partial<Missed>) =>
      explainTimes(
        rows,
        { ...missed, ...more },
        { status: 'open', newPatient: false, now: world.noon },
      ).map(({ clinician, finding }) => [clinician, finding?.because]);
    assert.deepEqual(askedAbout({ clinic: 'asker' }), [['lise', undefined]]);
    assert.deepEqual(askedAbout({ clinic: 'asker', clinician: 'kim' }), [['kim', 'not-at-clinic']]);
  });
});
