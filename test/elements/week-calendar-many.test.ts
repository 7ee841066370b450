import { expect } from '@open-wc/testing';
import { addDays } from '../../src/domain/civil-date.js';
import type { OfferedSlot } from '../../src/domain/slot-week.js';
import type { WeekCalendar } from '../../src/elements/week-calendar/week-calendar.js';
import { fullWeek, slotAt, slotsOf, usualWeek, week } from '../../stories/fixtures/slots.js';
import { CalendarPage } from './week-calendar-page.js';
import { waitUntil } from '../support/wait-until.js';

const nextWeek = addDays(week, 7);
const names = (page: CalendarPage) =>
  page.buttons('dag, ').map((button) => (button.ariaLabel ?? '').replace(/\s+/g, ' '));

async function openMany(props: Partial<WeekCalendar> = {}, width = 1000): Promise<CalendarPage> {
  const page = await CalendarPage.open({ slots: fullWeek, ...props }, width);
  await waitUntil(() => page.buttons('Formiddag, ').length > 0, 'the filter');
  return page;
}

describe('opus-week-calendar with very many times', () => {
  it('[P-18] offers morning and afternoon where a day has more than twelve times', async () => {
    const page = await openMany();
    expect(names(page)).to.include.members([
      'Formiddag, 40 ledige tider',
      'Ettermiddag, 40 ledige tider',
    ]);
  });

  it('[P-18] offers no part of the day where the days are clear', async () => {
    const twelve = Array.from({ length: 12 }, (_, half) => slotAt(week, 480 + half * 30));
    const page = await CalendarPage.open({ slots: twelve });
    await new Promise((done) => setTimeout(done, 300));
    expect(page.buttons('Formiddag')).to.deep.equal([]);
  });

  it('[P-18] shows the chosen part, says how many, and the whole day again', async () => {
    const page = await openMany();
    const filter = page.button('Ettermiddag');
    filter.click();
    await page.set({});
    expect(page.times()).to.have.length(40);
    expect(page.times()[0]).to.include('12:00 – 12:30');
    expect(page.days()[0]).to.equal('mandag 25, 8 ledige');
    expect(filter.ariaPressed).to.equal('true');
    expect(page.message()).to.equal('Ettermiddag, 40 ledige tider');
    filter.click();
    await page.set({});
    expect(page.times()).to.have.length(80);
    expect(page.message()).to.equal('80 ledige tider');
  });

  it('[P-18] keeps the chosen part in the next week, and never hides the last times unsaid', async () => {
    const page = await openMany();
    page.button('Formiddag').click();
    await page.set({ week: nextWeek, slots: slotsOf(nextWeek, [[8, 13], [14, 15], [], [9], [9]]) });
    expect(page.times().map((name) => name.split(',')[0])).to.deep.equal([
      'mandag 1. februar',
      'torsdag 4. februar',
      'fredag 5. februar',
    ]);
    expect(page.button('Formiddag').ariaPressed).to.equal('true');
    const rest = page.button('Vis 2 andre tider');
    expect(page.buttons('Vis ')).to.have.length(1);
    rest.focus();
    rest.click();
    await page.set({});
    expect(page.times()).to.have.length(6);
    expect(page.focused()).to.include('tirsdag 2. februar, 14:00');
    expect(page.buttons('Formiddag')).to.deep.equal([]);
  });

  it('[P-18] moves nothing when the switch arrives', async () => {
    for (const width of [360, 1000]) {
      const page = await CalendarPage.open({ slots: fullWeek }, width);
      const top = () => page.button('08:00 – 08:30').getBoundingClientRect().top;
      const before = top();
      await waitUntil(() => page.buttons('Formiddag, ').length > 0);
      expect(top()).to.equal(before);
      page.element.remove();
    }
  });

  it('[P-18] the switch lies above the times and below the day, also on a phone', async () => {
    const page = await openMany({}, 328);
    const box = (name: string) => page.button(name).getBoundingClientRect();
    const heading = page.element.shadowRoot!.querySelector('.chosen h4')!.getBoundingClientRect();
    expect(box('Formiddag').top).to.be.at.least(heading.bottom);
    expect(box('Formiddag').bottom).to.be.at.most(box('08:00 – 08:30').top);
  });

  for (const width of [320, 560, 1000]) {
    it(`is accessible with a part of the day chosen, ${width} px`, async () => {
      const page = await openMany({}, width);
      page.button('Ettermiddag').click();
      await page.set({});
      await expect(page.element).to.be.accessible();
    });
  }
});

describe('opus-week-calendar with equal times', () => {
  const at = (clinician: string, clinic: string): OfferedSlot => ({
    ...slotAt(week, 480, clinician),
    clinic,
  });
  const clinicNames = new Map([
    ['asker', 'Asker'],
    ['hvalstad', 'Hvalstad'],
  ]);

  it('[P-21] says who and where when it is one', async () => {
    const page = await CalendarPage.open({ slots: [at('lise-negard', 'asker')], clinicNames });
    expect(page.times()).to.deep.equal(['mandag 25. januar, 08:00 – 08:30, Lise Negård, Asker']);
  });

  it('[P-21] says how many and where when they are of one clinic', async () => {
    const slots = [at('lise-negard', 'asker'), at('ivar-hansen', 'asker')];
    const page = await CalendarPage.open({ slots, clinicNames });
    expect(page.times()).to.deep.equal(['mandag 25. januar, 08:00 – 08:30, 2 behandlere, Asker']);
  });

  it('[P-21] says how many, at how many clinics', async () => {
    const slots = [at('lise-negard', 'asker'), at('ivar-hansen', 'hvalstad')];
    const page = await CalendarPage.open({ slots, clinicNames });
    expect(page.times()).to.deep.equal([
      'mandag 25. januar, 08:00 – 08:30, 2 behandlere, 2 klinikker',
    ]);
  });

  it('[P-21] says how many where only starts are known', async () => {
    const start = { ...at('', ''), treatment: '' };
    const slots = [
      { ...start, count: 12 },
      { ...start, start: slotAt(week, 510).start, count: 1 },
    ];
    const page = await CalendarPage.open({ slots, clinicNames });
    expect(page.times()).to.deep.equal([
      'mandag 25. januar, 08:00 – 08:30, 12 behandlere',
      'mandag 25. januar, 08:30 – 09:00',
    ]);
  });

  it('[P-21] keeps a start in its place when a refresh has lost it', async () => {
    const page = await CalendarPage.open({ slots: usualWeek, startsOnly: true });
    await page.set({ slots: usualWeek.slice(1) });
    const lost = page.button('mandag 25. januar, 08:00, ikke lenger ledig');
    expect(lost.textContent).to.equal('08:00');
    lost.click();
    expect(page.chosen).to.deep.equal([]);
  });
});
