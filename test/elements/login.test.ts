import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/login.js';
import '../../src/define/session-code.js';
import { BookingError } from '../../src/api/booking-error.js';
import type { Account } from '../../src/contract/index.js';
import type { Login } from '../../src/elements/login/login.js';
import type { SessionCode } from '../../src/elements/login/session-code.js';
import type { OpusSessionConfirmedEvent } from '../../src/events/session-confirmed-event.js';
import { load } from '../../src/locales/load-locale.js';
import { loginWords } from '../../src/locales/login-words.js';
import { SessionController } from '../../src/state/session/session-controller.js';
import { withSettings } from '../../stories/fixtures/account.js';
import { ScriptedSessionApi, sessionOf } from '../state/support/scripted-session-api.js';
import { focused, FormPage } from './support/form-page.js';
import { waitUntil } from '../support/wait-until.js';
import { loadFormWords } from '../support/form-words.js';

const bySms = withSettings({ login: { sms: true, eid: [] } });
const byBoth = withSettings({
  login: {
    sms: true,
    eid: [
      { id: 'bankid', name: 'BankID' },
      { id: 'buypass', name: 'Buypass' },
    ],
  },
});

async function show(account: Account = bySms, inputs: Partial<Login> = {}) {
  const api = new ScriptedSessionApi();
  const session = new SessionController(api);
  const element = await fixture<Login>(html`<opus-login lang="nb"></opus-login>`);
  Object.assign(element, { account, session, ...inputs });
  const page = new FormPage(element);
  await page.settled();
  return { api, session, page };
}

/** Types into the field of a name, in place of what is there. */
async function type(page: FormPage, name: string, text: string) {
  const field = page.fields().find(({ element }) => element.name === name);
  if (!field) throw new Error(`No field "${name}".`);
  await field.retype(text);
}

/** Fills in the form and asks for a code. */
async function ask(page: FormPage, nationalId = '19847600031', mobile = '412 34 567') {
  await type(page, 'nationalId', nationalId);
  await type(page, 'mobile', mobile);
  button(page, 'Send meg en kode').click();
  await page.settled();
}

function button(page: FormPage, name: string): HTMLButtonElement {
  const found = page.buttons().find((each) => each.innerText.trim() === name);
  if (!found) throw new Error(`No "${name}" in ${page.buttonNames().join(', ')}`);
  return found;
}

async function codeForm(page: FormPage): Promise<FormPage> {
  await waitUntil(() => page.all('opus-code-form').length > 0, 'the code is asked for');
  const [element] = page.all<HTMLElementTagNameMap['opus-code-form']>('opus-code-form');
  if (!element) throw new Error('No code is asked for.');
  const form = new FormPage(element);
  await form.settled();
  return form;
}

async function enter(form: FormPage, code: string, name = 'Logg inn') {
  await type(form, 'code', code);
  button(form, name).click();
  await form.settled();
}

function status(page: FormPage): string {
  return page.all('[role="status"]').map((each) => each.innerText.trim())[0] ?? '';
}

/** The text of a notice, which lies in its own shadow. */
function noticed(page: FormPage): string {
  return page
    .all<HTMLElementTagNameMap['opus-notice']>('opus-notice')
    .map(({ renderRoot }) => (renderRoot.firstElementChild as HTMLElement).innerText)
    .join(' ');
}

describe('opus-login', () => {
  const { open } = window;

  before(async () => {
    await Promise.all([loadFormWords('nb'), load(loginWords, 'nb')]);
  });

  afterEach(() => {
    window.open = open;
  });

  it('[P-33] logs in with national ID, mobile and code, and tells so without personal data', async () => {
    const { api, session, page } = await show();
    await expect(page.element).to.be.accessible();
    await ask(page);
    expect(api.last('login')[0]).to.deep.equal({
      nationalId: '19847600031',
      mobile: '+4741234567',
      lang: 'nb',
    });
    const form = await codeForm(page);
    await expect(page.element).to.be.accessible();
    const told = page.next('opus-login');
    await enter(form, '123456');
    const event = await told;
    expect(api.last('loginCode')).to.deep.equal(['login-1', 'login-token', '123456']);
    expect(session.current?.patient.firstName).to.equal('Kari');
    expect(Object.keys(event).filter((key) => key !== 'isTrusted')).to.deep.equal([]);
  });

  it('[P-33] says the same of everybody: "if these details match", never whether they do', async () => {
    const { page } = await show();
    await ask(page);
    await codeForm(page);
    expect(page.text()).to.contain('Hvis opplysningene stemmer');
    expect(page.text()).to.contain('412 34 567');
    expect(noticed(page)).to.contain('Får du ingen kode?').and.contain('Ring klinikken');
  });

  it('[P-29] says what the star beside a field means, once and only where there is one', async () => {
    const { page } = await show(byBoth);
    expect(page.text().split('* Obligatoriske felt')).to.have.length(2);
    const { page: withoutForm } = await show(
      withSettings({ login: { sms: false, eid: [{ id: 'bankid', name: 'BankID' }] } }),
    );
    expect(withoutForm.text()).not.to.contain('Obligatoriske');
  });

  it('[P-26] says what is wrong with ID and number before anything is sent', async () => {
    const { api, page } = await show();
    await ask(page, '19847600032', '12');
    expect(api.count('login')).to.equal(0);
    expect(page.all('opus-error-summary').length).to.equal(1);
    expect(
      page.all<HTMLElement & { error: string }>('[name]').map(({ error }) => error !== ''),
    ).to.deep.equal([true, true]);
  });

  it('[P-33] a wrong code says how many tries are left and takes focus; another code can be had', async () => {
    const { api, page } = await show();
    api.started = { ...api.started, resendAfter: 0 };
    await ask(page);
    const form = await codeForm(page);
    await enter(form, '000000');
    await waitUntil(() => form.all<HTMLElement & { error: string }>('opus-code-field')[0]?.error);
    expect(form.all<HTMLElement & { error: string }>('opus-code-field')[0]?.error).to.contain(
      '4 forsøk',
    );
    expect(focused()?.id).to.equal('control');
    api.started = { ...api.started, id: 'login-2', resendAfter: 30 };
    button(form, 'Send ny kode').click();
    await waitUntil(() => form.text().includes('Ny kode kan sendes om'));
    expect(form.text()).to.contain('Vi har sendt en ny kode.');
    await enter(form, '123456');
    expect(api.last('loginCode')[0]).to.equal('login-2');
  });

  it('[P-29] what was typed can be corrected, and is still there', async () => {
    const { page } = await show();
    await ask(page);
    await codeForm(page);
    button(page, 'Rett opplysningene').click();
    await page.settled();
    expect(page.all<HTMLInputElement>('[name="mobile"]')[0]?.value).to.contain('412');
    expect(page.headings()).to.include('Logg inn');
  });

  it('[P-33] too many tries, an account in maintenance, a page that may not log in: said in words, with the phone', async () => {
    const { api, page } = await show();
    for (const [kind, words] of [
      ['rate-limited', 'vent litt'],
      ['closed', 'vedlikehold'],
      ['not-allowed', 'på denne måten her'],
      ['offline', 'nett'],
    ] as const) {
      api.next('login', new BookingError(kind));
      await ask(page);
      await waitUntil(
        () => noticed(page).toLowerCase().includes(words),
        `${kind}: ${noticed(page)}`,
      );
      expect(noticed(page)).to.contain('Ring klinikken');
    }
    await expect(page.element).to.be.accessible();
  });

  it('[P-33] e-ID opens its window in the click, waits for the service, and logs in', async () => {
    const { api, session, page } = await show(byBoth);
    await expect(page.element).to.be.accessible();
    let isInClick = false;
    let opened = 0;
    window.open = () => {
      opened += isInClick ? 1 : 0;
      return null;
    };
    isInClick = true;
    button(page, 'Logg inn med BankID').click();
    isInClick = false;
    expect(opened).to.equal(1);
    await waitUntil(() => page.links().length > 0, 'a real link where the window was blocked');
    await expect(page.element).to.be.accessible();
    const [link] = page.links();
    expect(link?.href).to.equal('https://idp.example/go');
    expect(link?.rel).to.equal('opener');
    expect(link?.innerText.trim()).to.equal('Åpne BankID');
    expect(api.last('eidLogin')[0]).to.deep.equal({
      idp: 'bankid',
      returnOrigin: location.origin,
      lang: 'nb',
    });
    await waitUntil(() => session.current, 'logged in');
    expect(api.last('eidExchange')).to.deep.equal(['eid-1', 'eid-token']);
  });

  it('[P-33] waiting for the e-ID can be cancelled, and a refusal is told', async () => {
    const { api, session, page } = await show(byBoth);
    window.open = () => null;
    api.polls = 100;
    button(page, 'Logg inn med BankID').click();
    await page.settled();
    await waitUntil(() => page.buttonNames().some((name) => name.includes('Avbryt')));
    button(page, 'Avbryt').click();
    await page.settled();
    expect(page.headings()[0]).to.equal('Logg inn');
    expect(noticed(page)).to.equal('');
    api.polls = 0;
    api.next('eidExchange', 'not-allowed');
    button(page, 'Logg inn med Buypass').click();
    await waitUntil(() => noticed(page).includes('avbrutt'), 'told');
    expect(session.current).to.equal(undefined);
  });

  it('[P-33] where no window opens the page goes to the provider, if nothing is typed', async () => {
    const { api, page } = await show(byBoth, { returnPath: '/?view=login&eid-return=done' });
    window.open = () => null;
    api.eidStarted = { ...api.eidStarted, url: '#at-the-provider' };
    button(page, 'Logg inn med BankID').click();
    await page.settled();
    expect(status(page)).to.equal('Logger inn …');
    await expect(page.element).to.be.accessible();
    await waitUntil(() => location.hash === '#at-the-provider', 'the page has left');
    history.replaceState(null, '', location.pathname + location.search);
    expect(api.last('eidRedirect')).to.deep.equal([
      { idp: 'bankid', returnPath: '/?view=login&eid-return=done', lang: 'nb' },
    ]);
    expect(api.count('eidLogin')).to.equal(0);
    button(page, 'Avbryt').click();
    await page.settled();

    await type(page, 'mobile', '412 34 567');
    await page.settled();
    button(page, 'Logg inn med BankID').click();
    await waitUntil(() => page.links().length > 0, 'a link keeps what is typed');
    expect(api.count('eidRedirect')).to.equal(1);
  });

  it('[P-33] back from the provider the session is fetched, and a refusal is told', async () => {
    const { api, session, page } = await show(byBoth, { isBack: true });
    await waitUntil(() => session.current, 'logged in');
    expect(api.count('eidReturn')).to.equal(1);
    expect(noticed(page)).to.equal('');

    const other = await show(byBoth);
    other.api.next('eidReturn', 'not-allowed');
    Object.assign(other.page.element, { isBack: true });
    await other.page.settled();
    await waitUntil(() => noticed(other.page).includes('avbrutt'), 'told');
    expect(other.session.current).to.equal(undefined);
    expect(other.page.headings()[0]).to.equal('Logg inn');
    expect(other.api.count('eidReturn')).to.equal(1);
  });

  it('[P-10] the e-ID of a link comes first', async () => {
    const { page } = await show(byBoth, { idp: 'buypass' });
    expect(page.buttons()[0]?.innerText).to.contain('Buypass');
  });

  it('[P-33] offers no other ways than the account has', async () => {
    const { page } = await show(
      withSettings({ login: { sms: false, eid: [{ id: 'b', name: 'BankID' }] } }),
    );
    expect(page.all('[name]').length).to.equal(0);
    expect(page.buttonNames().length).to.equal(1);
  });

  it('[N-02] forgets the national ID once it is not needed', async () => {
    const { page } = await show();
    await ask(page);
    await enter(await codeForm(page), '123456');
    await page.settled();
    await waitUntil(() => page.fields().length > 0);
    expect(page.fields().map(({ element }) => element.value)).to.deep.equal(['', '']);
  });
});

describe('opus-session-code', () => {
  before(async () => {
    await Promise.all([loadFormWords('nb'), load(loginWords, 'nb')]);
  });

  async function showCode(session: SessionController) {
    const element = await fixture<SessionCode>(
      html`<opus-session-code lang="nb"></opus-session-code>`,
    );
    Object.assign(element, { account: bySms, session });
    const page = new FormPage(element);
    await page.settled();
    return page;
  }

  it('[P-43] sends a code, and confirms the session with it', async () => {
    const api = new ScriptedSessionApi();
    api.opens = sessionOf({ needsCode: true });
    const session = new SessionController(api);
    session.take(api.open());
    const page = await showCode(session);
    await expect(page.element).to.be.accessible();
    button(page, 'Send kode').click();
    const form = await codeForm(page);
    expect(page.text()).to.contain('*** ** 432');
    expect(api.last('sendSessionCode')[1]).to.deep.equal({ lang: 'nb' });
    await enter(form, '000000', 'Bekreft');
    await waitUntil(
      () =>
        form.text().includes('stemmer ikke') ||
        form.all<HTMLElement & { error: string }>('opus-code-field')[0]?.error,
    );
    expect(session.current?.needsCode).to.equal(true);
    const told = page.next<OpusSessionConfirmedEvent>('opus-session-confirmed');
    await enter(form, '123456', 'Bekreft');
    expect((await told).isConfirmed).to.equal(true);
    expect(session.current?.needsCode).to.equal(false);
  });

  it('[P-43] asks for a mobile where none is on file', async () => {
    const api = new ScriptedSessionApi();
    const { patient } = sessionOf();
    api.opens = sessionOf({ needsCode: true, patient: { ...patient, mobile: undefined } });
    const session = new SessionController(api);
    session.take(api.open());
    const page = await showCode(session);
    expect(page.text().split('* Obligatoriske felt')).to.have.length(2);
    button(page, 'Send kode').click();
    await page.settled();
    expect(api.count('sendSessionCode')).to.equal(0);
    await type(page, 'mobile', '41234567');
    button(page, 'Send kode').click();
    await codeForm(page);
    expect(api.last('sendSessionCode')[1]).to.deep.equal({ lang: 'nb', mobile: '+4741234567' });
  });

  it('[P-43] can be given up', async () => {
    const api = new ScriptedSessionApi();
    const session = new SessionController(api);
    session.take(api.open({ needsCode: true }));
    const page = await showCode(session);
    const told = page.next<OpusSessionConfirmedEvent>('opus-session-confirmed');
    button(page, 'Avbryt').click();
    expect((await told).isConfirmed).to.equal(false);
  });
});
