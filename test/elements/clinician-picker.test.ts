import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/clinician-picker.js';
import type { Account } from '../../src/contract/index.js';
import type { Selection } from '../../src/domain/selection.js';
import type { ClinicianPicker } from '../../src/elements/clinician-picker/clinician-picker.js';
import { initials } from '../../src/elements/clinician-picker/initials.js';
import type { OpusChooseEvent } from '../../src/events/choose-event.js';
import type { OpusGoToEvent } from '../../src/events/go-to-event.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { longNamesAccount, opusAccount, withSettings } from '../../stories/fixtures/account.js';
import { ElementPage } from './support/element-page.js';
import { waitUntil } from '../support/wait-until.js';

const examination: Selection = {
  clinic: { kind: 'one', id: 'opus-dental-klinikken' },
  treatment: 'undersokelse',
};

async function show(
  account: Account,
  selection: Selection = examination,
): Promise<ElementPage<ClinicianPicker>> {
  const element = await fixture<ClinicianPicker>(
    html`<opus-clinician-picker
      lang="nb"
      .account=${account}
      .selection=${selection}
    ></opus-clinician-picker>`,
  );
  return new ElementPage(element);
}

function withPhotoOfLise(photo: string): Account {
  return {
    ...opusAccount,
    offers: opusAccount.offers.map((offer) =>
      offer.clinician === 'lise' ? { ...offer, photo } : offer,
    ),
  };
}

function closedTo(...ids: string[]): Account {
  return {
    ...opusAccount,
    clinicians: opusAccount.clinicians.map((clinician) => ({
      ...clinician,
      acceptsNewPatients: !ids.includes(clinician.id),
    })),
  };
}

describe('opus-clinician-picker', () => {
  before(() => loadLocale('nb'));

  it('[P-16] shows photo, name, title and text in the account’s order', async () => {
    const page = await show(opusAccount);
    expect(page.buttonNames().slice(1)).to.deep.equal(['Lise Negård', 'Evelyn Andersen']);
    expect(page.text()).to.contain(
      'Lise Negård Tannlege Tannlege Lise Negård startet klinikken i 2004.',
    );
    expect(page.all('img')).to.have.length(1);
  });

  it('[P-16] shows initials without consent to the photo, and no title without consent to it', async () => {
    const page = await show({
      ...opusAccount,
      offers: [
        { clinic: 'opus-dental-klinikken', clinician: 'lise', treatments: ['undersokelse'] },
      ],
    });
    expect(page.all('img')).to.be.empty;
    expect(page.text()).to.contain('LN');
    expect(page.text().match(/Tannlege/g)).to.have.length(1);
  });

  it('[P-16] shows title and photo of several clinics only with the consent at each of them', async () => {
    const anyClinic: Selection = { clinic: { kind: 'any' }, treatment: 'undersokelse' };
    const at = (clinic: string, consents: { title?: string; photo?: string }) => ({
      clinic,
      clinician: 'lise',
      treatments: ['undersokelse'],
      ...consents,
    });
    const full = { title: 'Tannlege', photo: 'data:image/svg+xml,<svg/>' };
    const account = (second: { title?: string; photo?: string }): Account => ({
      ...opusAccount,
      offers: [at('opus-dental-klinikken', full), at('lillevik', second)],
    });
    const both = await show(account(full), anyClinic);
    expect([both.all('img').length, both.items()[0]]).to.deep.equal([
      1,
      'LN Lise Negård Tannlege Tannlege Lise Negård startet klinikken i 2004.',
    ]);
    const one = await show(account({}), anyClinic);
    expect([one.all('img').length, one.items()[0]]).to.deep.equal([
      0,
      'LN Lise Negård Tannlege Lise Negård startet klinikken i 2004.',
    ]);
  });

  it('[P-16] falls back to initials when the photo cannot be loaded', async () => {
    const page = await show(withPhotoOfLise('data:image/png;base64,broken'));
    const [photo] = page.all<HTMLImageElement>('img');
    await waitUntil(() => !photo?.checkVisibility());
    expect(page.text()).to.contain('LN');
  });

  it('[P-16] keeps 56 px for the photo, loaded or not', async () => {
    const page = await show(withPhotoOfLise('data:image/png;base64,broken'));
    const { width, height } = page.all('img')[0]?.parentElement?.getBoundingClientRect() ?? {};
    expect([width, height]).to.deep.equal([56, 56]);
  });

  it('[P-16] offers any clinician on top when the account does', async () => {
    const page = await show(opusAccount);
    expect(page.buttonNames()[0]).to.equal('Hvilken som helst behandler');
    const event = await page.press<OpusChooseEvent>('Hvilken som helst behandler', 'opus-choose');
    expect(event.choice).to.deep.equal({ step: 'clinician', value: { kind: 'any' } });
  });

  it('[P-16] offers any clinician neither when switched off nor for only one', async () => {
    const off = await show(withSettings({ anyClinician: false }));
    expect(off.text()).not.to.contain('Hvilken som helst');
    const one = await show(opusAccount, { ...examination, treatment: 'bleking' });
    expect(one.buttonNames()).to.deep.equal(['Lise Negård']);
  });

  it('chooses a clinician at once', async () => {
    const page = await show(opusAccount);
    const event = await page.press<OpusChooseEvent>('Evelyn Andersen', 'opus-choose');
    expect(event.choice).to.deep.equal({ step: 'clinician', value: { kind: 'one', id: 'evelyn' } });
  });

  it('shows the chosen one as such, and nothing else', async () => {
    for (const [clinician, name] of [
      [{ kind: 'any' }, 'Hvilken som helst behandler'],
      [{ kind: 'one', id: 'lise' }, 'Lise Negård'],
    ] as const) {
      const page = await show(opusAccount, { ...examination, clinician });
      const pressed = page.buttons().filter((button) => button.ariaPressed === 'true');
      expect(pressed).to.deep.equal([page.button(name)]);
      await expect(page.element).to.be.accessible();
    }
  });

  it('[P-17] says why there is nobody, and lets the patient change the treatment', async () => {
    const page = await show({ ...opusAccount, offers: [] }, examination);
    expect(page.element.renderRoot.querySelector('opus-notice')?.heading).to.contain(
      'Ingen behandlere',
    );
  });

  it('[P-42] shows who takes no new patients as such, with the clinic’s phone and nothing to press', async () => {
    const page = await show(closedTo('evelyn'));
    expect(page.buttonNames()).to.deep.equal(['Lise Negård']);
    expect(page.items().at(-1)).to.equal(
      'EA Evelyn Andersen Tannlege Kun for pasienter som går her fra før. Ring klinikken 66 77 60 40',
    );
    expect(page.links().map(({ href }) => href)).to.deep.equal(['tel:66776040']);
    await expect(page.element).to.be.accessible();
  });

  it('[P-17] [P-42] says that nobody can be booked, and whom to call, where all take patients on file alone', async () => {
    const page = await show(closedTo('evelyn', 'lise'));
    expect(page.element.renderRoot.querySelector('opus-notice')?.heading).to.contain(
      'Ingen behandlere',
    );
    expect(page.items()).to.have.length(2);
    expect(page.element.renderRoot.querySelector('opus-notice')?.phone).to.equal('66776040');
    expect(page.links()).to.be.empty;
    await expect(page.element).to.be.accessible();
  });

  it('[P-17] names no phone where it would be one clinic’s of several', async () => {
    const anyClinic: Selection = { clinic: { kind: 'any' }, treatment: 'undersokelse' };
    const page = await show({ ...opusAccount, offers: [] }, anyClinic);
    const notice = page.element.renderRoot.querySelector('opus-notice');
    expect([notice?.heading.length !== 0, notice?.phone]).to.deep.equal([true, undefined]);
    const some = await show(closedTo('lise'), anyClinic);
    expect(some.items().at(-1)).to.contain('Kun for pasienter som går her fra før.');
    expect(some.links()).to.be.empty;
  });

  it('[P-17] leads back to the choice that left nobody', async () => {
    const page = await show({ ...opusAccount, offers: [] }, { clinic: examination.clinic });
    const event = await page.press<OpusGoToEvent>('Endre klinikk', 'opus-go-to');
    expect(event.part).to.equal('clinic');
  });

  it('fits the longest names into 288 px (320 px at 400 % zoom)', async () => {
    const frame = await fixture(
      html`<div style="inline-size: 288px">
        <opus-clinician-picker
          lang="fi"
          .account=${longNamesAccount}
          .selection=${{ clinic: { kind: 'any' } }}
        ></opus-clinician-picker>
      </div>`,
    );
    expect(frame.scrollWidth).to.be.at.most(288);
  });

  it('is operable by keyboard alone', async () => {
    const page = await show(opusAccount);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    const chosen = page.next<OpusChooseEvent>('opus-choose');
    await sendKeys({ press: 'Enter' });
    expect((await chosen).choice.value).to.deep.equal({
      kind: 'one',
      id: 'lise',
    });
  });

  for (const [name, letters] of [
    ['Lise Negård', 'LN'],
    ['Lise Marie van der Negård', 'LN'],
    ['Øyvind', 'Ø'],
    ['élodie 2 (vikar)', 'É'],
    ['', ''],
  ] as const) {
    it(`makes "${letters}" of "${name}"`, () => {
      expect(initials(name)).to.equal(letters);
    });
  }
});
