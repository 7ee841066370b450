import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatInstant } from '../../../src/domain/clock-time.js';
import {
  busy,
  clinician,
  clockOf,
  definition,
  monday,
  noon,
  oslo,
  preblock,
  rows,
  slots,
  template,
  times,
  work,
} from './rows.js';

const account = rows().account;
const half = ['08:00', '08:30', '09:00', '09:30'];

describe('working time', () => {
  it('[A-01] offers nothing outside working time, nor a time that only begins inside it', () => {
    assert.deepEqual(times({ workingTime: [work('08:30', '09:45')] }), ['08:30', '09:00']);
    assert.deepEqual(times({ workingTime: [] }), []);
  });

  it('[A-01] offers a time only at the clinic where the clinician works then', () => {
    assert.deepEqual(times({ workingTime: [work('08:00', '16:00', { clinic: 'hokksund' })] }), []);
    const moved = slots({
      workingTime: [work('08:00', '09:00'), work('09:00', '16:00', { clinic: 'hokksund' })],
      placements: [
        preblock('08:00', '10:00'),
        preblock('08:00', '10:00', { id: 'h', clinic: 'hokksund' }),
      ],
    });
    assert.deepEqual(
      moved.map((slot) => `${clockOf(slot)} ${slot.clinic}`),
      ['08:00 asker', '08:30 asker', '09:00 hokksund', '09:30 hokksund'],
    );
  });

  it('[A-01] takes working intervals that touch for one', () => {
    const touching = [work('08:00', '08:45'), work('08:45', '16:00')];
    assert.deepEqual(times({ workingTime: touching }), half);
    assert.deepEqual(times({ workingTime: [work('08:00', '08:45'), work('08:50', '16:00')] }), [
      '08:00',
      '09:00',
      '09:30',
    ]);
  });

  it('[A-01] [A-07] leaves out who is not published or does not work at the clinic', () => {
    assert.deepEqual(times({ clinicians: [clinician({ published: false })] }), []);
    assert.deepEqual(times({ clinicians: [clinician({ clinics: ['hokksund'] })] }), []);
  });

  it('[A-14] counts only time marked Recall where the account says so', () => {
    const workingTime = [work('08:00', '09:00', { recall: false }), work('09:00', '16:00')];
    assert.deepEqual(times({ workingTime }), half);
    const strict = { ...account, publishingNeedsRecallTime: true };
    assert.deepEqual(times({ workingTime, account: strict }), ['09:00', '09:30']);
  });
});

describe('the grid', () => {
  it('[A-04] steps the treatment’s minutes from the start of the preblock', () => {
    assert.deepEqual(times(), half);
    assert.deepEqual(times({ placements: [preblock('08:10', '09:45')] }), [
      '08:10',
      '08:40',
      '09:10',
    ]);
    assert.deepEqual(times({ templates: [template({ minutes: 50 })] }), ['08:00', '08:50']);
  });

  it('[A-04] keeps the grid of a preblock that begins before working time', () => {
    const found = times({
      workingTime: [work('08:00', '16:00')],
      placements: [preblock('07:45', '09:45')],
    });
    assert.deepEqual(found, ['08:15', '08:45', '09:15']);
  });

  it('[A-04] steps the minimum time between offers from the start of working time', () => {
    const templates = [template({ minutes: 20, minutesBetweenOffers: 30 })];
    const placements = [preblock('08:10', '10:00')];
    assert.deepEqual(times({ templates, placements }), ['08:30', '09:00', '09:30']);
    const workingTime = [work('07:50', '09:00'), work('09:15', '16:00')];
    assert.deepEqual(times({ templates, placements, workingTime }), ['08:20', '09:15']);
  });

  it('[A-04] offers every line of the timebook when the minimum time is 0: 08:10 and 08:40 too', () => {
    const templates = [template({ minutesBetweenOffers: 0 })];
    const placements = [preblock('08:05', '09:15')];
    const found = times({ templates, placements });
    assert.deepEqual(found, ['08:10', '08:20', '08:30', '08:40']);
    const quarters = { ...account, timebookGridMinutes: 15 };
    assert.deepEqual(times({ templates, placements, account: quarters }), [
      '08:15',
      '08:30',
      '08:45',
    ]);
  });

  it('[A-04] offers only templates used in e-booking and in a category that the preblock lets in', () => {
    assert.deepEqual(times({ templates: [template({ useInBooking: false })] }), []);
    assert.deepEqual(times({ templates: [template({ category: 'akutt' })] }), []);
  });

  it('[A-04] offers nothing on preblocks of other types', () => {
    for (const type of ['standard', 'recall', 'administration', 'treatment'] as const) {
      assert.deepEqual(times({ definitions: [definition({ type })] }), []);
    }
  });

  it('[A-04] wants one preblock under the whole time: two that only together cover it offer nothing more', () => {
    const placements = [preblock('08:00', '08:45'), preblock('08:45', '09:30')];
    assert.deepEqual(times({ placements }), ['08:00', '08:45']);
  });

  it('[A-04] offers a time once when two preblocks cover it', () => {
    const placements = [preblock('08:30', '10:00'), preblock('08:00', '09:30')];
    assert.deepEqual(times({ placements }), half);
    const shifted = [preblock('08:00', '09:00'), preblock('08:15', '09:15')];
    assert.deepEqual(times({ placements: shifted }), ['08:00', '08:15', '08:30', '08:45']);
  });
});

describe('what is taken', () => {
  it('[A-05] a booking of 40 minutes removes two times of 30', () => {
    assert.deepEqual(times({ busy: [busy('08:30', '09:10')] }), ['08:00', '09:30']);
  });

  it('[A-05] a booking that only touches removes nothing, one of a minute removes one', () => {
    assert.deepEqual(times({ busy: [busy('08:00', '08:30')] }), ['08:30', '09:00', '09:30']);
    assert.deepEqual(times({ busy: [busy('08:59', '09:00')] }), ['08:00', '09:00', '09:30']);
    const second = {
      clinician: 'lise',
      start: oslo(monday, '09:00') - 1000,
      end: oslo(monday, '09:00') + 1000,
    };
    assert.deepEqual(times({ busy: [second] }), ['08:00', '09:30']);
  });

  it('[A-05] the grid stays where it is after a booking', () => {
    const taken = [busy('08:00', '08:10'), busy('08:05', '08:40'), busy('09:50', '10:20')];
    assert.deepEqual(times({ busy: taken }), ['09:00']);
  });

  it('[A-10] a clinician who is taken at one clinic is taken at every clinic, others are not', () => {
    assert.deepEqual(times({ busy: [busy('08:00', '10:00')] }), []);
    assert.deepEqual(times({ busy: [busy('08:00', '10:00', { clinician: 'evelyn' })] }), half);
  });

  it('[P-24] the patient’s own hold counts as free to them alone', () => {
    const held = [busy('08:30', '09:00', { party: 'me' }), busy('09:00', '09:30')];
    assert.deepEqual(times({ busy: held }, { party: 'me' }), ['08:00', '08:30', '09:30']);
    assert.deepEqual(times({ busy: held }, { party: 'you' }), ['08:00', '09:30']);
    assert.deepEqual(times({ busy: held }), ['08:00', '09:30']);
  });

  it('[A-09] a template that needs a resource has a time only while one is free all through', () => {
    const templates = [template({ resource: 'X' })];
    const resources = [
      { id: 'x1', clinic: 'asker', kind: 'X' },
      { id: 'x2', clinic: 'asker', kind: 'X' },
      { id: 'y', clinic: 'asker', kind: 'Y' },
      { id: 'x3', clinic: 'hokksund', kind: 'X' },
    ];
    const taken = (resource: string, from: string, to: string, party?: string) => ({
      resource,
      start: oslo(monday, from),
      end: oslo(monday, to),
      party,
    });
    assert.deepEqual(times({ templates }), []);
    assert.deepEqual(times({ templates, resources }), half);
    const one = [taken('x1', '08:00', '09:00')];
    assert.deepEqual(times({ templates, resources, resourceBusy: one }), half);
    const both = [...one, taken('x2', '08:45', '09:15', 'me')];
    assert.deepEqual(times({ templates, resources, resourceBusy: both }), [
      '08:00',
      '09:00',
      '09:30',
    ]);
    assert.deepEqual(times({ templates, resources, resourceBusy: both }, { party: 'me' }), half);
    // A chair that is taken until a time, and again from its end, is free for it.
    const around = [
      taken('x1', '08:00', '08:30'),
      taken('x1', '09:00', '10:00'),
      taken('x2', '08:00', '08:31'),
      taken('x2', '08:59', '10:00'),
    ];
    assert.deepEqual(times({ templates, resources, resourceBusy: around }), ['08:30']);
    // One chair for the first half and another for the second is no chair.
    const turns = [taken('x1', '08:00', '08:15'), taken('x2', '08:15', '08:30')];
    assert.deepEqual(times({ templates, resources, resourceBusy: turns }), half.slice(1));
  });
});

describe('when a time may be booked', () => {
  const onMonday = (clock: string) => oslo(monday, clock);

  it('[P-19] never shows a time that has begun', () => {
    assert.deepEqual(times({}, {}, onMonday('08:29')), ['08:30', '09:00', '09:30']);
    assert.deepEqual(times({}, {}, onMonday('08:30')), ['09:00', '09:30']);
    assert.deepEqual(times({}, {}, oslo('2026-12-01', '00:00')), []);
  });

  it('[P-19] shows weekend times only when the account has weekend booking on', () => {
    const saturday = '2026-12-05';
    const part = {
      workingTime: [work('08:00', '16:00', { date: saturday })],
      placements: [preblock('08:00', '09:00', { date: saturday })],
    };
    assert.deepEqual(times(part), []);
    const open = { ...account, weekendBooking: true };
    assert.deepEqual(times({ ...part, account: open }), ['08:00', '08:30']);
  });

  it('[A-06] empty lead days: today; 0: tomorrow; 1: the day after', () => {
    const at = (leadDays: number | null, date: string) =>
      times({ templates: [template({ leadDays })] }, {}, oslo(date, '07:00')).length;
    assert.deepEqual([at(null, monday), at(0, monday), at(1, monday)], [4, 0, 0]);
    assert.deepEqual([at(0, '2026-11-29'), at(1, '2026-11-29'), at(1, '2026-11-28')], [4, 0, 4]);
  });

  it('[A-06] counts days by the account’s dates, not by 24 hours or UTC', () => {
    const templates = [template({ leadDays: 0 })];
    assert.equal(times({ templates }, {}, oslo('2026-11-29', '23:59')).length, 4);
    assert.equal(times({ templates }, {}, oslo(monday, '00:00')).length, 0);
  });

  it('[A-02] a definition that expires N days before counts no more from that date on', () => {
    const at = (days: number, date: string, clock = '12:00') =>
      times({ definitions: [definition({ expiresDaysBefore: days })] }, {}, oslo(date, clock))
        .length;
    assert.deepEqual([at(2, '2026-11-27', '23:59'), at(2, '2026-11-28', '00:00')], [4, 0]);
    assert.deepEqual([at(0, '2026-11-29'), at(0, monday, '06:00')], [4, 0]);
  });

  it('[A-02] a clinician’s expiry hides each time N hours before it begins', () => {
    const clinicians = [clinician({ preblockExpiryHours: 48 })];
    const at = (clock: string) => times({ clinicians }, {}, oslo('2026-11-28', clock));
    assert.deepEqual(at('07:59'), half);
    assert.deepEqual(at('08:00'), half.slice(1));
    assert.deepEqual(at('09:15'), ['09:30']);
  });
});

describe('filters and order', () => {
  const two = {
    clinicians: [clinician({ id: 'kristine', acceptsNewPatients: false }), clinician()],
    templates: [template({ id: 'acute', minutes: 20 }), template()],
    workingTime: [
      work('08:00', '16:00'),
      work('08:00', '16:00', { clinician: 'kristine', clinic: 'hokksund' }),
    ],
    placements: [
      preblock('08:00', '09:00'),
      preblock('08:30', '09:30', { id: 'k', clinician: 'kristine', clinic: 'hokksund' }),
    ],
  };
  const all = (filters: Parameters<typeof slots>[1]) =>
    slots(two, filters).map((slot) => `${clockOf(slot)} ${slot.clinician} ${slot.treatment}`);

  it('[A-02] are ascending, each once, in whatever order overlapping preblocks are stored', () => {
    const overlapping = [preblock('09:00', '11:00'), preblock('08:00', '10:00')];
    for (const placements of [overlapping, [...overlapping].reverse()]) {
      assert.deepEqual(times({ placements }), [
        '08:00',
        '08:30',
        '09:00',
        '09:30',
        '10:00',
        '10:30',
      ]);
    }
  });

  it('[P-21] are in the account’s order where they begin together: clinicians, treatments, clinics', () => {
    const both = (id: string) => [
      preblock('08:00', '08:30', { id: `${id}-2`, clinician: id, clinic: 'hokksund' }),
      preblock('08:00', '08:30', { id: `${id}-1`, clinician: id }),
    ];
    const hours = (id: string) => [
      work('08:00', '16:00', { clinician: id, clinic: 'hokksund' }),
      work('08:00', '16:00', { clinician: id }),
    ];
    const found = slots({
      clinicians: [clinician({ id: 'evelyn' }), clinician()],
      templates: [template({ id: 'hygiene' }), template()],
      placements: [...both('lise'), ...both('evelyn')],
      workingTime: [...hours('lise'), ...hours('evelyn')],
    });
    assert.deepEqual(
      found.map((slot) => `${slot.clinician} ${slot.treatment} ${slot.clinic}`),
      ['evelyn', 'lise'].flatMap((who) =>
        ['hygiene', 'exam'].flatMap((what) =>
          ['asker', 'hokksund'].map((where) => `${who} ${what} ${where}`),
        ),
      ),
    );
  });

  it('[P-21] sorts by start, then clinician and treatment in the account’s order', () => {
    assert.deepEqual(all({}), [
      '08:00 lise acute',
      '08:00 lise exam',
      '08:20 lise acute',
      '08:30 kristine acute',
      '08:30 kristine exam',
      '08:30 lise exam',
      '08:40 lise acute',
      '08:50 kristine acute',
      '09:00 kristine exam',
      '09:10 kristine acute',
    ]);
  });

  it('[A-04] narrows by clinic, group, clinician, treatment and instant', () => {
    const lise = ['08:00 lise exam', '08:30 lise exam'];
    assert.deepEqual(all({ clinic: 'asker', treatment: 'exam' }), lise);
    assert.deepEqual(all({ group: 'vest', treatment: 'exam' }), lise);
    assert.deepEqual(all({ clinician: 'lise', treatment: 'exam' }), lise);
    assert.deepEqual(all({ clinic: 'asker', clinician: 'kristine' }), []);
    assert.deepEqual(all({ at: oslo(monday, '08:30') }), [
      '08:30 kristine acute',
      '08:30 kristine exam',
      '08:30 lise exam',
    ]);
    assert.deepEqual(all({ at: oslo(monday, '08:35') }), []);
    assert.deepEqual(all({ clinic: 'nowhere' }), []);
  });

  it('[P-42] leaves out clinicians who take no new patients where asked', () => {
    assert.ok(all({ newPatient: true }).every((line) => line.includes('lise')));
    assert.equal(all({ newPatient: true }).length, 5);
  });

  it('[A-04] takes the range half-open', () => {
    const count = (from: string, to: string) => times({}, {}, noon, { from, to }).length;
    assert.equal(count(monday, '2026-12-01'), 4);
    assert.equal(count('2026-11-29', monday), 0);
    assert.equal(count('2026-12-01', '2026-12-02'), 0);
  });
});

describe('daylight saving time', () => {
  const night = (zone: string, date: string, from: string, to: string, minutes = 30) =>
    slots(
      {
        account: { ...account, timeZone: zone, weekendBooking: true },
        templates: [template({ minutes })],
        workingTime: [work('00:00', '24:00', { date })],
        placements: [preblock(from, to, { date })],
      },
      {},
      noon - 400 * 86_400_000,
      { from: date, to: '2028-01-01' },
    ).map(({ start }) => formatInstant(start, zone).slice(11));

  it('[P-22] leaves out the hour that the clock skips', () => {
    assert.deepEqual(night('Europe/Oslo', '2026-03-29', '01:00', '04:00'), [
      '01:00:00+01:00',
      '01:30:00+01:00',
      '03:00:00+02:00',
      '03:30:00+02:00',
    ]);
    assert.deepEqual(night('Europe/Oslo', '2026-03-29', '02:00', '03:00'), []);
    assert.deepEqual(night('Europe/Helsinki', '2027-03-28', '03:20', '04:40', 40), [
      '04:00:00+03:00',
    ]);
  });

  it('[P-22] offers the repeated hour twice, and times of full length across the change', () => {
    assert.deepEqual(night('Europe/Oslo', '2026-10-25', '02:00', '03:00'), [
      '02:00:00+02:00',
      '02:30:00+02:00',
      '02:00:00+01:00',
      '02:30:00+01:00',
    ]);
    assert.deepEqual(night('Europe/Helsinki', '2026-10-25', '02:30', '05:00', 60), [
      '02:30:00+03:00',
      '03:30:00+03:00',
      '03:30:00+02:00',
    ]);
  });

  it('[P-22] [A-04] the day after a change keeps the clock times of the day before', () => {
    assert.deepEqual(night('Europe/Oslo', '2026-03-29', '08:00', '09:00'), [
      '08:00:00+02:00',
      '08:30:00+02:00',
    ]);
    assert.deepEqual(night('Europe/Oslo', '2026-10-25', '08:00', '09:00'), [
      '08:00:00+01:00',
      '08:30:00+01:00',
    ]);
  });
});
