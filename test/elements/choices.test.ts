import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/choices.js';
import type { Account, Slot } from '../../src/contract/index.js';
import type { Selection } from '../../src/domain/selection.js';
import type { Choices } from '../../src/elements/choices/choices.js';
import type { OpusGoToEvent } from '../../src/events/go-to-event.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { oneClinicAccount, opusAccount, withSettings } from '../../stories/fixtures/account.js';
import { ElementPage } from './support/element-page.js';
import { waitUntil } from '../support/wait-until.js';

const slot: Slot = {
  // 07:00 UTC: the browser's own zone must not show.
  start: '2029-01-29T07:00:00Z',
  minutes: 30,
  clinic: 'opus-dental-klinikken',
  clinician: 'lise',
  treatment: 'undersokelse',
};
const all: Selection = {
  clinic: { kind: 'one', id: 'opus-dental-klinikken' },
  treatment: 'undersokelse',
  clinician: { kind: 'one', id: 'lise' },
  time: { start: slot.start, slots: [slot] },
};
const anywhere: Selection = {
  clinic: { kind: 'any' },
  treatment: 'undersokelse',
  clinician: { kind: 'any' },
};

interface Inputs {
  account?: Account;
  selection?: Selection;
  heldSlot?: Slot;
  width?: number;
  lang?: string;
}

async function show({ width = 1000, lang = 'nb', ...inputs }: Inputs): Promise<ElementPage> {
  const frame = await fixture(
    html`<div style="container-type: inline-size; inline-size: ${width}px">
      <opus-choices
        lang=${lang}
        .account=${inputs.account ?? opusAccount}
        .selection=${inputs.selection ?? all}
        .heldSlot=${inputs.heldSlot}
      ></opus-choices>
    </div>`,
  );
  const element = frame.querySelector('opus-choices') as Choices;
  await element.updateComplete;
  return new ElementPage(element);
}

describe('opus-choices', () => {
  before(async () => {
    await loadLocale('nb');
    await loadLocale('en');
  });

  it('[P-04] shows clinic with address, city and phone, treatment, clinician, date in words and time range', async () => {
    const page = await show({});
    expect(page.headings()).to.deep.equal(['Dine valg']);
    const text = page.text();
    expect(text).to.contain('Opus Dental Klinikken Nye Vakåsvei 64 1395 Hvalstad 66 77 60 40');
    expect(text).to.contain('Undersøkelse 30 min');
    expect(text).to.contain('Lise Negård Tannlege');
    expect(text).to.contain('Mandag den 29. januar 08:00 – 08:30');
    expect(page.links().map(({ href }) => href)).to.deep.equal(['tel:66776040']);
  });

  it('[P-04] shows no empty link or line of a clinic that has stored no phone and no street', async () => {
    const { clinics } = opusAccount;
    const page = await show({
      account: {
        ...opusAccount,
        clinics: clinics.map((clinic) => ({ ...clinic, phone: '', address1: '' })),
      },
    });
    expect(page.links()).to.have.length(0);
    expect(page.text()).to.contain('Klinikk Opus Dental Klinikken 1395 Hvalstad Endre');
  });

  it('[P-29] shows nothing before its words are there, no heading without a name either', async () => {
    const page = await show({ lang: 'da' });
    expect(page.element.renderRoot.querySelectorAll('section, h2').length).to.equal(0);
    await waitUntil(() => page.element.renderRoot.querySelector('h2'), 'the words came');
    expect(page.headings()).to.deep.equal(['Dine valg']);
  });

  it('[P-04] lets each row be changed', async () => {
    const page = await show({});
    expect(page.buttonNames()).to.deep.equal([
      'Endre klinikk',
      'Endre behandling',
      'Endre behandler',
      'Endre tid',
    ]);
    const event = await page.press<OpusGoToEvent>('Endre behandler', 'opus-go-to');
    expect(event.part).to.equal('clinician');
  });

  it('[P-02] keeps the account’s order of steps', async () => {
    const account = withSettings({ stepOrder: ['treatment', 'clinic', 'time', 'clinician'] });
    const time = { start: slot.start, slots: [] };
    const page = await show({ account, selection: { ...all, time } });
    expect(page.buttonNames()).to.deep.equal([
      'Endre behandling',
      'Endre klinikk',
      'Endre tid',
      'Endre behandler',
    ]);
  });

  it('[P-06] offers no change where there is no alternative', async () => {
    const page = await show({ account: oneClinicAccount });
    expect(page.buttonNames()).not.to.include('Endre klinikk');
  });

  it('[P-04] shows only what is chosen', async () => {
    const page = await show({ selection: { clinic: { kind: 'one', id: 'lillevik' } } });
    expect(page.buttonNames()).to.deep.equal(['Endre klinikk']);
    expect(page.text()).to.contain('Distriktstannklinikken i Lillevik AS');
  });

  it('[P-14] [P-16] names what was left open', async () => {
    const page = await show({ selection: anywhere });
    expect(page.text()).to.contain('Hvilken som helst klinikk');
    expect(page.text()).to.contain('Hvilken som helst behandler');
    const group = await show({ selection: { clinic: { kind: 'group', id: 'asker' } } });
    expect(group.text()).to.contain('Hvilken som helst: Asker');
  });

  it('[P-21] shows who and where as soon as the held time settles them', async () => {
    const time = { start: slot.start, slots: [slot, { ...slot, clinician: 'evelyn' }] };
    const open = await show({ selection: { ...anywhere, time } });
    expect(open.text()).to.contain('Opus Dental Klinikken');
    expect(open.text()).to.contain('Hvilken som helst behandler');
    const heldSlot = { ...slot, clinician: 'evelyn' };
    const held = await show({ selection: { ...anywhere, time }, heldSlot });
    expect(held.text()).to.contain('Evelyn Andersen');
  });

  it('[P-21] does not settle a new time by a slot held for another', async () => {
    const heldSlot = { ...slot, start: '2029-01-29T08:00:00Z' };
    const page = await show({
      selection: { ...anywhere, time: { start: slot.start, slots: [] } },
      heldSlot,
    });
    expect(page.text()).not.to.contain('Lise Negård');
  });

  it('[P-21] shows the start alone while the treatment is not known', async () => {
    const page = await show({ selection: { time: { start: slot.start, slots: [] } } });
    expect(page.text()).to.contain('Mandag den 29. januar 08:00 Endre');
  });

  it('[P-16] shows no title where the offer carries none', async () => {
    const page = await show({
      selection: {
        clinic: { kind: 'one', id: 'per-hansen' },
        treatment: 'undersokelse',
        clinician: { kind: 'one', id: 'per' },
      },
    });
    expect(page.text()).not.to.contain('Tannlege');
  });

  it('[P-16] takes the title of the chosen clinic only', async () => {
    const lise = { clinician: 'lise', treatments: ['undersokelse'] };
    const offers = [
      { ...lise, clinic: 'lillevik', title: 'Tannlege' },
      { ...lise, clinic: 'opus-dental-klinikken' },
    ];
    const page = await show({ account: { ...opusAccount, offers } });
    expect(page.text()).not.to.contain('Tannlege');
  });

  it('[P-46] leaves out the timebook’s leading "- "', async () => {
    const page = await show({
      account: {
        ...opusAccount,
        treatments: [{ id: 'undersokelse', name: '- Undersøkelse', minutes: 30 }],
      },
    });
    expect(page.text()).not.to.contain('- Undersøkelse');
  });

  it('[P-04] is one line in little room, which opens', async () => {
    const page = await show({ width: 360 });
    const line = 'Undersøkelse hos Lise Negård Mandag den 29. januar, 08:00 – 08:30';
    expect(page.buttonNames()).to.deep.equal([line]);
    expect(page.button(line).ariaExpanded).to.equal('false');
    await expect(page.element).to.be.accessible();

    page.button(line).click();
    await page.element.updateComplete;
    expect(page.button(line).ariaExpanded).to.equal('true');
    expect(page.buttonNames()).to.include('Endre klinikk');
    await expect(page.element).to.be.accessible();
  });

  it('speaks the language around it', async () => {
    const page = await show({ lang: 'en' });
    expect(page.text()).to.contain('Monday 29 January 08:00 – 08:30');
    expect(page.buttonNames()).to.include('Change clinic');
  });

  it('passes axe, empty and full', async () => {
    for (const width of [1000, 600]) {
      const full = await show({ width });
      await expect(full.element).to.be.accessible();
      const empty = await show({ width, selection: {} });
      await expect(empty.element).to.be.accessible();
    }
  });
});
