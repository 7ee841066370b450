import { expect } from '@open-wc/testing';
import { addDays } from '../../src/domain/civil-date.js';
import { WeekCalendar } from '../../src/elements/week-calendar/week-calendar.js';
import { slotsOf, usualWeek, week } from '../../stories/fixtures/slots.js';
import { MonthPickerPage } from './support/month-picker-page.js';
import { CalendarPage } from './week-calendar-page.js';
import { waitUntil } from '../support/wait-until.js';

const nextWeek = addDays(week, 7);
const withMonthPicker = WeekCalendar.loadMonthPicker;

// In this order: once the month picker's tag is defined, it is defined for good.
describe('opus-week-calendar goes to a date', () => {
  afterEach(() => {
    WeekCalendar.loadMonthPicker = withMonthPicker;
  });

  it('[P-18] by a field of the browser where the month picker is not to be had', async () => {
    WeekCalendar.loadMonthPicker = () => Promise.reject(new Error('offline'));
    const page = await CalendarPage.open({ slots: usualWeek, latestWeek: '2028-01-17' });
    page.button('Gå til dato…').click();
    await waitUntil(() => page.root.querySelector('input'));
    const field = page.root.querySelector('input') as HTMLInputElement;
    expect([field.type, field.min, field.max]).to.deep.equal(['date', '2027-01-20', '2028-01-23']);
    // A year is typed digit by digit.
    for (const value of ['0002-02-04', '2027-02-04']) {
      field.value = value;
      field.dispatchEvent(new Event('change'));
    }
    await waitUntil(() => page.weeks.length > 0);
    expect(page.weeks).to.deep.equal([nextWeek]);
    expect(page.root.querySelectorAll('input').length).to.equal(0);
    expect(page.focused()).to.equal('Gå til dato…');
  });

  it('[P-18] not before the first week that can be chosen from', async () => {
    WeekCalendar.loadMonthPicker = () => Promise.reject(new Error('offline'));
    const page = await CalendarPage.open({ slots: usualWeek, earliestWeek: week });
    page.button('Gå til dato…').click();
    await waitUntil(() => page.root.querySelector('input'));
    const field = page.root.querySelector('input') as HTMLInputElement;
    expect(field.min).to.equal('2027-01-25');
    field.blur();
  });

  it('[P-18] in a month picker, to its week and, where one day is shown at a time, to its day', async () => {
    const page = await CalendarPage.open({ slots: usualWeek }, 360);
    page.button('Gå til dato…').focus();
    page.button('Gå til dato…').click();
    const picker = await MonthPickerPage.in(page.root);
    picker.button('Neste måned').click();
    await waitUntil(() => picker.heading === 'Februar 2027');
    picker.day('4. februar').click();
    await waitUntil(() => page.weeks.length > 0);
    expect(page.weeks).to.deep.equal([nextWeek]);
    expect(page.focused()).to.equal('Gå til dato…');
    expect(page.root.querySelectorAll('opus-month-picker').length).to.equal(0);
    await page.set({ week: nextWeek, slots: slotsOf(nextWeek, [[8], [8], [8], [9], [8]]) });
    expect(page.days()).to.deep.equal(['Torsdag 4. februar, 1 ledig']);
  });

  it('[P-18] within the week in view: to its day, with no other week asked for', async () => {
    const page = await CalendarPage.open({ slots: usualWeek }, 360);
    page.button('Gå til dato…').click();
    const picker = await MonthPickerPage.in(page.root);
    picker.day('28. januar').click();
    await waitUntil(() => page.days()[0]?.startsWith('Torsdag'));
    expect(page.weeks).to.deep.equal([]);
  });

  it('[P-18] hands the month picker the days with free times', async () => {
    const asked: string[] = [];
    const page = await CalendarPage.open({
      slots: usualWeek,
      daysOf: async (from, to) => {
        asked.push(from, to);
        return [{ date: '2027-01-28', count: 6 }];
      },
    });
    page.button('Gå til dato…').click();
    const picker = await MonthPickerPage.in(page.root);
    await waitUntil(() => picker.marked().length > 0);
    expect(picker.marked()).to.deep.equal(['28. januar']);
    expect(asked).to.deep.equal(['2027-01-20', '2027-02-01']);
  });

  it('[P-18] or to none when the picker is closed', async () => {
    const page = await CalendarPage.open({ slots: usualWeek });
    page.button('Gå til dato…').click();
    const picker = await MonthPickerPage.in(page.root);
    picker.button('Lukk').click();
    await waitUntil(() => !page.root.querySelector('opus-month-picker'));
    expect(page.weeks).to.deep.equal([]);
    expect(page.focused()).to.equal('Gå til dato…');
  });
});
