import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { ready } from '../../src/define/month-picker.js';
import { daysBetween, type CivilDate } from '../../src/domain/civil-date.js';
import type { MonthPicker } from '../../src/elements/month-picker/month-picker.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { MonthPickerPage } from './support/month-picker-page.js';
import { waitUntil } from '../support/wait-until.js';

const free = [
  { date: '2027-01-21', count: 2 },
  { date: '2027-01-25', count: 4 },
  { date: '2027-02-03', count: 1 },
];

interface Opened {
  page: MonthPickerPage;
  asked: [CivilDate, CivilDate][];
  opener: HTMLButtonElement;
}

async function open(props: Partial<MonthPicker> = {}, lang = 'nb'): Promise<Opened> {
  await Promise.all([loadLocale(lang as 'nb'), ready]);
  const asked: [CivilDate, CivilDate][] = [];
  const wrapper = await fixture<HTMLElement>(html`
    <div lang=${lang}><button>Open</button><opus-month-picker></opus-month-picker></div>
  `);
  const element = wrapper.querySelector('opus-month-picker') as MonthPicker;
  const opener = wrapper.querySelector('button') as HTMLButtonElement;
  Object.assign(element, {
    value: '2027-01-25',
    today: '2027-01-20',
    min: '2027-01-20',
    max: '2028-01-23',
    daysOf: async (from: CivilDate, to: CivilDate) => {
      asked.push([from, to]);
      return free.filter(({ date }) => date >= from && date < to);
    },
    ...props,
  });
  opener.focus();
  await element.show(opener);
  const page = await MonthPickerPage.in(wrapper);
  await waitUntil(() => page.focused());
  return { page, asked, opener };
}

describe('opus-month-picker', () => {
  it('[P-18] marks the days with free times, by one request for the month', async () => {
    const { page, asked } = await open();
    await waitUntil(() => page.marked().length > 0);
    expect(page.marked()).to.deep.equal(['21. januar', '25. januar']);
    expect(asked).to.deep.equal([['2027-01-20', '2027-02-01']]);
    expect(page.status).to.equal('Mandag 25. januar: 4 ledige tider');
  });

  it('[P-18] asks for another month when it is looked at, once, never for more than 42 days', async () => {
    const { page, asked } = await open();
    for (const name of ['Neste måned', 'Neste måned', 'Forrige måned']) {
      const before = page.heading;
      page.button(name).click();
      await waitUntil(() => page.heading !== before);
    }
    expect(page.heading).to.equal('Februar 2027');
    await waitUntil(() => page.marked().length > 0);
    expect(page.marked()).to.deep.equal(['3. februar']);
    expect(asked).to.deep.equal([
      ['2027-01-20', '2027-02-01'],
      ['2027-02-01', '2027-03-01'],
      ['2027-03-01', '2027-04-01'],
    ]);
    expect(asked.every(([from, to]) => daysBetween(from, to) <= 42)).to.equal(true);
  });

  it('[P-18] picks a date, also one without free times', async () => {
    const { page, opener } = await open();
    await waitUntil(() => page.marked().length > 0);
    const changed = oneEvent(page.element, 'change');
    page.day('27. januar').click();
    await changed;
    expect(page.element.picked).to.equal('2027-01-27');
    expect(page.dialog.open).to.equal(false);
    expect(document.activeElement).to.equal(opener);
  });

  it('[P-19] cannot pick what has passed or lies too far ahead', async () => {
    const { page } = await open({ max: '2027-01-27' });
    expect(page.day('19. januar').disabled).to.equal(true);
    expect(page.day('20. januar').disabled).to.equal(false);
    expect(page.day('27. januar').disabled).to.equal(false);
    expect(page.day('28. januar').disabled).to.equal(true);
  });

  it('[P-18] asks for nothing past the last date', async () => {
    const { asked } = await open({ max: '2027-01-27' });
    expect(asked).to.deep.equal([['2027-01-20', '2027-01-28']]);
  });

  it('[P-18] begins at the date, goes by arrow keys and by page keys, and picks by Enter', async () => {
    const { page } = await open();
    expect(page.focused()).to.equal('25. januar');
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => page.focused() === '26. januar');
    await waitUntil(() => page.status === 'Tirsdag 26. januar: ingen ledige tider');
    await sendKeys({ press: 'PageDown' });
    await waitUntil(() => page.focused() === '26. februar');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !page.dialog.open);
    expect(page.element.picked).to.equal('2027-02-26');
  });

  it('closes by Escape, with the focus back and nothing picked', async () => {
    const { page, opener } = await open();
    const closed = oneEvent(page.element, 'close');
    await sendKeys({ press: 'Escape' });
    await closed;
    expect(page.element.picked).to.equal(undefined);
    expect(document.activeElement).to.equal(opener);
  });

  it('closes by a press beside it, not by one inside', async () => {
    const { page } = await open();
    const { left, bottom } = page.dialog.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left) + 6, Math.round(bottom) - 6] });
    expect(page.dialog.open).to.equal(true);
    await sendMouse({ type: 'click', position: [Math.round(left) + 6, Math.round(bottom) + 20] });
    await waitUntil(() => !page.dialog.open);
  });

  it('marks nothing when the days are not to be had, asks again later, and can be picked from', async () => {
    let fails = 1;
    const { page } = await open({
      daysOf: async () => {
        if (fails-- > 0) throw new Error('offline');
        return free;
      },
    });
    expect(page.marked()).to.deep.equal([]);
    expect(page.status).to.equal('Mandag 25. januar');
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => page.marked().length > 0);
  });

  it('[P-18] begins the week on Monday and speaks Finnish', async () => {
    const { page } = await open({}, 'fi');
    const month = page.root.querySelector('calendar-month') as HTMLElement;
    const names = [...(month.shadowRoot?.querySelectorAll('th .vh') ?? [])];
    expect(names[0]?.textContent).to.equal('maanantai');
    expect(page.heading).to.equal('Tammikuu 2027');
    await waitUntil(() => page.status === 'Maanantai 25. tammikuuta: 4 vapaata aikaa');
  });

  for (const lang of ['nb', 'en']) {
    it(`is accessible in ${lang}`, async () => {
      const { page } = await open({}, lang);
      await waitUntil(() => page.marked().length > 0);
      await expect(page.element).to.be.accessible();
    });
  }
});
