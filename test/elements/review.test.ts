import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../src/define/review.js';
import type { Review } from '../../src/elements/review/review.js';
import type { OpusCodeEvent, OpusContactEvent } from '../../src/events/confirm-events.js';
import type { OpusGoToEvent } from '../../src/events/go-to-event.js';
import { oneClinicAccount, opusAccount, withSettings } from '../../stories/fixtures/account.js';
import { filledDraft, fullSelection, heldSlot, pendingIn } from '../../stories/fixtures/patient.js';
import { focused, FormPage } from './support/form-page.js';
import { waitUntil } from '../support/wait-until.js';
import { loadFormWords } from '../support/form-words.js';

type CodeStep = HTMLElementTagNameMap['opus-confirm-code'];

async function show(inputs: Partial<Review> = {}): Promise<FormPage<Review>> {
  const element = await fixture<Review>(html`<opus-review lang="nb"></opus-review>`);
  Object.assign(element, {
    account: opusAccount,
    selection: fullSelection,
    heldSlot,
    draft: filledDraft,
    ...inputs,
  });
  const page = new FormPage(element);
  await page.settled();
  return page;
}

/** The half with the code; it has no `lang` of its own, so the page around it speaks Norwegian. */
async function showCode(inputs: Partial<Review> = {}) {
  const page = await show({ pending: pendingIn(60), ...inputs });
  const [element] = page.all<CodeStep>('opus-confirm-code');
  if (!element) throw new Error('No code step.');
  const code = new FormPage(element);
  await code.settled();
  return { page, code };
}

/** The words of a button as they are shown. */
function shownName(button: HTMLButtonElement): string {
  return button.innerText.trim();
}

function button(page: FormPage, name: string): HTMLButtonElement {
  const found = page.buttons().find((each) => shownName(each) === name);
  if (!found) throw new Error(`No "${name}" in ${page.buttons().map(shownName).join(', ')}`);
  return found;
}

describe('opus-review', () => {
  before(async () => {
    await loadFormWords('nb');
    await loadFormWords('en');
  });

  it('[P-30] shows the time with treatment, clinician and clinic, and everything typed', async () => {
    const page = await show();
    const text = page.text();
    expect(text).to.contain('Fredag den 27. november 08:00 – 08:30');
    expect(text).to.contain('Undersøkelse 30 min');
    expect(text).to.contain('Lise Negård Tannlege');
    expect(text).to.contain('Opus Dental Klinikken Nye Vakåsvei 64, 1395 Hvalstad');
    for (const each of [
      'Ola Nordmann',
      'ola.nordmann@example.com',
      '412 34 567',
      'Bankveien 1 3430',
      filledDraft.message,
      '1234',
    ]) {
      expect(text).to.contain(each);
    }
  });

  it('[N-02] shows the national ID masked and has it nowhere in the page', async () => {
    const page = await show();
    expect(page.text()).to.contain('198476-*****');
    expect(page.element.renderRoot.textContent).not.to.contain('00031');
  });

  it('[P-30] leaves out what the account does not ask for', async () => {
    const page = await show({
      account: withSettings({
        patientMessage: false,
        fields: {
          address1: false,
          address2: false,
          postalCode: false,
          mobile: true,
          email: false,
          campaignCode: false,
        },
      }),
    });
    expect(page.text()).not.to.match(/Bankveien|Beskjed|Kampanjekode|example\.com/);
  });

  it('[P-30] leads to each part that can be changed', async () => {
    const page = await show();
    const parts: string[] = [];
    page.element.addEventListener('opus-go-to', (event: OpusGoToEvent) => parts.push(event.part));
    for (const each of page.buttons().filter((it) => shownName(it) === 'Endre')) each.click();
    expect(parts).to.deep.equal(['time', 'treatment', 'clinician', 'clinic', 'details']);
    expect(page.buttonNames()).to.include('Endre behandling');
  });

  it('[P-06] offers no change where there is nothing else to choose', async () => {
    const page = await show({ account: oneClinicAccount });
    expect(page.buttonNames()).not.to.include('Endre klinikk');
    expect(page.buttonNames()).to.include('Endre tid');
  });

  it('[P-22] says the time by the clinic’s clock', async () => {
    const page = await show({
      heldSlot: { ...heldSlot, start: '2026-11-27T07:00:00Z' },
    });
    expect(page.text()).to.contain('08:00 – 08:30');
  });

  it('[P-30] books, and not twice while it does', async () => {
    const page = await show();
    let books = 0;
    page.element.addEventListener('opus-book', () => (books += 1));
    const book = button(page, 'Bestill timen');
    const width = book.getBoundingClientRect().width;
    book.click();
    page.element.busy = 'book';
    await page.settled();
    expect(shownName(book)).to.equal('Bestiller …');
    expect(book.getBoundingClientRect().width).to.equal(width);
    expect(book.getAttribute('aria-disabled')).to.equal('true');
    book.click();
    expect(books).to.equal(1);
  });

  it('[P-31] announces a code only where one will come', async () => {
    const page = await show();
    expect(page.text()).to.contain('kode');
    page.element.account = withSettings({ confirmation: 'none' });
    await page.settled();
    expect(page.text()).not.to.contain('kode som');
  });

  it('is accessible', async () => {
    const page = await show();
    await expect(page.element).to.be.accessible();
    page.element.busy = 'book';
    await page.settled();
    await expect(page.element).to.be.accessible();
  });
});

/** Begins to correct number or address, which is loaded for it. */
async function correct(code: Awaited<ReturnType<typeof showCode>>['code'], name: string) {
  button(code, name).click();
  await waitUntil(() => !code.labels().includes('Kode'), 'the correction comes');
  await code.settled();
}

describe('opus-review with a code', () => {
  before(() => loadFormWords('nb'));

  it('[P-31] says where the code went, and until when the time is held', async () => {
    const { code } = await showCode();
    expect(code.headings()).to.deep.equal(['Skriv inn koden']);
    expect(code.text()).to.contain('på SMS til *** ** 567 og på e-post til o***@example.com');
    expect(code.text()).to.contain('Tiden holdes av for deg til kl. 12:10.');
    expect(focused()?.tagName).to.equal('H2');
  });

  it('[P-31] sends six digits, by Enter too', async () => {
    const { page, code } = await showCode();
    const sent: string[] = [];
    page.element.addEventListener('opus-code', (event: OpusCodeEvent) => sent.push(event.code));
    await code.field('Kode').type('123 456');
    button(code, 'Bekreft timen').click();
    await code.field('Kode').type('');
    await code.field('Kode').enter();
    expect(sent).to.deep.equal(['123456', '123456']);
  });

  it('[P-31] sends the code once while it is being checked', async () => {
    const { page, code } = await showCode();
    let sent = 0;
    page.element.addEventListener('opus-code', () => (sent += 1));
    await code.field('Kode').type('123456');
    page.element.busy = 'code';
    await page.settled();
    await code.settled();
    await code.field('Kode').enter();
    button(code, 'Bekrefter …').click();
    expect(sent).to.equal(0);
  });

  it('[P-31] asks for six digits in words before anything is sent', async () => {
    const { page, code } = await showCode();
    let sent = 0;
    page.element.addEventListener('opus-code', () => (sent += 1));
    button(code, 'Bekreft timen').click();
    await code.settled();
    expect(code.errors()['Kode']).to.contain('Skriv inn koden.');
    await code.field('Kode').type('123');
    button(code, 'Bekreft timen').click();
    await code.settled();
    expect(code.errors()['Kode']).to.contain('Koden skal ha seks siffer.');
    expect(sent).to.equal(0);
  });

  it('[P-31] says how many tries are left, and puts focus back on the code', async () => {
    const { page, code } = await showCode();
    await code.field('Kode').type('123456');
    (focused() as HTMLElement).blur();
    page.element.codeError = { kind: 'code-wrong', triesLeft: 3 };
    await page.settled();
    await code.settled();
    expect(code.errors()['Kode']).to.contain('Koden stemmer ikke. Du har 3 forsøk igjen.');
    expect(focused()).to.equal(code.field('Kode').control);
    expect(code.field('Kode').control.value).to.equal('123456');
    page.element.codeError = { kind: 'code-wrong', triesLeft: 1 };
    await page.settled();
    await code.settled();
    expect(code.errors()['Kode']).to.contain('Du har ett forsøk igjen.');
  });

  it('[P-31] says in words when the code is over, wrong too often, or asked for too often', async () => {
    const { page, code } = await showCode();
    for (const [kind, words] of [
      ['code-expired', 'gjelder ikke lenger'],
      ['too-many-tries', 'for mange ganger'],
      ['rate-limited', 'mange forsøk på kort tid'],
    ] as const) {
      page.element.codeError = { kind };
      await page.settled();
      await code.settled();
      expect(code.errors()['Kode']).to.contain(words);
    }
  });

  it('[P-31] lets another code be asked for only after the wait', async () => {
    const { page, code } = await showCode({ pending: pendingIn(1.9) });
    let resends = 0;
    page.element.addEventListener('opus-resend', () => (resends += 1));
    expect(code.text()).to.contain('Ny kode kan sendes om 0:02');
    expect(code.buttons().map(shownName)).not.to.include('Send ny kode');
    await aTimeout(2100);
    await code.settled();
    page.element.busy = 'code';
    await page.settled();
    await code.settled();
    button(code, 'Send ny kode').click();
    expect(resends).to.equal(0);
    page.element.busy = undefined;
    await page.settled();
    await code.settled();
    await code.field('Kode').type('123');
    button(code, 'Send ny kode').click();
    expect(resends).to.equal(1);
    page.element.pending = pendingIn(60);
    await page.settled();
    await code.settled();
    expect(code.text()).to.contain('Vi har sendt en ny kode.');
    expect(code.field('Kode').control.value, 'of the code before').to.equal('');
    expect(code.text()).to.match(/Ny kode kan sendes om (1:00|0:59)/);
    expect(focused()).to.equal(code.field('Kode').control);
  });

  describe('where the browser reads codes from SMS', () => {
    const get = navigator.credentials.get.bind(navigator.credentials);
    let asked: (CredentialRequestOptions & { otp?: unknown })[] = [];
    let give: (credential: unknown) => void;

    beforeEach(() => {
      asked = [];
      Object.assign(window, { OTPCredential: class {} });
      navigator.credentials.get = (options = {}) => {
        asked.push(options);
        return new Promise((done, fail) => {
          give = done as typeof give;
          options.signal?.addEventListener('abort', () => fail(new DOMException('', 'AbortError')));
        });
      };
    });
    afterEach(() => {
      navigator.credentials.get = get;
      delete (window as { OTPCredential?: unknown }).OTPCredential;
    });

    it('[P-31] fills in the code of the SMS, and leaves confirming to the patient', async () => {
      const { page, code } = await showCode();
      let sent = '';
      page.element.addEventListener('opus-code', (event: OpusCodeEvent) => (sent = event.code));
      await waitUntil(() => asked.length === 1);
      expect(asked[0]?.otp).to.deep.equal({ transport: ['sms'] });
      give({ code: '246810' });
      await waitUntil(() => code.field('Kode').control.value === '246810');
      expect(sent).to.equal('');
      button(code, 'Bekreft timen').click();
      expect(sent).to.equal('246810');
    });

    it('[P-31] waits no longer once the step is left', async () => {
      const { page } = await showCode();
      await waitUntil(() => asked.length === 1);
      expect(asked[0]?.signal?.aborted).to.equal(false);
      page.element.remove();
      expect(asked[0]?.signal?.aborted).to.equal(true);
    });
  });

  it('[P-31] asks no browser that cannot', async () => {
    if ('OTPCredential' in window) return;
    const { credentials } = navigator;
    const get = credentials.get.bind(credentials);
    let asked = 0;
    credentials.get = (...options) => {
      asked += 1;
      return get(...options);
    };
    await showCode();
    await aTimeout(50);
    credentials.get = get;
    expect(asked).to.equal(0);
  });

  it('[P-31] takes a code as it was pasted, with spaces, dashes or the whole message', async () => {
    const { code } = await showCode();
    const { control } = code.field('Kode');
    for (const text of [
      ' 123 456 ',
      '123-456',
      '12 34 56',
      '123–456',
      '123456 er koden din for å bekrefte timen. Den gjelder i 10 minutter.\n\n@timebok.example #123456',
    ]) {
      control.value = text;
      control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      expect(control.value, text).to.equal('123456');
    }
    expect(control.getAttribute('autocomplete')).to.equal('one-time-code');
    expect(control.inputMode).to.equal('numeric');
  });

  it('[P-31] says at once that a code has run out, without being asked', async () => {
    const { code } = await showCode({ pending: pendingIn(60, 1) });
    expect(code.errors()).to.deep.equal({});
    await waitUntil(() => code.errors()['Kode']?.includes('Koden gjelder ikke lenger'), 'told');
    expect(code.text()).not.to.contain('Tiden holdes av');
  });

  it('[P-31] corrects number and address without losing the time', async () => {
    const { page, code } = await showCode();
    await correct(code, 'Endre nummeret mitt');
    expect(code.labels()).to.deep.equal(['Mobiltelefonnummer *', 'E-postadresse *']);
    expect(focused()).to.equal(code.field('Mobiltelefonnummer').control);
    await code.field('Mobiltelefonnummer').retype('412 34');
    button(code, 'Lagre og send ny kode').click();
    await code.settled();
    expect(code.errors()['Mobiltelefonnummer']).to.contain('for få eller for mange siffer');
    await code.field('Mobiltelefonnummer').retype('98765432');
    const answer = page.next<OpusContactEvent>('opus-contact');
    button(code, 'Lagre og send ny kode').click();
    expect((await answer).contact).to.deep.equal({
      mobile: '+4798765432',
      email: 'ola.nordmann@example.com',
    });
    page.element.pending = pendingIn(60);
    await page.settled();
    await code.settled();
    expect(code.labels()).to.deep.equal(['Kode']);
  });

  it('[P-31] fits a narrow phone while the number is corrected', async () => {
    const { page, code } = await showCode({
      draft: { ...filledDraft, email: 'a.very.long.address.of.somebody@example.com' },
    });
    page.element.style.inlineSize = '280px';
    await correct(code, 'Endre nummeret mitt');
    const { right } = page.element.getBoundingClientRect();
    for (const field of code.fields()) {
      expect(field.element.getBoundingClientRect().right).to.be.at.most(right);
      expect(field.control.getBoundingClientRect().right).to.be.at.most(right);
    }
  });

  it('[P-31] leaves the correction again', async () => {
    const { code } = await showCode();
    await correct(code, 'Endre nummeret mitt');
    button(code, 'Avbryt').click();
    await code.settled();
    expect(code.labels()).to.deep.equal(['Kode']);
  });

  it('[P-31] offers only what the account asks for', async () => {
    const { code } = await showCode({
      account: withSettings({ fields: { ...opusAccount.settings.fields, mobile: false } }),
    });
    await correct(code, 'Endre e-postadressen min');
    expect(code.labels()).to.deep.equal(['E-postadresse *']);
  });

  it('[N-02] keeps code and contact inside', async () => {
    const { page, code } = await showCode();
    const heard: string[] = [];
    const listen = (event: Event) => heard.push(event.type);
    window.addEventListener('input', listen);
    const inside = page.next<OpusCodeEvent>('opus-code');
    await code.field('Kode').type('123456');
    await code.field('Kode').enter();
    window.removeEventListener('input', listen);
    expect((await inside).composed).to.equal(false);
    expect(heard).to.deep.equal([]);
  });

  it('[P-11] goes back', async () => {
    const { page, code } = await showCode();
    const back = page.next('opus-back');
    button(code, 'Gå tilbake').click();
    await back;
  });

  it('is accessible with the code, with an error, while correcting', async () => {
    const { page, code } = await showCode();
    await expect(page.element).to.be.accessible();
    page.element.codeError = { kind: 'code-wrong', triesLeft: 2 };
    await page.settled();
    await expect(page.element).to.be.accessible();
    await correct(code, 'Endre nummeret mitt');
    await expect(page.element).to.be.accessible();
  });
});
