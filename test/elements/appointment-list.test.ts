import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/appointment-list.js';
import type { OwnAppointmentList } from '../../src/elements/appointment-list/appointment-list.js';
import type { OpusOwnActEvent } from '../../src/events/own-act-event.js';
import { appointmentWords } from '../../src/locales/appointment-words.js';
import { load, loadLocale } from '../../src/locales/load-locale.js';
import {
  bookedNeed,
  cancelled,
  coming,
  due,
  late,
  long,
  now,
  overdue,
  past,
  twoDeadlines,
  untitled,
} from '../../stories/fixtures/own.js';
import { ElementPage } from './support/element-page.js';
import { focused } from './support/form-page.js';

async function show(
  inputs: Partial<OwnAppointmentList> = {},
  lang = 'nb',
): Promise<ElementPage<OwnAppointmentList>> {
  const element = await fixture<OwnAppointmentList>(
    html`<opus-appointment-list lang=${lang} time-zone="Europe/Oslo"></opus-appointment-list>`,
  );
  Object.assign(element, { appointments: [coming], now, phone: '66776040', ...inputs });
  await element.updateComplete;
  return new ElementPage(element);
}

const spaces = (text: string) => text.replaceAll('\u00a0', ' ');

describe('opus-appointment-list', () => {
  before(async () => {
    for (const language of ['nb', 'sv', 'en'] as const) {
      await loadLocale(language);
      await load(appointmentWords, language);
    }
  });

  it('[P-35] says when, what, with whom, where, and how it stands', async () => {
    const page = await show();
    const text = spaces(page.text());
    for (const part of [
      'Fredag den 27. november',
      '08:00 – 08:30',
      'Undersøkelse',
      'Lise Negård',
      'Opus Dental Klinikken',
      'Nye Vakåsvei 64, 1395 Hvalstad',
      '66 77 60 40',
      'Bestilt',
    ]) {
      expect(text).to.contain(part);
    }
    expect(page.links()[0]?.href).to.equal('tel:66776040');
  });

  it('[P-35] coming first, then past and cancelled, these behind a button when they are many', async () => {
    const page = await show({ appointments: [...past, cancelled, coming, twoDeadlines] });
    expect(page.headings()).to.deep.equal(['Mine timer', 'Kommende', 'Tidligere og avbestilte']);
    expect(page.items()).to.have.lengthOf(2);
    const button = page.button('Vis 5 tidligere og avbestilte');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    button.click();
    await page.element.updateComplete;
    expect(page.items()).to.have.lengthOf(7);
    expect(page.items()[2]).to.contain('Avbestilt');
    expect(page.items()[3]).to.contain('4. mai').and.to.contain('Tidligere');
    // Those of other years say so.
    expect(page.items().at(-1)).to.contain('4. november 2024');
    expect(page.button('Skjul tidligere og avbestilte').getAttribute('aria-expanded')).to.equal(
      'true',
    );
  });

  it('[P-35] a few past ones are simply there', async () => {
    const page = await show({ appointments: [cancelled, coming] });
    expect(page.items()).to.have.lengthOf(2);
    expect(page.buttonNames().some((name) => name.startsWith('Vis'))).to.equal(false);
  });

  it('[P-36, P-37] each button says which appointment it is about, its visible words first', async () => {
    const page = await show({ appointments: [coming, untitled] });
    expect(page.buttonNames().map(spaces)).to.deep.equal([
      'Flytt time: Undersøkelse, fredag 27. november kl. 08:00',
      'Avbestill: Undersøkelse, fredag 27. november kl. 08:00',
      'Avbestill: Time, tirsdag 15. desember kl. 13:30',
    ]);
    const [name = ''] = page.buttonNames();
    const event = await page.press<OpusOwnActEvent>(name, 'opus-own-act');
    expect([event.act, event.id]).to.deep.equal(['move', 'coming']);
  });

  it('[P-48] offers news of an earlier time where the account does, and the appointment can move', async () => {
    const asks = (page: ElementPage<OwnAppointmentList>) =>
      page.buttonNames().filter((name) => name.startsWith('Si fra'));
    expect(asks(await show())).to.deep.equal([]);
    const page = await show({ appointments: [coming, untitled], canAsk: true });
    expect(asks(page).map(spaces)).to.deep.equal([
      'Si fra når en tidligere time blir ledig: Undersøkelse, fredag 27. november kl. 08:00',
    ]);
    const event = await page.press<OpusOwnActEvent>(asks(page)[0]!, 'opus-own-act');
    expect([event.act, event.id]).to.deep.equal(['alert', 'coming']);
    page.element.alertFor = 'coming';
    await page.element.updateComplete;
    expect(asks(page), 'the form takes its place').to.deep.equal([]);
  });

  it('[A-06] a quiet line says until when', async () => {
    const page = await show();
    expect(spaces(page.text())).to.contain(
      'Kan flyttes eller avbestilles fram til torsdag 26. november kl. 08:00.',
    );
    page.element.appointments = [twoDeadlines];
    await page.element.updateComplete;
    expect(spaces(page.text())).to.contain(
      'Kan flyttes fram til tirsdag 5. januar 2027 kl. 00:00.',
    );
    expect(spaces(page.text())).to.contain(
      'Kan avbestilles fram til søndag 10. januar 2027 kl. 00:00.',
    );
  });

  it('[P-37] what cannot be done says why, with the deadline and the phone number', async () => {
    const page = await show({ appointments: [late] });
    expect(page.buttonNames()).to.deep.equal([]);
    expect(spaces(page.text())).to.contain(
      'Kunne flyttes eller avbestilles fram til fredag 20. november kl. 09:00. Ring klinikken 66 77 60 40',
    );
    page.element.appointments = [untitled];
    await page.element.updateComplete;
    expect(spaces(page.text())).to.contain('Denne timen kan ikke flyttes her. Ring klinikken');
  });

  it('[P-37] the phone number stands once on each appointment, whatever cannot be done', async () => {
    const { move, cancel } = late;
    const twice = {
      ...late,
      move: { ...move, until: '2026-11-19T09:00:00+01:00' },
      cancel: { ...cancel, reason: 'setting' as const },
    };
    for (const appointment of [coming, late, untitled, twice, cancelled]) {
      const page = await show({ appointments: [appointment] });
      expect(page.links().map(({ href }) => href)).to.deep.equal(['tel:66776040']);
    }
    const page = await show({ appointments: [twice] });
    expect(spaces(page.text())).to.match(
      /Kunne flyttes fram til .* Denne timen kan ikke avbestilles her\. Ring klinikken 66 77 60 40/,
    );
  });

  it('[P-37] one that was cancelled just now stays in its place and offers nothing', async () => {
    const page = await show({ appointments: [cancelled, coming], kept: ['cancelled'] });
    expect(page.items()[1]).to.contain('Avbestilt');
    expect(page.buttonNames()).to.have.lengthOf(2);
    expect(page.headings()).to.deep.equal(['Mine timer', 'Kommende']);
  });

  it('[P-35] says so when there is none, with the way to book', async () => {
    const page = await show({ appointments: [], canBook: true });
    expect(page.text()).to.contain('Du har ingen kommende timer.');
    const event = await page.press<OpusOwnActEvent>('Bestill ny time', 'opus-own-act');
    expect(event.act).to.equal('book');
    page.element.bookingUrl = 'https://example.com/booking';
    await page.element.updateComplete;
    expect(page.links().map(({ href }) => href)).to.include('https://example.com/booking');
  });

  it('[P-39] a login by mobile alone is told that this is not all', async () => {
    const page = await show({ access: 'mobile' });
    expect(page.text()).to.contain('bekreftet med dette mobilnummeret');
    page.element.access = 'record';
    await page.element.updateComplete;
    expect(page.text()).not.to.contain('mobilnummeret');
  });

  it('[P-38] needs come first: what, when, with whom, and a button to choose a time', async () => {
    const page = await show({ recalls: [due] });
    expect(page.headings().slice(0, 3)).to.deep.equal([
      'Mine timer',
      'Tid for kontroll',
      'Kommende',
    ]);
    expect(page.text()).to.contain(
      'Du skal til kontroll i uke 5 i 2027 hos Lise Negård, 30 min. Velg en dag senest mandag 1. mars 2027.',
    );
    const event = await page.press<OpusOwnActEvent>('Velg en tid: Undersøkelse', 'opus-own-act');
    expect([event.act, event.id]).to.deep.equal(['recall', 'due']);
  });

  it('[P-38] a past need leads to the clinic, a booked one shows its appointment', async () => {
    const page = await show({ recalls: [overdue] });
    expect(page.text()).to.contain('Du skulle til kontroll i uke 10.');
    expect(page.buttonNames().some((name) => name.startsWith('Velg en tid'))).to.equal(false);
    expect(page.links()[0]?.href).to.equal('tel:66776040');
    page.element.recalls = [bookedNeed];
    await page.element.updateComplete;
    expect(spaces(page.text())).to.contain(
      'Kontrollen din er bestilt: fredag 27. november kl. 08:00',
    );
    expect(page.headings()).not.to.include('Tid for kontroll');
  });

  it('says it in Swedish', async () => {
    const page = await show({ appointments: [coming, late], recalls: [due] }, 'sv');
    const text = spaces(page.text());
    expect(text).to.contain(
      'Det är dags för din undersökning vecka 5 2027 hos Lise Negård, 30 min.',
    );
    expect(text).to.contain('Kan ombokas eller avbokas fram till torsdag 26 november kl. 08:00.');
    expect(page.buttonNames().map((name) => name.split(':')[0])).to.include.members([
      'Omboka',
      'Avboka',
    ]);
  });

  it('keeps its place while the list is on its way, and says so', async () => {
    const page = await show({ appointments: undefined });
    expect(page.text()).to.contain('Timene dine er på vei.');
    expect(page.headings()).to.deep.equal(['Mine timer']);
    page.element.failed = true;
    await page.element.updateComplete;
    expect(page.text()).not.to.contain('på vei');
  });

  it('leads focus to its heading, or to one appointment', async () => {
    const page = await show({ appointments: [coming, untitled] });
    page.element.focusHeading();
    expect(focused()?.tagName).to.equal('H2');
    page.element.focusAppointment('untitled');
    expect(focused()?.textContent).to.contain('15. desember');
  });

  for (const [state, inputs] of Object.entries({
    full: { appointments: [coming, late, untitled, twoDeadlines, long, cancelled, ...past] },
    needs: { appointments: [coming], recalls: [due, overdue, bookedNeed] },
    empty: { appointments: [], canBook: true },
    restricted: { access: 'mobile' },
    loading: { appointments: undefined },
  } satisfies Record<string, Partial<OwnAppointmentList>>)) {
    it(`is accessible: ${state}`, async () => {
      const page = await show(inputs);
      await expect(page.element).to.be.accessible();
    });
  }
});
