import { expect } from '@open-wc/testing';
import { addDays } from '../../src/domain/civil-date.js';
import { nb } from '../../src/locales/nb.js';
import {
  fullWeek,
  slotAt,
  slotsOf,
  usualWeek,
  week,
  weekendWeek,
} from '../../stories/fixtures/slots.js';
import { CalendarPage } from './week-calendar-page.js';
import { waitUntil } from '../support/wait-until.js';

const nextWeek = addDays(week, 7);
const nextSlots = slotsOf(nextWeek, [[9], [9], [9], [9], [9]]);

describe('opus-week-calendar, week after week', () => {
  it('moves focus to the week when the focused time gives way to another week', async () => {
    const page = await CalendarPage.open({ slots: usualWeek });
    page.button('mandag 25. januar, 08:00').focus();
    await page.set({ week: nextWeek, slots: nextSlots });
    expect(page.focused()).to.equal('Februar, uke 5');
  });

  it('leaves focus on the pressed control', async () => {
    const page = await CalendarPage.open({ slots: usualWeek });
    page.button('Neste uke').focus();
    page.button('Neste uke').click();
    await page.set({ week: nextWeek, slots: nextSlots });
    expect(page.focused()).to.equal('Neste uke');
  });

  it('tells the new week once its times are there', async () => {
    const page = await CalendarPage.open({ slots: usualWeek });
    expect(page.message()).to.equal('');
    await page.set({ week: nextWeek, loading: true });
    expect(page.message()).to.equal('');
    await page.set({ slots: nextSlots, loading: false });
    expect(page.message()).to.equal('Uke 5, 5 ledige tider');
  });

  it('keeps the old week, inert, until the new one is there', async () => {
    const page = await CalendarPage.open({ slots: usualWeek });
    page.button('mandag 25. januar, 08:00').focus();
    await page.set({ week: nextWeek, slots: [], loading: true });
    expect(page.times()).to.have.length(13);
    expect(page.button('mandag 25. januar, 08:00').closest('[inert]') !== null).to.equal(true);
    expect(page.focused()).to.equal('Februar, uke 5');
    await page.set({ slots: nextSlots, loading: false });
    expect(page.times()).to.have.length(5);
    expect(page.button('mandag 1. februar').closest('[inert]') !== null).to.equal(false);
  });

  it('asks on from the week that was asked for, not from the one still on screen', async () => {
    const page = await CalendarPage.open({ slots: usualWeek });
    await page.set({ week: nextWeek, loading: true });
    page.button('Neste uke').click();
    expect(page.weeks).to.deep.equal([addDays(nextWeek, 7)]);
  });

  it('[P-23] keeps a time in its place when a refresh has lost it, not to be chosen', async () => {
    const page = await CalendarPage.open({ slots: usualWeek });
    const button = page.button('mandag 25. januar, 08:30');
    button.focus();
    await page.set({ slots: usualWeek.slice(2) });
    expect(page.root.activeElement).to.equal(button);
    expect(button.textContent).to.equal('08:30 – 09:00');
    expect(button.ariaDisabled).to.equal('true');
    expect(page.focused()).to.equal('mandag 25. januar, 08:30 – 09:00, ikke lenger ledig');
    button.click();
    expect(page.chosen).to.deep.equal([]);
    expect(page.days()[0]).to.equal('mandag 25, 2 ledige');
  });

  it('[P-23] never turns a button into another time when a refresh brings a new one', async () => {
    const page = await CalendarPage.open({ slots: usualWeek });
    const button = page.button('mandag 25. januar, 10:00');
    await page.set({ slots: [slotAt(week, 465), slotAt(week, 555), ...usualWeek] });
    expect(button.textContent).to.equal('10:00 – 10:30');
    expect(
      page
        .times()
        .slice(0, 5)
        .map((name) => name.split(', ')[1]?.slice(0, 5)),
    ).to.deep.equal(['07:45', '08:00', '08:30', '09:15', '10:00']);
    button.click();
    expect(page.chosen[0]?.step === 'time' && page.chosen[0].value.start).to.equal(
      '2027-01-25T10:00:00+01:00',
    );
  });

  it('[P-23] gives a time back that is free again', async () => {
    const page = await CalendarPage.open({ slots: usualWeek });
    await page.set({ slots: usualWeek.slice(1) });
    await page.set({ slots: usualWeek });
    expect(page.button('mandag 25. januar, 08:00').ariaDisabled).to.equal(null);
  });

  it('forgets lost times when another search answers', async () => {
    const page = await CalendarPage.open({ slots: usualWeek, query: 'undersokelse' });
    await page.set({ query: 'akutt', slots: usualWeek.slice(4) });
    expect(page.times()).to.have.length(9);
  });

  it('grows by no node over fifty weeks, nor does a smaller week leave buttons behind', async () => {
    const page = await CalendarPage.open({ slots: fullWeek });
    const weeks = [fullWeek, weekendWeek, [], usualWeek];
    const nodes = () => {
      const walker = document.createTreeWalker(page.root, NodeFilter.SHOW_ALL);
      let count = 0;
      while (walker.nextNode()) count += 1;
      return count;
    };
    const show = async (index: number) => {
      const monday = addDays(week, index * 7);
      const slots = weeks[index % weeks.length]?.map((slot) => ({
        ...slot,
        start: addDays(slot.start.slice(0, 10), index * 7) + slot.start.slice(10),
      }));
      // Summer time begins on the way: 08:00+01:00 becomes 09:00, which is none of this test's business.
      await page.set({ week: monday, slots: slots ?? [] });
    };
    for (let index = 0; index < 4; index += 1) await show(index);
    await show(4);
    // Days this full bring the filter of morning and afternoon, a moment later.
    await waitUntil(() => page.root.textContent?.includes(nb.morning));
    const before = nodes();
    for (let index = 5; index <= 52; index += 1) await show(index);
    expect(nodes()).to.equal(before);
    await show(55);
    expect(page.times()).to.have.length(13);
  });
});

describe('opus-week-calendar is accessible', () => {
  const first = slotAt('2027-01-21', 600);
  const states = {
    loading: { slots: [], first: null, loading: true },
    full: { slots: fullWeek, first },
    weekend: { slots: weekendWeek, showWeekend: true },
    chosen: { slots: usualWeek, value: usualWeek[3]?.start as string },
    empty: { slots: [], first, nextDate: '2027-02-17' },
    'without any times': { slots: [], first: null },
  };
  for (const [name, props] of Object.entries(states)) {
    for (const width of [360, 560, 1000]) {
      it(`${name}, ${width} px`, async () => {
        const page = await CalendarPage.open(props, width);
        await expect(page.element).to.be.accessible();
      });
    }
  }
});
