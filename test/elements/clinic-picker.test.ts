import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/clinic-picker.js';
import type { Account } from '../../src/contract/index.js';
import type { ClinicChoice, Selection } from '../../src/domain/selection.js';
import type { ClinicPicker } from '../../src/elements/clinic-picker/clinic-picker.js';
import type { OpusChooseEvent } from '../../src/events/choose-event.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import {
  chainAccount,
  finnishAccount,
  longNamesAccount,
  noCliniciansAccount,
  oneClinicAccount,
  opusAccount,
  withSettings,
} from '../../stories/fixtures/account.js';
import { ElementPage } from './support/element-page.js';

async function show(
  account: Account,
  selection: Selection = {},
): Promise<ElementPage<ClinicPicker>> {
  const element = await fixture<ClinicPicker>(
    html`<opus-clinic-picker
      lang="nb"
      .account=${account}
      .selection=${selection}
    ></opus-clinic-picker>`,
  );
  return new ElementPage(element);
}

/** Clinics of Asker, so that "any in the group" has something to stand for. */
const twoInAsker: Account = {
  ...opusAccount,
  clinics: opusAccount.clinics.map((clinic) =>
    clinic.id === 'per-hansen' ? { ...clinic, group: 'asker' } : clinic,
  ),
};

describe('opus-clinic-picker', () => {
  before(() => loadLocale('nb'));

  it('[P-12] shows name, address, city and clinicians with titles', async () => {
    const page = await show(opusAccount);
    expect(page.text()).to.contain(
      'Opus Dental Klinikken Nye Vakåsvei 64, 1395 Hvalstad Lise Negård Tannlege Evelyn Andersen Tannlege',
    );
  });

  it('[P-12] keeps the account’s order of clinics and clinicians', async () => {
    const page = await show({
      ...withSettings({ anyClinic: false }),
      groups: [],
      clinics: [...opusAccount.clinics].reverse(),
      clinicians: [...opusAccount.clinicians].reverse(),
    });
    expect(page.buttonNames()).to.deep.equal([
      'Kjeveortoped Per Hansen',
      'Distriktstannklinikken i Lillevik AS',
      'Opus Dental Klinikken',
    ]);
    expect(page.text()).to.match(/Evelyn Andersen.*Lise Negård/);
  });

  it('[P-16] shows a title only where the clinician consents at that clinic', async () => {
    const page = await show({
      ...opusAccount,
      offers: [
        { clinic: 'lillevik', clinician: 'lise', treatments: ['akutt'] },
        { clinic: 'per-hansen', clinician: 'lise', treatments: ['akutt'], title: 'Tannlege' },
      ],
    });
    expect(page.items()).to.include('Lise Negård');
    expect(page.items().filter((item) => item === 'Lise Negård Tannlege')).to.have.length(1);
  });

  it('[P-13] puts clinics under their groups and the rest under the last heading', async () => {
    const page = await show(opusAccount);
    expect(page.headings()).to.deep.equal([
      'Velg en klinikk',
      'Asker',
      'Per Hansen',
      'Ugrupperte klinikker',
    ]);
    expect(page.buttonNames().at(-1)).to.equal('Distriktstannklinikken i Lillevik AS');
  });

  it('[P-13] has no group headings where there are no groups', async () => {
    const page = await show(oneClinicAccount);
    expect(page.headings()).to.deep.equal(['Velg en klinikk']);
  });

  it('[P-14] offers any clinic on top and any of a group under its heading', async () => {
    const page = await show(twoInAsker);
    expect(page.buttonNames()).to.deep.equal([
      'Hvilken som helst klinikk',
      'Hvilken som helst: Asker',
      'Opus Dental Klinikken',
      'Kjeveortoped Per Hansen',
      'Distriktstannklinikken i Lillevik AS',
    ]);
    expect(page.text()).to.contain('Søk ledige tider fra alle klinikker');
  });

  it('[P-13] [P-14] speaks of the ungrouped as the Finnish manual does, and never offers any of them', async () => {
    await loadLocale('fi');
    const element = await fixture<ClinicPicker>(
      html`<opus-clinic-picker lang="fi" .account=${finnishAccount}></opus-clinic-picker>`,
    );
    const page = new ElementPage(element);
    expect(page.headings().slice(1)).to.deep.equal(['Pääkaupunkiseutu', 'Yksittäiset vastaanotot']);
    expect(page.buttonNames().filter((name) => name.startsWith('Kaikki'))).to.deep.equal([
      'Kaikki vastaanotot',
      'Kaikki vastaanotot: Pääkaupunkiseutu',
    ]);
    await expect(element).to.be.accessible();
  });

  it('[P-13] [P-14] keeps groups, "any" and order among 60 clinics', async () => {
    const page = await show(chainAccount);
    const groups = chainAccount.groups.map(({ name }) => name);
    expect(page.headings()).to.deep.equal(['Velg en klinikk', ...groups, 'Ugrupperte klinikker']);
    for (const group of page.all<HTMLDetailsElement>('details')) group.open = true;
    expect(page.buttonNames().filter((name) => name.startsWith('Hvilken'))).to.deep.equal([
      'Hvilken som helst klinikk',
      ...groups.map((name) => `Hvilken som helst: ${name}`),
    ]);
  });

  it('[P-14] offers neither when the account does not', async () => {
    const page = await show(withSettings({ anyClinic: false }, twoInAsker));
    expect(page.text()).not.to.contain('Hvilken som helst');
  });

  for (const [name, value] of [
    ['Opus Dental Klinikken', { kind: 'one', id: 'opus-dental-klinikken' }],
    ['Hvilken som helst klinikk', { kind: 'any' }],
    ['Hvilken som helst: Asker', { kind: 'group', id: 'asker' }],
  ] as const) {
    it(`[P-12] [P-14] chooses "${name}" at once`, async () => {
      const page = await show(twoInAsker);
      const event = await page.press<OpusChooseEvent>(name, 'opus-choose');
      expect(event.choice).to.deep.equal({ step: 'clinic', value });
    });

    it(`shows "${name}" as chosen, and nothing else`, async () => {
      const page = await show(twoInAsker, { clinic: value });
      const pressed = page.buttons().filter((button) => button.ariaPressed === 'true');
      expect(pressed).to.deep.equal([page.button(name)]);
      await expect(page.element).to.be.accessible();
    });
  }

  it('[P-12] takes a click anywhere on the card', async () => {
    const page = await show(opusAccount);
    const address = page.all('p').find((each) => each.innerText.includes('Hvalstad')) as Element;
    const { x, y } = address.getBoundingClientRect();
    const hit = page.element.shadowRoot?.elementFromPoint(x + 40, y + 10);
    expect(hit).to.equal(page.button('Opus Dental Klinikken'));
  });

  it('is operable by keyboard alone', async () => {
    const page = await show(opusAccount);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    const chosen = page.next<OpusChooseEvent>('opus-choose');
    await sendKeys({ press: 'Enter' });
    expect((await chosen).choice.value).to.deep.equal({
      kind: 'one',
      id: 'opus-dental-klinikken',
    });
  });

  it('moves focus to its heading when asked', async () => {
    const page = await show(opusAccount);
    page.element.focusHeading();
    expect(page.element.shadowRoot?.activeElement?.textContent).to.equal('Velg en klinikk');
  });

  it('[P-17] says why there is nothing to choose, with the phone of the only clinic', async () => {
    const page = await show({ ...oneClinicAccount, offers: [] });
    const notice = page.element.renderRoot.querySelector('opus-notice');
    expect(notice?.heading).to.contain('Ingen klinikker');
    expect(notice?.phone).to.equal('66776040');
    await expect(page.element).to.be.accessible();
  });

  it('[P-17] names no phone where it would be one clinic’s of several', async () => {
    const page = await show(noCliniciansAccount);
    expect(page.element.renderRoot.querySelector('opus-notice')?.phone).to.equal(undefined);
  });

  it('[N-03] shows markup in an account’s words as text', async () => {
    const [clinic] = opusAccount.clinics;
    const name = '<img src=x onerror="document.title=1"><b>Klinikk</b>';
    const page = await show({
      ...opusAccount,
      clinics: [{ ...(clinic as (typeof opusAccount.clinics)[number]), name }],
    });
    expect(page.buttonNames()).to.include(name);
    expect(page.all('img, b')).to.be.empty;
  });

  describe('with 60 clinics', () => {
    const clinicsOf = (page: ElementPage<ClinicPicker>) =>
      page.buttonNames().filter((name) => name.startsWith('Kjeden'));
    const groupsOf = (page: ElementPage<ClinicPicker>) => page.all<HTMLDetailsElement>('details');

    it('[P-13] opens group by group, each with all of its clinics', async () => {
      const page = await show(chainAccount);
      expect(clinicsOf(page)).to.deep.equal([]);
      const groups = groupsOf(page);
      expect(groups).to.have.length(9);
      groups[6]!.querySelector('summary')!.click();
      expect(clinicsOf(page)).to.have.length(7);
      expect(page.buttonNames()).to.include('Hvilken som helst: Vestfold');
      for (const group of groups) group.open = true;
      expect(clinicsOf(page)).to.have.length(60);
      await expect(page.element).to.be.accessible();
    });

    it('[P-11] [P-13] has the group open of which something is chosen', async () => {
      const openIn = async (clinic: ClinicChoice) => {
        const page = await show(chainAccount, { clinic });
        return groupsOf(page).flatMap(({ open }, index) => (open ? index : []));
      };
      expect(await openIn({ kind: 'one', id: 'clinic-14' })).to.deep.equal([2]);
      expect(await openIn({ kind: 'group', id: 'region-6' })).to.deep.equal([6]);
      expect(await openIn({ kind: 'one', id: 'clinic-59' })).to.deep.equal([8]);
      expect(await openIn({ kind: 'any' })).to.deep.equal([]);
    });

    it('[P-13] has all groups open where there are few', async () => {
      const page = await show(opusAccount);
      expect(groupsOf(page)).to.have.length(0);
    });
  });

  it('fits the longest names into 288 px (320 px at 400 % zoom)', async () => {
    const frame = await fixture(
      html`<div style="inline-size: 288px">
        <opus-clinic-picker lang="nb" .account=${longNamesAccount}></opus-clinic-picker>
      </div>`,
    );
    expect(frame.scrollWidth).to.be.at.most(288);
  });
});
