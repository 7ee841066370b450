import { expect } from '@open-wc/testing';
import { SlotCache, type TimesRequest } from '../../src/api/slot-cache.js';
import type { Slot, SlotList } from '../../src/contract/index.js';

const monday = '2026-11-23';
const request: TimesRequest = { filter: { clinic: 'hvalstad', treatment: 'exam' }, view: 'slots' };

function slot(start: string, clinician = 'lise'): Slot {
  return { start, minutes: 30, clinic: 'hvalstad', clinician, treatment: 'exam' };
}

const eight = slot('2026-11-23T08:00:00+01:00');
const nine = slot('2026-11-23T09:00:00+01:00');

function serviceOf(...pages: Partial<SlotList>[]) {
  const asked: unknown[] = [];
  let page = 0;
  const gate = { open: Promise.resolve() };
  const cache = new SlotCache({
    slots: async (query) => {
      asked.push(query);
      const answer = pages[Math.min(page++, pages.length - 1)] ?? {};
      await gate.open;
      return { slots: [], first: null, nextDate: null, next: null, ...answer };
    },
    starts: async () => ({
      starts: [{ start: eight.start, count: 2, minutesMin: 20, minutesMax: 40 }],
      first: eight,
      nextDate: null,
    }),
  });
  return { cache, asked, gate };
}

describe('SlotCache', () => {
  it('reads a week once for all who ask at the same time', async () => {
    const { cache, asked } = serviceOf({ slots: [eight, nine] });
    const [one, two] = await Promise.all([
      cache.load(request, monday),
      cache.load(request, monday),
    ]);
    expect(one).to.equal(two);
    expect(asked).to.deep.equal([{ ...request.filter, from: monday, to: '2026-11-30' }]);
  });

  it('follows the cursor to the end of a long week', async () => {
    const { cache } = serviceOf({ slots: [eight], next: 'more' }, { slots: [nine] });
    expect((await cache.load(request, monday)).slots).to.deep.equal([eight, nine]);
  });

  it('[P-20] reads the week of the first free time, long as it may be, and keeps it under its Monday', async () => {
    const { cache, asked } = serviceOf(
      { slots: [eight], first: eight, next: 'more' },
      { slots: [nine] },
    );
    const weekOf = (start?: string) => (start === eight.start ? monday : '1970-01-05');
    const [one, two] = await Promise.all([
      cache.load(request, weekOf),
      cache.load(request, weekOf),
    ]);
    expect(one).to.equal(two);
    expect(one.monday).to.equal(monday);
    expect(one.slots).to.deep.equal([eight, nine]);
    expect(cache.peek(request, monday)).to.equal(one);
    const { filter } = request;
    expect(asked).to.deep.equal([
      filter,
      { ...filter, from: monday, to: '2026-11-30', cursor: 'more' },
    ]);
  });

  it('[P-23] a first week that was on its way when its time was taken is read anew', async () => {
    const { cache, asked, gate } = serviceOf(
      { slots: [eight], first: eight },
      { slots: [nine], first: nine },
    );
    let open = () => {};
    gate.open = new Promise((resolve) => (open = resolve));
    const wait = cache.load(request, () => monday);
    cache.forget({ start: eight.start });
    open();
    expect((await wait).slots).to.deep.equal([nine]);
    expect(asked).to.have.length(2);
  });

  it('keeps weeks apart by filter', async () => {
    const { cache } = serviceOf({ slots: [eight] });
    await cache.load(request, monday);
    expect(cache.peek({ ...request, filter: { clinic: 'heggedal' } }, monday)).to.equal(undefined);
    expect(cache.peek(request, '2026-11-30')).to.equal(undefined);
  });

  it('[P-23] a taken time is out at once, compared as an instant, and the week is no longer fresh', async () => {
    const { cache } = serviceOf({ slots: [eight, nine], first: eight });
    await cache.load(request, monday);
    expect(cache.isFresh(request, monday, Date.now())).to.equal(true);
    cache.forget({ start: '2026-11-23T07:00:00Z', clinician: 'lise' });
    expect(cache.peek(request, monday)?.slots).to.deep.equal([nine]);
    expect(cache.peek(request, monday)?.first).to.deep.equal(nine);
    expect(cache.isFresh(request, monday, Date.now())).to.equal(false);
  });

  it('[P-23] another clinician at the same time stays', async () => {
    const other = slot(eight.start, 'evelyn');
    const { cache } = serviceOf({ slots: [eight, other] });
    await cache.load(request, monday);
    cache.forget({ start: eight.start, clinician: 'lise' });
    expect(cache.peek(request, monday)?.slots).to.deep.equal([other]);
  });

  it('[P-23] an answer that was on its way when a time was taken is not believed', async () => {
    const { cache, asked, gate } = serviceOf({ slots: [eight, nine] }, { slots: [nine] });
    let open = () => {};
    gate.open = new Promise((resolve) => (open = resolve));
    const wait = cache.load(request, monday);
    cache.forget({ start: eight.start });
    open();
    expect((await wait).slots).to.deep.equal([nine]);
    expect(asked).to.have.length(2);
  });

  it('[P-21] the first of the starts stands for all who have it', async () => {
    const { cache } = serviceOf();
    const { first } = await cache.load({ filter: {}, view: 'starts' }, monday);
    expect(first).to.deep.equal({ ...eight, clinic: '', clinician: '', treatment: '' });
  });

  it('[P-21] starts become times that say how many have them, but nothing of who and where', async () => {
    const { cache } = serviceOf();
    const week = await cache.load({ filter: {}, view: 'starts' }, monday);
    expect(week.slots).to.deep.equal([
      { start: eight.start, count: 2, minutes: 20, clinic: '', clinician: '', treatment: '' },
    ]);
  });
});
