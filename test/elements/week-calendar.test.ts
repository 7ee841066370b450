import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { addDays } from '../../src/domain/civil-date.js';
import { fullWeek, slotAt, usualWeek, week, weekendWeek } from '../../stories/fixtures/slots.js';
import type { Slot } from '../../src/contract/index.js';
import { CalendarPage } from './week-calendar-page.js';
import { waitUntil } from '../support/wait-until.js';

const nextWeek = addDays(week, 7);
const first = slotAt('2027-01-21', 600);

describe('opus-week-calendar', () => {
  it('[P-18] shows month, week and each day with its times', async () => {
    const page = await CalendarPage.open({ slots: usualWeek });
    expect(page.heading()).to.equal('Januar, uke 4');
    expect(page.days()).to.deep.equal([
      'mandag 25, 4 ledige',
      'tirsdag 26, 2 ledige',
      'onsdag 27, ingen',
      'torsdag 28, 6 ledige',
      'fredag 29, 1 ledig',
    ]);
    expect(page.button('tirsdag 26. januar').textContent).to.equal('09:00 – 09:30');
  });

  it('[P-18] names each time in full', async () => {
    const page = await CalendarPage.open({
      slots: usualWeek,
      clinicNames: new Map([['opus-dental-klinikken', 'Opus Dental Klinikken']]),
    });
    expect(page.times()[0]).to.equal(
      'mandag 25. januar, 08:00 – 08:30, Lise Negård, Opus Dental Klinikken',
    );
  });

  it('[P-18] says the month where it begins in the middle of the week', async () => {
    const page = await CalendarPage.open({ week: '2027-02-22', slots: [] });
    await page.set({ week: '2027-03-29' });
    expect(page.days()[3], 'in a narrow column').to.equal('torsdag 1. apr., ingen');
  });

  it('[P-18] asks for the weeks around', async () => {
    const page = await CalendarPage.open({ slots: usualWeek });
    page.button('Neste uke').click();
    page.button('Forrige uke').click();
    page.button('Denne uken').click();
    expect(page.weeks).to.deep.equal([nextWeek, '2027-01-18', '2027-01-18']);
  });

  it('[P-19] never goes before the present week, and keeps the focus there', async () => {
    const page = await CalendarPage.open({ slots: [], week: '2027-01-18' });
    page.button('Forrige uke').focus();
    page.button('Forrige uke').click();
    expect(page.weeks).to.deep.equal([]);
    expect(page.focused()).to.equal('Forrige uke');
  });

  it('[P-18] never goes before the first week that can be chosen from, and keeps the focus there', async () => {
    const page = await CalendarPage.open({ slots: usualWeek, earliestWeek: week });
    for (const name of ['Forrige uke', 'Denne uken']) {
      const button = page.button(name);
      button.focus();
      button.click();
      expect(button.ariaDisabled).to.equal('true');
      expect(page.focused()).to.equal(name);
    }
    expect(page.weeks).to.deep.equal([]);
    await page.set({ week: nextWeek, slots: [] });
    page.button('Forrige uke').click();
    expect(page.weeks).to.deep.equal([week]);
  });

  it('tells which time was chosen, with every slot that begins then', async () => {
    const page = await CalendarPage.open({ slots: fullWeek });
    page.button('mandag 25. januar, 09:00').click();
    expect(page.chosen).to.have.length(1);
    const [choice] = page.chosen;
    if (choice?.step !== 'time') throw new Error('not a time');
    expect(choice.value.start).to.equal('2027-01-25T09:00:00+01:00');
    expect(choice.value.slots.map((slot) => slot.clinician)).to.deep.equal([
      'lise-negard',
      'ivar-hansen',
      'berit-olsen',
    ]);
  });

  it('marks the chosen time, whatever offset it is written with', async () => {
    const page = await CalendarPage.open({ slots: usualWeek, value: '2027-01-25T07:30:00Z' });
    const pressed = page.buttons().filter((button) => button.ariaPressed === 'true');
    expect(pressed.map((button) => button.textContent)).to.deep.equal(['08:30 – 09:00']);
  });

  it('[P-21] makes one button of equal times and says how many clinicians have it', async () => {
    const page = await CalendarPage.open({ slots: fullWeek });
    expect(page.times()).to.have.length(80);
    expect(page.times()[0]).to.equal('mandag 25. januar, 08:00 – 08:30, 3 behandlere');
  });

  it('[P-21] shows starts only while the treatment is not known', async () => {
    const page = await CalendarPage.open({ slots: usualWeek, startsOnly: true });
    expect(page.button('mandag 25. januar, 08:00').textContent).to.equal('08:00');
  });

  it('[P-19] shows a weekend day when it has times, or when asked to', async () => {
    const page = await CalendarPage.open({ slots: weekendWeek });
    expect(page.days()).to.have.length(6);
    expect(page.days()[5]).to.equal('lør 30, 3 ledige');
    await page.set({ showWeekend: true });
    expect(page.days()[6]).to.equal('søn 31, ingen');
  });

  it('[P-20] offers the first free time, to take or to see', async () => {
    const page = await CalendarPage.open({ slots: usualWeek, first });
    await waitUntil(() => page.buttons('i morgen').length > 0);
    page.button('i morgen').click();
    page.button('Første ledige').click();
    expect(page.chosen).to.deep.equal([
      { step: 'time', value: { start: first.start, slots: [first] } },
    ]);
    expect(page.weeks).to.deep.equal(['2027-01-18']);
  });

  it('[P-47] offers the three earliest times, today and tomorrow by their names', async () => {
    const slots = usualWeek.slice(0, 3);
    const [, second] = slots as [Slot, Slot, Slot];
    const page = await CalendarPage.open({
      ...{ slots: usualWeek, first: slots[0]!, earliest: slots, value: second.start },
      today: '2027-01-24',
    });
    const early = () => [...page.root.querySelectorAll<HTMLButtonElement>('.first button')];
    await waitUntil(() => early().length > 0);
    expect(early().map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '))).to.deep.equal(
      slots.map(({ start }) => `i morgen ${start.slice(11, 16)}`),
    );
    expect(early().map(({ ariaPressed }) => ariaPressed)).to.deep.equal(['false', 'true', 'false']);
    early()[2]!.click();
    expect(page.chosen).to.have.length(1);
    expect(page.chosen[0]!.value).to.have.property('start', slots[2]!.start);
    // The week shown is theirs already.
    expect(page.button('Første ledige').ariaDisabled).to.equal('true');
  });

  for (const width of [328, 560, 704, 1000]) {
    it(`[P-18] the first free times take the room that was kept for them, whatever their days are called, ${width} px`, async () => {
      const page = await CalendarPage.open({ slots: [], first: null, loading: true }, width);
      const height = () => page.root.querySelector('.first')!.getBoundingClientRect().height;
      const room = height();
      const earliest = usualWeek.slice(0, 3);
      await page.set({ slots: usualWeek, first: earliest[0]!, earliest, loading: false });
      await waitUntil(() => page.root.querySelectorAll('.first button').length === 3);
      expect(page.root.querySelector('.first button')!.textContent).to.match(/man\.\s25\.\sjan\./);
      expect(height()).to.equal(room);
    });
  }

  it('[P-18] calls a week that lies in two months by both', async () => {
    const page = await CalendarPage.open({ slots: [], week: '2027-03-29', today: '2027-01-04' });
    expect(page.root.querySelector('.month')?.textContent.trim().replace(/\s+/g, ' ')).to.equal(
      'Mars–april, uke 13',
    );
    await page.set({ week: '2027-12-27' });
    expect(page.root.querySelector('.month')?.textContent).to.include('Desember,');
    await page.set({ showWeekend: true });
    expect(page.root.querySelector('.month')?.textContent).to.match(
      /Desember 2027\s*–\s*januar 2028/,
    );
  });

  it('[P-20] leads from an empty week to the next one with times', async () => {
    const page = await CalendarPage.open({ slots: [], first, nextDate: '2027-02-17' });
    page.button('Neste uke med ledige tider: uke 7').click();
    expect(page.weeks).to.deep.equal(['2027-02-15']);
  });

  it('[P-17] says what to do where there are no times at all', async () => {
    const page = await CalendarPage.open({ slots: [], first: null });
    expect(page.root.textContent).to.include(
      'Vi finner ingen ledige tider det neste året. Ring klinikken',
    );
    expect(page.root.querySelectorAll('slot[name=empty]').length).to.equal(1);
  });

  it('[P-22] shows the clock of the clinic in the weeks when it is set', async () => {
    const page = await CalendarPage.open({
      week: '2026-03-23',
      today: '2026-03-20',
      slots: [
        slotAt('2026-03-27', 480),
        { ...slotAt('2026-03-29', 90), minutes: 60 },
        slotAt('2026-03-29', 480),
      ],
    });
    expect(page.times().map((name) => name.split(', ').slice(0, 2))).to.deep.equal([
      ['fredag 27. mars', '08:00 – 08:30'],
      ['søndag 29. mars', '01:30 – 03:30'],
      ['søndag 29. mars', '08:00 – 08:30'],
    ]);
    await page.set({
      week: '2026-10-19',
      slots: [
        slotAt('2026-10-23', 480),
        { ...slotAt('2026-10-25', 150), start: '2026-10-25T02:30:00+02:00' },
        { ...slotAt('2026-10-25', 150), start: '2026-10-25T02:30:00+01:00' },
        slotAt('2026-10-25', 480),
      ],
    });
    expect(page.times().map((name) => name.split(', ').slice(0, 2))).to.deep.equal([
      ['fredag 23. oktober', '08:00 – 08:30'],
      ['søndag 25. oktober', '02:30 – 02:00'],
      ['søndag 25. oktober', '02:30 – 03:00'],
      ['søndag 25. oktober', '08:00 – 08:30'],
    ]);
  });

  it('[P-22] follows the zone it is given', async () => {
    const page = await CalendarPage.open({ slots: usualWeek, timeZone: 'Europe/Helsinki' });
    expect(page.times()[0]).to.include('mandag 25. januar, 09:00 – 09:30');
  });

  it('speaks English where the page does', async () => {
    const page = await CalendarPage.open({ slots: usualWeek, first });
    page.element.lang = 'en';
    await page.set({});
    await page.element.updateComplete;
    const { loadLocale } = await import('../../src/locales/load-locale.js');
    await loadLocale('en');
    await page.set({});
    expect(page.heading()).to.equal('January, week 4');
    expect(page.times()[0]).to.equal('Monday 25 January, 08:00 – 08:30, Lise Negård');
    expect(page.days()[0]).to.equal('Monday 25, 4 free');
  });

  it('[P-18] shows one day at a time where it is narrow', async () => {
    const page = await CalendarPage.open({ slots: usualWeek }, 360);
    expect(page.days()).to.deep.equal(['Mandag 25. januar, 4 ledige']);
    page.button('torsdag 28. januar, 6 ledige tider').click();
    await page.set({});
    expect(page.days()).to.deep.equal(['Torsdag 28. januar, 6 ledige']);
    expect(page.button('torsdag 28. januar, 6 ledige tider').ariaPressed).to.equal('true');
    expect(page.root.querySelectorAll('.slot')).to.have.length(13);
  });

  it('moves through times by arrow keys and chooses by Enter', async () => {
    const page = await CalendarPage.open({ slots: usualWeek });
    page.button('mandag 25. januar, 08:00').focus();
    // The keys' code comes with the first focus.
    await waitUntil(async () => {
      page.button('mandag 25. januar, 08:00').focus();
      await sendKeys({ press: 'ArrowDown' });
      return page.focused().includes('mandag 25. januar, 08:30');
    });
    await sendKeys({ press: 'ArrowRight' });
    expect(page.focused()).to.include('tirsdag 26. januar, 14:30');
    await sendKeys({ press: 'ArrowRight' });
    expect(page.focused(), 'past the day without times').to.include('torsdag 28. januar, 08:30');
    await sendKeys({ press: 'Tab' });
    expect(page.focused()).to.include('torsdag 28. januar, 09:00');
    await sendKeys({ press: 'Enter' });
    expect(page.chosen).to.have.length(1);
  });
});
