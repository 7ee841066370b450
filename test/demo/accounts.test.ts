import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sampleAccounts, setUp, topUp } from '../../demo/accounts/index.js';
import type { SampleAccount } from '../../demo/accounts/index.js';
import type { Fetch } from '../../demo/accounts/staff-client.js';
import { createApp } from '../../service/http/create-app.js';
import { addDays } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { mondayOf } from '../../src/domain/week.js';
import { StaffRole } from '../../src/contract/index.js';
import type {
  Account,
  DayList,
  DemoPeople,
  PlacementList,
  SignedIn,
  SlotList,
  Timebook,
  WorkingTimeList,
} from '../../src/contract/index.js';
import { friday, serverKey } from '../service/support/service.js';
import { openTestDatabase } from '../service/support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const keys = { platformKey: 'the-key-of-the-platform', operatorKey: 'the-key-of-all-operators' };
let now = friday;
const app = createApp({ db: database.db, ...keys, serverKey, demo: true, clock: () => now });
/** Rows that each call of the calendar made. */
const rowsMade: number[] = [];
const fetch: Fetch = async (request) => {
  const response = await app.fetch(request);
  if (/\/(working-time|preblocks)$/.test(request.url) && response.status === 201) {
    const { count } = (await response.clone().json()) as { count: number };
    rowsMade.push(count);
  }
  return response;
};
// The chain takes its time: a tenth of its people shows the same.
const samples = sampleAccounts.map((sample) =>
  sample.id === 'kjeden'
    ? { ...sample, weeks: sample.weeks.filter((_, i) => i % 10 === 0) }
    : sample,
);
const sampleOf = (id: string) => samples.find((sample) => sample.id === id)!;

async function get<Answer>(path: string, isStaff = false): Promise<Answer> {
  const headers = isStaff ? { Authorization: `Bearer ${keys.operatorKey}` } : undefined;
  const response = await app.fetch(
    new Request(`http://service.test${path}`, { ...(headers ? { headers } : {}) }),
  );
  assert.equal(response.status, 200, path);
  return (await response.json()) as Answer;
}

const account = (id: string) => get<Account>(`/v1/accounts/${id}`);

/** How many rows an account has from this week on, by kind. */
async function rowsOf({ id, setup }: SampleAccount): Promise<number[]> {
  const from = mondayOf(toClockTime(now, setup.timeZone).date);
  const range = `from=${from}&to=${addDays(from, 84)}`;
  const root = `/v1/staff/accounts/${id}`;
  const { workingTime } = await get<WorkingTimeList>(`${root}/working-time?${range}`, true);
  const { preblocks } = await get<PlacementList>(`${root}/preblocks?${range}`, true);
  const { entries } = await get<Timebook>(`${root}/timebook?${range}`, true);
  return [workingTime.length, preblocks.length, entries.length];
}

const topUpAll = async () => {
  for (const sample of samples) await topUp(fetch, keys.operatorKey, sample, { now });
};

/** Free times of each of the eight weeks from now on, treatment by treatment. */
async function freeTimes({ id, setup }: SampleAccount): Promise<[string, number][]> {
  const today = toClockTime(now, setup.timeZone).date;
  const { treatments } = await account(id);
  const counts = new Map<string, number>();
  for (const { id: treatment } of treatments) {
    // Four weeks a request: each costs the service the reading of the whole account.
    for (let week = 0; week < 8; week += 4) {
      const from = addDays(today, 7 * week + 1);
      const query = `from=${from}&to=${addDays(from, 28)}&treatment=${treatment}&view=days`;
      const { days } = await get<DayList>(`/v1/accounts/${id}/slots?${query}`);
      for (let day = 0; day < 28; day += 7) {
        const [begin, end] = [addDays(from, day), addDays(from, day + 7)];
        const ofWeek = days.filter(({ date }) => date >= begin && date < end);
        counts.set(
          `${treatment} ${begin}`,
          ofWeek.reduce((sum, { count }) => sum + count, 0),
        );
      }
    }
  }
  return [...counts];
}

before(async () => {
  for (const sample of samples) await setUp(fetch, keys, sample);
  await topUpAll();
});

describe('sample accounts', () => {
  it('[S-01] sets up the clinic of the Norwegian manual', async () => {
    const { groups, clinics, clinicians, treatments, settings, theme, texts, offers } =
      await account('opusdentalklinikken');
    assert.deepEqual(groups, [{ id: 'asker', name: 'Asker' }]);
    assert.deepEqual(
      clinics.map(({ name, group }) => [name, group]),
      [
        ['Opus Dental Klinikken', 'asker'],
        ['Distriktstannklinikken i Lillevik AS', undefined],
        ['Kjeveortoped Per Hansen', undefined],
      ],
    );
    assert.deepEqual(
      clinicians.map(({ name }) => name),
      ['Lise Negård', 'Evelyn Andersen', 'Kristine Ruud', 'Per Hansen'],
    );
    const minutes = Object.fromEntries(treatments.map(({ name, minutes }) => [name, minutes]));
    assert.deepEqual([minutes.Undersøkelse, minutes.Akutt], [30, 20]);
    assert.deepEqual([settings.confirmation, settings.fields.campaignCode], ['code', true]);
    assert.ok(theme.logo && theme.accent && texts.welcomeText);
    assert.ok(offers.some(({ photo }) => photo));
  });

  it('sets up the chain: 60 clinics in 8 groups, 300 clinicians, 12 treatments', async () => {
    const { clinics, groups, clinicians, treatments } = await account('kjeden');
    const counts = [clinics, groups, clinicians, treatments].map(({ length }) => length);
    assert.deepEqual(counts, [60, 8, 300, 12]);
  });

  it('[C-01] gives every account a person of each role, whom a demo signs in', async () => {
    for (const { id } of samples) {
      const root = `/v1/staff/accounts/${id}`;
      const { items } = await get<DemoPeople>(`${root}/demo-people`);
      const roles = items.flatMap((person) => person.roles.map(({ role }) => role));
      assert.deepEqual(roles.sort(), [...StaffRole.options].sort(), id);
      for (const { id: person, name } of items) {
        const response = await app.fetch(
          new Request(`http://service.test${root}/demo-sign-in`, {
            method: 'POST',
            body: JSON.stringify({ person }),
          }),
        );
        const { me } = (await response.json()) as SignedIn;
        assert.deepEqual([response.status, me.name, me.grants.length > 0], [200, name, true]);
      }
    }
  });

  it('[C-01] an account of before there were people gets them, and what staff changed stays', async () => {
    const sample = sampleOf('kodefri');
    await database.db.execute("DELETE FROM staff_people WHERE account_id = 'kodefri'");
    const count = async () =>
      (await get<DemoPeople>('/v1/staff/accounts/kodefri/demo-people')).items.length;
    assert.equal(await count(), 0);
    await setUp(fetch, keys, sample);
    assert.equal(await count(), 6);
    await database.db.execute(
      "DELETE FROM staff_people WHERE account_id = 'kodefri' AND name <> 'Ingrid Solberg'",
    );
    await setUp(fetch, keys, sample);
    assert.equal(await count(), 1);
  });

  it('gives every account a colour of its own', async () => {
    const accents = await Promise.all(
      samples.map(async ({ id }) => (await account(id)).theme.accent),
    );
    assert.equal(new Set(accents).size, samples.length);
  });

  it('[A-04] has free times of every treatment in each of the next eight weeks', async () => {
    for (const sample of samples) {
      if (sample.id === 'kjeden') continue;
      for (const [which, count] of await freeTimes(sample)) {
        assert.ok(count > 0, `${sample.id} ${which}`);
      }
    }
  });

  it('[A-04] has free times of the chain, too', async () => {
    const from = addDays('2026-11-23', 49);
    const query = `from=${from}&to=${addDays(from, 7)}&view=days`;
    const { days } = await get<DayList>(`/v1/accounts/kjeden/slots?${query}`);
    assert.equal(days.filter(({ count }) => count > 0).length >= 5, true);
  });

  it('[A-02] shows an overlap of preblocks once, and no treatment of a category kept out', async () => {
    const slots = async (date: string, treatment: string) => {
      const query = `from=${date}&to=${addDays(date, 1)}&treatment=${treatment}&clinician=lise-negard`;
      const list = await get<SlotList>(`/v1/accounts/opusdentalklinikken/slots?${query}`);
      return list.slots.map(({ start }) => start.slice(11, 16));
    };
    // Friday: two preblocks overlap from 10:00 to 12:00.
    const onFriday = await slots('2026-11-27', 'undersokelse');
    assert.deepEqual(onFriday, ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30']);
    // Wednesday: bleaching is kept out; the meeting in the morning is not the Internet's.
    assert.deepEqual(await slots('2026-11-25', 'bleking'), []);
    // Monday 15:40: half of the preblock lies after working time, 20 minutes are left.
    assert.equal((await slots('2026-11-23', 'akutt')).at(-1), '15:40');
    assert.equal((await slots('2026-11-23', 'undersokelse')).includes('15:40'), false);
    // 08:30 to 09:10 is always taken on Mondays.
    assert.equal((await slots('2026-11-23', 'undersokelse')).includes('08:30'), false);
  });
});

describe('topping up', () => {
  it('never keeps patients waiting long: each call makes few rows', () => {
    assert.ok(rowsMade.length > 10);
    // 150 and what is left of the last clinician.
    assert.ok(Math.max(...rowsMade) <= 300, `${Math.max(...rowsMade)} rows at once`);
  });

  it('adds nothing the second time', async () => {
    for (const sample of samples) {
      const before = await rowsOf(sample);
      await topUp(fetch, keys.operatorKey, sample, { now });
      assert.deepEqual(await rowsOf(sample), before, sample.id);
    }
  });

  it('adds one week when one has passed, and leaves what staff took away', async () => {
    const sample = sampleOf('kodefri');
    const root = '/v1/staff/accounts/kodefri';
    const { preblocks } = await get<PlacementList>(
      `${root}/preblocks?from=2026-12-07&to=2026-12-08`,
      true,
    );
    const gone = await app.fetch(
      new Request(`http://service.test${root}/preblocks/${preblocks[0]?.id}`, {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${keys.operatorKey}` },
      }),
    );
    assert.equal(gone.status, 204);
    const [working = 0, placed = 0, taken = 0] = await rowsOf(sample);
    assert.deepEqual([working, placed, taken], [50, 49, 10]);
    now += 7 * 86_400_000;
    await topUp(fetch, keys.operatorKey, sample, { now });
    assert.deepEqual(await rowsOf(sample), [50, 49, 10]);
  });

  it('fills the gap after the folder has slept for months, across the change to summer time', async () => {
    now = Date.parse('2027-03-24T12:00:00Z');
    await topUpAll();
    for (const sample of samples) {
      if (sample.id === 'kjeden') continue;
      for (const [which, count] of await freeTimes(sample)) {
        assert.ok(count > 0, `${sample.id} ${which}`);
      }
    }
    const { entries } = await get<Timebook>(
      '/v1/staff/accounts/kodefri/timebook?from=2027-03-22&to=2027-04-06',
      true,
    );
    assert.deepEqual(
      entries.map(({ start }) => start),
      ['2027-03-22T10:00:00+01:00', '2027-03-29T10:00:00+02:00', '2027-04-05T10:00:00+02:00'],
    );
  });

  it('[P-23] leaves a time to the patient who was faster', async () => {
    now = Date.parse('2029-01-01T07:00:00Z');
    const sample = sampleOf('kodefri');
    await topUp(
      fetch,
      keys.operatorKey,
      { ...sample, weeks: sample.weeks.map(({ booked: _, ...week }) => week) },
      { now },
    );
    const hold = await app.fetch(
      new Request('http://service.test/v1/accounts/kodefri/holds', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ start: '2029-01-08T10:00:00+01:00', treatment: 'undersokelse' }),
      }),
    );
    assert.equal(hold.status, 201);
    await topUp(fetch, keys.operatorKey, sample, { now });
    const { entries } = await get<Timebook>(
      '/v1/staff/accounts/kodefri/timebook?from=2029-01-08&to=2029-01-09',
      true,
    );
    assert.deepEqual(
      entries.map(({ status }) => status),
      ['held'],
    );
  });

  it('stops between two calls when told, and goes on from there', async () => {
    now = Date.parse('2030-01-07T07:00:00Z');
    const sample = sampleOf('aldente');
    const stop = new AbortController();
    let calls = 0;
    const counting: Fetch = (request) => {
      calls += 1;
      if (request.method === 'POST') stop.abort();
      return app.fetch(request);
    };
    await topUp(counting, keys.operatorKey, sample, { now, signal: stop.signal });
    assert.ok(calls < 6);
    assert.equal((await rowsOf(sample))[2], 0);
    await topUp(fetch, keys.operatorKey, sample, { now });
    assert.equal((await rowsOf(sample))[2], 20);
  });
});

describe('setting up', () => {
  it('leaves what staff changed since', async () => {
    const change = (path: string, body: object) =>
      app.fetch(
        new Request(`http://service.test/v1/staff/accounts/kodefri${path}`, {
          method: 'PATCH',
          headers: { Authorization: `Bearer ${keys.operatorKey}` },
          body: JSON.stringify(body),
        }),
      );
    await change('/theme', { accent: '#123456' });
    await setUp(fetch, keys, sampleOf('kodefri'));
    assert.equal((await account('kodefri')).theme.accent, '#123456');
    // One without its logo was interrupted, and is finished.
    await change('/theme', { logo: null });
    await setUp(fetch, keys, sampleOf('kodefri'));
    assert.equal((await account('kodefri')).theme.accent, '#d9a514');
  });

  it('says which call was refused', async () => {
    const sample = sampleOf('kodefri');
    const broken = {
      ...sample,
      id: 'odelagt',
      clinics: { x: { ...sample.clinics.drammen!, company: 'y' } },
    };
    await assert.rejects(setUp(fetch, keys, broken), {
      name: 'StaffCallError',
      message: 'PUT odelagt/clinics/x: invalid (company unknown)',
    });
  });
});
