import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/treatment-picker.js';
import type { Account } from '../../src/contract/index.js';
import type { Selection } from '../../src/domain/selection.js';
import type { TreatmentPicker } from '../../src/elements/treatment-picker/treatment-picker.js';
import type { OpusChooseEvent } from '../../src/events/choose-event.js';
import type { OpusGoToEvent } from '../../src/events/go-to-event.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import {
  longNamesAccount,
  manyTreatmentsAccount,
  opusAccount,
} from '../../stories/fixtures/account.js';
import { ElementPage } from './support/element-page.js';

const atOpus: Selection = { clinic: { kind: 'one', id: 'opus-dental-klinikken' } };

async function show(
  account: Account,
  selection: Selection = atOpus,
): Promise<ElementPage<TreatmentPicker>> {
  const element = await fixture<TreatmentPicker>(
    html`<opus-treatment-picker
      lang="nb"
      .account=${account}
      .selection=${selection}
    ></opus-treatment-picker>`,
  );
  return new ElementPage(element);
}

describe('opus-treatment-picker', () => {
  before(() => loadLocale('nb'));

  it('[P-15] shows the clinic’s treatments in the order of its list', async () => {
    const page = await show({
      ...opusAccount,
      offers: [
        {
          clinic: 'opus-dental-klinikken',
          clinician: 'lise',
          treatments: ['bleking', 'undersokelse'],
        },
        { clinic: 'lillevik', clinician: 'kristine', treatments: ['akutt'] },
      ],
    });
    expect(page.buttonNames()).to.deep.equal(['Bleking', 'Undersøkelse']);
  });

  it('[P-15] shows minutes, price and description', async () => {
    const page = await show(opusAccount);
    expect(page.text()).to.contain(
      'Undersøkelse 30 min · fra 890 kr Sjekk og lett rens av tenner med to røntgenbilder.',
    );
    expect(page.items()).to.include('Puss og rens 40 min');
  });

  it('[P-46] leaves out the timebook’s leading "- "', async () => {
    const page = await show({
      ...opusAccount,
      treatments: [{ id: 'bleking', name: '- Bleking', minutes: 60 }],
    });
    expect(page.buttonNames()).to.deep.equal(['Bleking']);
  });

  it('[P-15] shows a list of thirty in its order, with nothing but what is given', async () => {
    const page = await show(manyTreatmentsAccount);
    const { treatments } = manyTreatmentsAccount;
    expect(page.buttonNames()).to.deep.equal(treatments.map(({ name }) => name));
    expect(page.items()).to.have.length(30);
    expect(page.text()).not.to.match(/undefined|·\s*$|·\s+\d+ min/);
    await expect(page.element).to.be.accessible();
  });

  it('[P-15] shows one treatment as one', async () => {
    const [treatment] = opusAccount.treatments;
    const page = await show({ ...opusAccount, treatments: treatment ? [treatment] : [] });
    expect(page.buttonNames()).to.deep.equal(['Undersøkelse']);
    const card = page.all('li')[0]?.getBoundingClientRect().width ?? 0;
    expect(card).to.equal(page.element.getBoundingClientRect().width);
  });

  it('[P-15] offers what anybody of any clinic, or of a group, does, each once', async () => {
    const any = await show(opusAccount, { clinic: { kind: 'any' } });
    expect(any.buttonNames()).to.deep.equal(['Undersøkelse', 'Akutt', 'Puss og rens', 'Bleking']);
    const group = await show(opusAccount, { clinic: { kind: 'group', id: 'per-hansen' } });
    expect(group.buttonNames()).to.deep.equal(['Undersøkelse']);
  });

  it('fits the longest names into 288 px (320 px at 400 % zoom)', async () => {
    const frame = await fixture(
      html`<div style="inline-size: 288px">
        <opus-treatment-picker
          lang="fi"
          .account=${longNamesAccount}
          .selection=${atOpus}
        ></opus-treatment-picker>
      </div>`,
    );
    expect(frame.scrollWidth).to.be.at.most(288);
  });

  it('chooses a treatment at once', async () => {
    const page = await show(opusAccount);
    const event = await page.press<OpusChooseEvent>('Akutt', 'opus-choose');
    expect(event.choice).to.deep.equal({ step: 'treatment', value: 'akutt' });
  });

  it('shows the chosen one as such, and nothing else', async () => {
    const page = await show(opusAccount, { ...atOpus, treatment: 'akutt' });
    const pressed = page.buttons().filter((button) => button.ariaPressed === 'true');
    expect(pressed).to.deep.equal([page.button('Akutt')]);
  });

  it('[P-17] says what to do when the clinic offers nothing: call it, or change the clinic', async () => {
    const page = await show(
      {
        ...opusAccount,
        offers: opusAccount.offers.filter(({ clinic }) => clinic !== 'opus-dental-klinikken'),
      },
      atOpus,
    );
    const notice = page.element.renderRoot.querySelector('opus-notice');
    expect(notice?.heading).to.contain('Ingen behandlinger');
    expect(notice?.phone).to.equal('66776040');
    const event = await page.press<OpusGoToEvent>('Endre klinikk', 'opus-go-to');
    expect(event.part).to.equal('clinic');
  });

  it('is operable by keyboard alone', async () => {
    const page = await show(opusAccount);
    await sendKeys({ press: 'Tab' });
    const chosen = page.next<OpusChooseEvent>('opus-choose');
    await sendKeys({ press: 'Space' });
    expect((await chosen).choice.value).to.equal('undersokelse');
  });

  it('[P-15] keeps the description’s lines, and its links apart from the card’s button', async () => {
    const description = 'Barn er gratis.\nSe https://example.no/barn.';
    const page = await show({
      ...opusAccount,
      treatments: [{ id: 'bleking', name: 'Bleking', minutes: 60, description }],
    });
    expect(page.all('p').map((each) => each.innerText)).to.include(description);
    const [link] = page.links();
    const { x, y } = (link as Element).getBoundingClientRect();
    expect(page.element.shadowRoot?.elementFromPoint(x + 4, y + 8)).to.equal(link);
    await expect(page.element).to.be.accessible();
  });

  it('says in which language the account’s words are', async () => {
    const page = await show(opusAccount);
    expect(page.button('Undersøkelse').lang).to.equal('nb');
  });

  it('passes axe', async () => {
    const page = await show(opusAccount, { ...atOpus, treatment: 'akutt' });
    await expect(page.element).to.be.accessible();
  });
});
