import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/personal-details.js';
import { emptyDraft, type PatientDraft } from '../../src/domain/patient-draft.js';
import type { PersonalDetails } from '../../src/elements/personal-details/personal-details.js';
import type { OpusDetailsDoneEvent } from '../../src/events/details-done-event.js';
import type { OpusDraftEvent } from '../../src/events/draft-event.js';
import { opusAccount, withSettings } from '../../stories/fixtures/account.js';
import { filledDraft, today, wrongDraft } from '../../stories/fixtures/patient.js';
import { ElementPage } from './support/element-page.js';
import { focused, FormPage } from './support/form-page.js';
import { loadFormWords } from '../support/form-words.js';

class DetailsPage extends FormPage<PersonalDetails> {
  readonly drafts: PatientDraft[] = [];
  readonly done: PatientDraft[] = [];

  constructor(element: PersonalDetails) {
    super(element);
    element.addEventListener('opus-draft', (event: OpusDraftEvent) =>
      this.drafts.push(event.draft),
    );
    element.addEventListener('opus-details-done', (event: OpusDetailsDoneEvent) =>
      this.done.push(event.draft),
    );
  }

  get consent(): HTMLInputElement {
    return this.all<HTMLInputElement>('input[type="checkbox"]')[0] as HTMLInputElement;
  }

  /** The lines of the error summary; none when there is no summary. */
  get summary(): ElementPage | undefined {
    const [element] = this.all<HTMLElementTagNameMap['opus-error-summary']>('opus-error-summary');
    return element && new ElementPage(element);
  }

  get info(): string {
    const [box] = this.all<HTMLElementTagNameMap['opus-info-box']>('opus-info-box');
    return box ? new ElementPage(box).text() : '';
  }

  async submit(): Promise<void> {
    this.button('Se over bestillingen').click();
    await this.settled();
  }
}

async function show(inputs: Partial<PersonalDetails> = {}): Promise<DetailsPage> {
  const element = await fixture<PersonalDetails>(
    html`<opus-personal-details lang="nb"></opus-personal-details>`,
  );
  Object.assign(element, { settings: opusAccount.settings, today, ...inputs });
  const page = new DetailsPage(element);
  await page.settled();
  return page;
}

describe('opus-personal-details', () => {
  before(async () => {
    await loadFormWords('nb');
    await loadFormWords('en');
  });

  it('[P-25] says the town of a postcode beside the field, politely, and leaves what is typed alone', async () => {
    const page = await show();
    const field = page.field('Postnummer');
    const said = () => field.all('output').map((output) => output.textContent.trim());
    expect(said(), 'a live region is there before it says anything').to.deep.equal(['']);
    await field.type('5003');
    await waitUntil(() => said()[0] === 'Bergen');
    expect(field.description).to.equal('Bergen');
    expect(page.drafts.at(-1)?.postalCode).to.equal('5003');
    await field.retype('500');
    await waitUntil(() => said()[0] === '');
    expect(page.drafts.at(-1)?.postalCode).to.equal('500');
  });

  it('[P-25] asks in three groups, in the manual’s order and words', async () => {
    const page = await show();
    expect(page.headings()).to.deep.equal([
      'Dine opplysninger',
      'Personopplysninger',
      'Kontaktopplysninger',
      'Hjemadresse',
    ]);
    expect(page.labels()).to.deep.equal([
      'Fornavn *',
      'Etternavn *',
      'Fødselsnummer *',
      'Beskjed',
      'E-postadresse *',
      'Mobiltelefonnummer *',
      'Kampanjekode',
      'Gateadresse 1 *',
      'Gateadresse 2',
      'Postnummer *',
    ]);
    const groups = page.all('[role="group"]').map((group) => group.getAttribute('aria-labelledby'));
    expect(groups).to.deep.equal(['person', 'contact', 'address']);
  });

  it('[P-25] leaves out what the account has switched off, empty groups included', async () => {
    const { settings } = withSettings({
      patientMessage: false,
      fields: {
        address1: false,
        address2: false,
        postalCode: false,
        mobile: true,
        email: false,
        campaignCode: false,
      },
    });
    const page = await show({ settings });
    expect(page.labels()).to.deep.equal([
      'Fornavn *',
      'Etternavn *',
      'Fødselsnummer *',
      'Mobiltelefonnummer *',
    ]);
    expect(page.headings()).not.to.contain('Hjemadresse');
  });

  it('[P-25] lets the browser fill in what it knows, but never the ID', async () => {
    const page = await show();
    const tokens = page.fields().map((field) => field.control.autocomplete);
    expect(tokens).to.deep.equal([
      'given-name',
      'family-name',
      'off',
      'off',
      'email',
      'tel',
      'off',
      'address-line1',
      'address-line2',
      'postal-code',
    ]);
  });

  it('[P-27] shows the standard text of the market, and only speaks of fields that are there', async () => {
    const page = await show();
    expect(page.info).to.contain('Utfylling av personopplysninger');
    expect(page.info).to.contain('Du må fylle ut alle felt merket med *.');
    expect(page.info).to.contain('Kampanjekode').and.to.contain('Beskjed');
    page.element.settings = withSettings({
      patientMessage: false,
      fields: { ...opusAccount.settings.fields, campaignCode: false },
    }).settings;
    page.element.market = 'SE';
    await page.settled();
    expect(page.info).to.contain('Personnummer');
    expect(page.info).not.to.contain('Kampanjekode').and.not.to.contain('Beskjed');
  });

  it('[P-27] shows the account’s own text, in its own language', async () => {
    const page = await show({ infoHeading: 'Hei', infoText: 'Vår tekst', textLang: 'nb' });
    expect(page.info).to.equal('Hei Vår tekst');
  });

  it('[P-28] shows the account’s consent text with its link', async () => {
    const page = await show({
      consentText: 'Jeg samtykker.',
      consentUrl: 'https://example.com/personvern',
    });
    expect(page.consent.labels?.[0]?.innerText.replace(/\s+/g, ' ').trim()).to.equal(
      'Jeg samtykker. *',
    );
    expect(page.links().map(({ href }) => href)).to.deep.equal(['https://example.com/personvern']);
    expect(page.consent.checked).to.equal(false);
  });

  it('[P-28] keeps the language of the consent text that was ticked, also where another is spoken later', async () => {
    const page = await show({
      consentText: 'Suostun.',
      consentLang: 'fi',
      infoText: 'Vår text',
      textLang: 'sv',
    });
    const text = page.consent.labels?.[0]?.querySelector('[lang]');
    expect(text?.getAttribute('lang')).to.equal('fi');
    page.consent.click();
    page.element.consentText = 'I consent.';
    page.element.consentLang = 'en';
    await page.settled();
    expect(page.drafts.at(-1)).to.include({ consent: true, consentLang: 'fi' });
    page.consent.click();
    page.consent.click();
    expect(page.drafts.at(-1)).to.include({ consent: true, consentLang: 'en' });
  });

  it('[P-28] the standard consent text is in the language of the form', async () => {
    const page = await show({ textLang: 'sv' });
    page.consent.click();
    expect(page.drafts.at(-1)?.consentLang).to.equal('nb');
  });

  it('[P-28] [N-03] makes links of the addresses in the consent text, which do not tick the box', async () => {
    const page = await show({
      draft: { ...filledDraft, consent: false },
      consentText: 'Jeg har lest post@example.no og <b>alt</b>.',
    });
    const [link] = page.consent.labels?.[0]?.querySelectorAll('a') ?? [];
    expect(link?.href).to.equal('mailto:post@example.no');
    link?.setAttribute('href', '#consent');
    link?.click();
    expect(page.consent.checked).to.equal(false);
    expect(page.consent.labels?.[0]?.innerText).to.contain('<b>alt</b>');
    await expect(page.element).to.be.accessible();
  });

  it('[P-28] does not go on without consent', async () => {
    const page = await show({ draft: { ...filledDraft, consent: false } });
    await page.submit();
    expect(page.done).to.deep.equal([]);
    expect(page.consent.getAttribute('aria-invalid')).to.equal('true');
    expect(page.text()).to.contain('Du må samtykke for å kunne bestille time.');
    page.consent.click();
    await page.settled();
    expect(page.consent.getAttribute('aria-invalid')).to.equal('false');
    await page.submit();
    expect(page.done).to.have.length(1);
    expect(page.done[0]?.consent).to.equal(true);
  });

  it('[P-29] says once on top what the star means', async () => {
    const page = await show();
    expect(page.text().match(/\* Obligatoriske felt/g)).to.have.length(1);
  });

  it('[P-29] tells every keystroke, so that nothing typed is ever lost', async () => {
    const page = await show({ draft: { ...emptyDraft, lastName: 'Nordmann' } });
    await page.field('Fornavn').type('Ola');
    expect(page.drafts.map(({ firstName }) => firstName)).to.deep.equal(['O', 'Ol', 'Ola']);
    expect(page.drafts.at(-1)).to.deep.equal({
      ...emptyDraft,
      lastName: 'Nordmann',
      firstName: 'Ola',
    });
  });

  it('[P-29] sends what a password manager filled in and ticked without an event', async () => {
    const page = await show({ draft: { ...filledDraft, lastName: '', consent: false } });
    page.field('Etternavn').control.value = 'Nordmann';
    page.consent.checked = true;
    await page.submit();
    const ticked = { consent: true, consentLang: 'nb' };
    expect(page.done).to.deep.equal([{ ...filledDraft, lastName: 'Nordmann', ...ticked }]);
  });

  it('[P-29] shows again everything that was typed, right or wrong', async () => {
    const page = await show({ draft: wrongDraft });
    expect(page.field('Fødselsnummer').control.value).to.equal(wrongDraft.nationalId);
    expect(page.field('Mobiltelefonnummer').control.value).to.equal(wrongDraft.mobile);
    expect(page.errors()).to.deep.equal({});
  });

  it('[P-29] keeps everything in another language', async () => {
    const widget = await fixture<HTMLElement>(html`<div lang="nb"></div>`);
    const element = document.createElement('opus-personal-details');
    Object.assign(element, { settings: opusAccount.settings, today });
    widget.append(element);
    const page = new DetailsPage(element);
    await page.settled();
    await page.field('Fornavn').type('Ola');
    await page.submit();
    widget.lang = 'en';
    await page.settled();
    expect(page.field('First name').control.value).to.equal('Ola');
    expect(page.errors()['Last name']).to.contain('Enter your last name.');
    expect(page.summary?.text()).to.contain('fields need correcting');
  });

  it('[P-29] lists what is wrong in a summary that takes focus, and says it at each field', async () => {
    const page = await show({ draft: wrongDraft });
    await page.submit();
    expect(page.done).to.deep.equal([]);
    expect(page.summary?.headings()).to.deep.equal(['6 felt må rettes']);
    expect(page.summary?.items()).to.deep.equal([
      'Fyll ut etternavnet ditt.',
      'Fødselsnummeret stemmer ikke. Et siffer er nok feil eller har byttet plass.',
      'Det som står etter @ i e-postadressen, er ikke riktig. Det skal ligne eksempel.no.',
      'Mobilnummeret har for få eller for mange siffer.',
      'Postnummeret skal ha 4 siffer.',
      'Du må samtykke for å kunne bestille time.',
    ]);
    expect(focused()?.getAttribute('aria-labelledby')).to.equal('heading');
    expect(Object.keys(page.errors())).to.deep.equal([
      'Etternavn',
      'Fødselsnummer',
      'E-postadresse',
      'Mobiltelefonnummer',
      'Postnummer',
    ]);
  });

  it('[P-29] leads from each line of the summary to its field', async () => {
    const page = await show({ draft: wrongDraft });
    await page.submit();
    page.summary?.buttons()[1]?.click();
    expect(focused()).to.equal(page.field('Fødselsnummer').control);
    page.summary?.buttons().at(-1)?.click();
    expect(focused()).to.equal(page.consent);
  });

  it('[P-29] says what is wrong with a field when it is left with something in it', async () => {
    const page = await show();
    await page.field('Fornavn').type('');
    await page.field('Fornavn').leave();
    expect(page.errors()).to.deep.equal({});
    await page.field('E-postadresse').type('ola@example');
    expect(page.errors()).to.deep.equal({});
    await page.field('E-postadresse').leave();
    await page.settled();
    expect(Object.keys(page.errors())).to.deep.equal(['E-postadresse']);
    await page.field('E-postadresse').retype('ola@example.com');
    await page.field('E-postadresse').leave();
    await page.settled();
    expect(page.errors()).to.deep.equal({});
  });

  it('[P-29] checks an empty field again on leaving once the form was sent', async () => {
    const page = await show({ draft: wrongDraft });
    await page.submit();
    await page.field('Etternavn').type('Nordmann');
    await page.field('Etternavn').leave();
    await page.settled();
    expect(page.errors()).not.to.have.property('Etternavn');
  });

  it('[P-29] a field put right and not left is no longer called wrong once the box is ticked, which leaves the focus there', async () => {
    const page = await show({ draft: wrongDraft });
    await page.submit();
    await page.field('Etternavn').type('Nordmann');
    await page.settled();
    expect(page.errors()).to.have.property('Etternavn');
    page.consent.click();
    await page.settled();
    expect(page.errors()).not.to.have.property('Etternavn');
    expect(Object.keys(page.errors()), 'what is wrong still is said').not.to.be.empty;
  });

  it('[P-26] writes the ID in its market’s form on leaving, and keeps that', async () => {
    const page = await show();
    await page.field('Fødselsnummer').type('19847600031');
    await page.field('Fødselsnummer').leave();
    await page.settled();
    expect(page.field('Fødselsnummer').control.value).to.equal('198476-00031');
    expect(page.drafts.at(-1)?.nationalId).to.equal('198476-00031');
  });

  it('[P-29] shows what the service found wrong, and takes it back when it is corrected', async () => {
    const page = await show({ draft: filledDraft });
    page.element.problems = [
      { path: 'patient.email', code: 'bounced' },
      { path: 'patient.firstName', code: 'length' },
    ];
    await page.settled();
    expect(page.summary?.items()).to.deep.equal([
      'Fornavnet kan ha høyst 100 tegn.',
      'E-postadresse ble ikke godtatt. Sjekk hva du har skrevet.',
    ]);
    await page.field('E-postadresse').retype('kari@example.com');
    await page.field('E-postadresse').leave();
    await page.settled();
    expect(Object.keys(page.errors())).to.deep.equal(['Fornavn']);
  });

  it('goes on with what was typed once all is well', async () => {
    const page = await show({ draft: filledDraft });
    await page.submit();
    expect(page.done).to.deep.equal([filledDraft]);
    expect(page.summary).to.equal(undefined);
  });

  it('goes on by Enter in a field', async () => {
    const page = await show({ draft: filledDraft });
    await page.field('Fornavn').type('');
    await page.field('Fornavn').enter();
    expect(page.done).to.have.length(1);
  });

  it('[P-11] goes back without a check', async () => {
    const page = await show({ draft: wrongDraft });
    await page.press('Gå tilbake', 'opus-back');
    expect(page.errors()).to.deep.equal({});
  });

  it('[N-02] lets nothing that is typed out of the widget', async () => {
    const page = await show();
    const heard: string[] = [];
    const listen = (event: Event) => heard.push(event.type);
    const types = ['input', 'change', 'opus-draft', 'opus-details-done'];
    for (const type of types) window.addEventListener(type, listen);
    const inside: Event[] = [];
    page.element.addEventListener('opus-draft', (event) => inside.push(event));
    await page.field('Fødselsnummer').type('198476-00031');
    await page.field('Fødselsnummer').leave();
    for (const type of types) window.removeEventListener(type, listen);
    expect(inside.every((event) => !event.composed)).to.equal(true);
    expect(heard.filter((type) => type === 'input' || type === 'change')).to.deep.equal([]);
  });

  it('is filled in and sent by keyboard alone', async () => {
    const { settings } = withSettings({
      patientMessage: false,
      fields: {
        address1: false,
        address2: false,
        postalCode: false,
        mobile: true,
        email: false,
        campaignCode: false,
      },
    });
    const page = await show({ settings });
    page.element.focusHeading();
    for (const text of ['Ola', 'Nordmann', '19847600031', '41234567']) {
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: text });
    }
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(page.done).to.deep.equal([
      {
        ...emptyDraft,
        firstName: 'Ola',
        lastName: 'Nordmann',
        nationalId: '198476-00031',
        mobile: '412 34 567',
        consent: true,
        consentLang: 'nb',
      },
    ]);
  });

  it('is accessible empty, filled in and with errors', async () => {
    const page = await show();
    await expect(page.element).to.be.accessible();
    page.element.draft = filledDraft;
    await page.settled();
    await expect(page.element).to.be.accessible();
    page.element.draft = wrongDraft;
    await page.settled();
    await page.submit();
    await expect(page.element).to.be.accessible();
  });
});
