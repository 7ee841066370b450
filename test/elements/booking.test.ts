import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define/booking.js';
import { BookingError } from '../../src/api/booking-error.js';
import type { Account, BookingRequest, HoldRequest, Slot } from '../../src/contract/index.js';
import type { Booking } from '../../src/elements/booking/booking.js';
import type { OpusBookedEvent } from '../../src/events/booked-event.js';
import { da } from '../../src/locales/da.js';
import { en } from '../../src/locales/en.js';
import { fi } from '../../src/locales/fi.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { nb } from '../../src/locales/nb.js';
import { daProblems } from '../../src/locales/problems/da.js';
import { enProblems } from '../../src/locales/problems/en.js';
import { fiProblems } from '../../src/locales/problems/fi.js';
import { nbProblems } from '../../src/locales/problems/nb.js';
import { svProblems } from '../../src/locales/problems/sv.js';
import { sv } from '../../src/locales/sv.js';
import { clinicsOfAsker, catalogue } from '../domain/support/catalogue.js';
import { nextMonday, ScriptedApi } from '../state/support/scripted-api.js';
import { below, BookingPage as Page, textOf } from './support/booking-page.js';
import { waitUntil } from '../support/wait-until.js';

const languages = {
  nb: { ...nb, ...nbProblems },
  sv: { ...sv, ...svProblems },
  fi: { ...fi, ...fiProblems },
  da: { ...da, ...daProblems },
  en: { ...en, ...enProblems },
};

async function open(api: ScriptedApi, attributes: Partial<Booking> = {}): Promise<Page> {
  await loadLocale('en');
  const { clinic, group, treatment, initialChoices } = attributes;
  const element = await fixture<Booking>(
    html`<opus-booking
      lang="en"
      account="test"
      .client=${api}
      .clinic=${clinic}
      .group=${group}
      .treatment=${treatment}
      .initialChoices=${initialChoices}
    ></opus-booking>`,
  );
  return new Page(element);
}

async function toTime(api: ScriptedApi): Promise<Page> {
  const page = await open(api);
  await page.press(/^hvalstad/);
  await page.press(/^exam/);
  await page.press(/^lise/);
  await page.shows('Choose a time');
  return page;
}

async function toReview(api: ScriptedApi): Promise<Page> {
  const page = await toTime(api);
  await page.press(/08:00|09:00/);
  await page.fillIn();
  await page.shows(/Kari Nordmann/);
  return page;
}

const codeFree = () => new ScriptedApi(clinicsOfAsker({ confirmation: 'none' }));

describe('opus-booking', function () {
  this.timeout(20_000);

  it('[P-47] shows the first free time on the cards, in their kept room', async () => {
    const api = new ScriptedApi();
    const page = await open(api);
    await page.shows('Choose a clinic');
    const picker = page.element.shadowRoot!.querySelector('opus-clinic-picker')!;
    const lines = () => [...picker.shadowRoot!.querySelectorAll('.first')];
    const cards = () =>
      [...picker.shadowRoot!.querySelectorAll('.choose')].map((card) => textOf(card).trim());
    const heights = lines().map((line) => line.clientHeight);
    expect(Math.min(...heights)).to.be.greaterThan(20);
    await waitUntil(() => lines().some((line) => textOf(line) !== ''));
    const texts = lines().map((line) => textOf(line).trim());
    const hvalstad = texts[cards().indexOf('hvalstad')];
    expect(hvalstad).to.match(/^First free ?: (today|tomorrow|\w+,? \d+ \w+) \d\d:00$/);
    const others = texts.filter((text) => text !== hvalstad);
    // Only some browsers write the comma.
    expect(others.map((text) => text.replace(',', ''))).to.include('None free before Thu 1 Jan');
    expect(lines().map((line) => line.clientHeight)).to.deep.equal(heights);
  });

  it('goes from the clinic to the receipt, accessible in each step', async () => {
    const api = new ScriptedApi();
    const page = await open(api);
    await page.shows('Choose a clinic');
    await expect(page.element).to.be.accessible();
    await page.press(/^hvalstad/);
    await page.focusesHeading('treatment');
    await expect(page.element).to.be.accessible();
    await page.press(/^exam/);
    await page.focusesHeading('clinician');
    await expect(page.element).to.be.accessible();
    await page.press(/^lise/);
    await page.focusesHeading('Choose a time');
    await page.button(/0[89]:00/);
    await expect(page.element).to.be.accessible();
    await page.press(/0[89]:00/);
    await page.focusesHeading('Your details');
    await expect(page.element).to.be.accessible();
    await page.fillIn();
    await page.shows('Kari Nordmann');
    await expect(page.element).to.be.accessible();
    await page.press(/^Book/);
    await page.shows('*** ** 881');
    await expect(page.element).to.be.accessible();
    const booked: Promise<OpusBookedEvent> = oneEvent(page.element, 'opus-booked');
    page
      .all('opus-review')[0]
      ?.dispatchEvent(Object.assign(new Event('opus-code', { bubbles: true }), { code: '123456' }));
    expect((await booked).clinic).to.equal('hvalstad');
    await page.shows('kari@example.com');
    await expect(page.element).to.be.accessible();
  });

  it('[P-41] tells each step to the page around, without anything of the patient', async () => {
    const told: string[] = [];
    const note = (event: Event) => told.push(event.type + JSON.stringify(event));
    const names = ['step-change', 'selection-change', 'hold', 'booked', 'error'];
    for (const name of names) document.addEventListener(`opus-${name}`, note);
    const page = await toReview(codeFree());
    await page.press(/^Book/);
    await page.shows('kari@example.com');
    for (const name of names) document.removeEventListener(`opus-${name}`, note);
    expect(told.filter((each) => each.includes('step-change'))).to.have.length(6);
    expect(told.some((each) => each.startsWith('opus-hold'))).to.equal(true);
    expect(told.join()).not.to.match(/Kari|Nordmann|190476|kari@|99999999|exam/);
  });

  it('a page may keep the patient on the step', async () => {
    const page = await open(new ScriptedApi());
    page.element.addEventListener('opus-before-step-change', (event) => event.preventDefault());
    await page.press(/^hvalstad/);
    expect(page.element.currentStep).to.equal('clinic');
  });

  it('[P-23] tells at once that the time is taken, keeps what is typed, and books another one', async () => {
    const api = codeFree();
    const page = await toReview(api);
    const first = api.free[0] as Slot;
    api.take(first.start);
    const [half, full] = api.live as [Slot, Slot];
    const offered = [full, half];
    api.next('book', new BookingError('slot-taken', { alternatives: offered }));
    await page.press(/^Book/);
    await page.focusesHeading('took that time');
    await expect(page.element).to.be.accessible();
    expect(page.text).to.include('Kari Nordmann');
    await page.press(/\d\d:30 – \d\d:00 with lise/);
    await page.press(/^Book/);
    await page.shows('kari@example.com');
    const [request] = api.last('book') as [BookingRequest];
    expect(request.patient).to.include({ firstName: 'Kari', lastName: 'Nordmann' });
    // The time on the button that was pressed, not the first one offered.
    expect((api.last('hold')[0] as HoldRequest).start).to.equal(half.start);
  });

  it('[P-29] keeps every typed field through a step back, a lost connection and another language', async () => {
    const api = codeFree();
    api.value = { ...api.value, languages: ['en', 'nb'] };
    const page = await toReview(api);
    api.next('book', 'offline');
    await page.press(/^Book/);
    await page.shows('You are offline');
    await page.press(/^Go back/);
    await page.shows('Your details');
    const value = (name: string) => (page.all(`[name="${name}"]`)[0] as HTMLInputElement).value;
    expect(value('firstName')).to.equal('Kari');
    const select = page.all('select')[0] as HTMLSelectElement;
    select.value = 'nb';
    select.dispatchEvent(new Event('change'));
    await page.shows('Fornavn');
    expect(value('firstName')).to.equal('Kari');
    expect(value('nationalId')).to.contain('49954');
    expect((page.all('input[type="checkbox"]')[0] as HTMLInputElement).checked).to.equal(true);
  });

  it('[P-29] another language changes the words alone: step, time, typed text, faults and focus stay', async () => {
    const api = codeFree();
    api.value = { ...api.value, languages: ['en', 'nb', 'sv', 'fi', 'da'] };
    const page = await toTime(api);
    await page.press(/0[89]:00/);
    await page.shows('Your details');
    const typed = { firstName: 'Kari', nationalId: '190476-49955', message: 'Jeg gruer meg.' };
    for (const [name, value] of Object.entries(typed)) await page.type(name, value);
    (page.all('button[type="submit"]')[0] as HTMLElement).click();
    await page.shows(en.consentProblem);
    const chosen = page.element.choices;
    const held = api.count('hold');
    const headings = Object.values(languages).map(({ detailsHeading }) => detailsHeading);

    for (const [language, words] of Object.entries(languages)) {
      await page.speak(language);
      await page.shows(words.detailsHeading);
      await page.shows(words.consentProblem);
      await page.shows(words.nationalIdProblem('checksum', 'NO'));
      await page.shows(words.stepShown(5, 6, words.stepDetails));
      expect(headings.filter((each) => page.text.includes(each))).to.deep.equal([
        words.detailsHeading,
      ]);
      expect(page.element.currentStep).to.equal('details');
      expect(page.element.choices).to.deep.equal(chosen);
      for (const [name, value] of Object.entries(typed)) {
        expect(page.value(name), name).to.equal(value);
      }
      expect(page.focused?.localName).to.equal('select');
      expect((page.focused as HTMLSelectElement).value).to.equal(language);
      expect(page.all('.base')[0]?.lang).to.equal(language);
    }
    expect(api.count('hold')).to.equal(held);
    await expect(page.element).to.be.accessible();
  });

  it('[P-29] the language that the patient chose stays when the page around changes its own', async () => {
    const api = new ScriptedApi();
    api.value = { ...api.value, languages: ['en', 'fi', 'sv'] };
    const page = await open(api);
    await page.speak('fi');
    await page.shows(fi.chooseClinic);
    page.element.lang = 'sv';
    await page.element.updateComplete;
    await aTimeout(100);
    await page.shows(fi.chooseClinic);
  });

  it('[P-07] [P-40] the account’s own texts are in the language that is spoken, else marked with their own', async () => {
    const api = codeFree();
    const texts = {
      ...api.value.texts,
      welcomeHeading: 'Tervetuloa',
      maintenance: 'Huoltokatko.',
      provider: 'Opus Suomi',
      translations: {
        sv: {
          welcomeHeading: 'Välkommen hit',
          maintenance: 'Vi är strax tillbaka.',
          provider: 'Opus i Finland',
        },
      },
    };
    api.value = { ...api.value, languages: ['fi', 'sv', 'en'], textLanguage: 'fi', texts };
    const page = await open(api);
    const langOf = (text: string) =>
      page.all('[lang]').find((each) => textOf(each).trim() === text)?.lang;
    await page.shows('Tervetuloa');
    expect(langOf('Tervetuloa')).to.equal('fi');
    await page.speak('sv');
    await page.shows('Välkommen hit');
    await page.shows('Opus i Finland');
    expect(langOf('Välkommen hit')).to.equal('sv');
    await page.speak('fi');
    await page.shows('Tervetuloa');
    expect(api.count('account')).to.equal(1);
    await expect(page.element).to.be.accessible();
    api.value = { ...api.value, status: 'maintenance' };
    const closed = await open(api);
    await closed.shows('Huoltokatko.');
    await closed.speak('sv');
    await closed.shows('Vi är strax tillbaka.');
  });

  it('[P-28] the consent that was ticked is sent with its language, and stays when another is spoken', async () => {
    const api = codeFree();
    const translations = { sv: { consentText: 'Jag samtycker.', patientInfoText: 'Fyll i allt.' } };
    const texts = { ...api.value.texts, consentText: 'Suostun.', clinicText: 'Hei.', translations };
    api.value = { ...api.value, languages: ['en', 'sv', 'fi'], textLanguage: 'fi', texts };
    const page = await toTime(api);
    await page.press(/08:00|09:00/);
    await page.shows('Suostun.');
    await page.speak('sv');
    await page.shows('Jag samtycker.');
    await page.shows('Fyll i allt.');
    await page.speak('en');
    await page.fillIn();
    await page.shows(/Kari Nordmann/);
    await page.speak('sv');
    await page.press(/^Boka/);
    await page.shows(sv.receiptHeading);
    const [request] = api.last('book') as [BookingRequest];
    expect(request.lang).to.equal('sv');
    expect(request.consent.lang).to.equal('fi');
  });

  it('[P-29] another language keeps the week in view', async () => {
    const api = new ScriptedApi();
    api.value = { ...api.value, languages: ['en', 'fi'] };
    const page = await toTime(api);
    await page.button(/0[89]:00/);
    await page.press(/^Next week$/);
    await page.shows('No free times this week');
    await page.speak('fi');
    await page.shows(fi.noTimesInWeek);
    await page.press(/^Edellinen viikko$/);
    await page.button(/[89][.]00/);
  });

  it('[P-29] another language keeps the code that is half typed, and says what was wrong with it', async () => {
    const api = new ScriptedApi();
    api.value = { ...api.value, languages: ['en', 'da'] };
    const page = await toReview(api);
    await page.press(/^Book/);
    await page.shows('*** ** 881');
    await page.type('code', '123');
    await page.press(/^Confirm the/);
    await page.shows(enProblems.codeProblem('length'));
    await page.speak('da');
    await page.shows(daProblems.codeProblem('length'));
    expect(page.value('code')).to.equal('123');
  });

  for (const [around, browser, spoken] of [
    // Neither the page around nor anybody else speaks the patient's language better than the patient's browser.
    ['sv', ['en-US'], 'en'],
    ['sv', ['fi', 'nb-NO', 'en'], 'nb'],
    ['en', ['nb-NO'], 'en'],
    ['sv', ['fi', 'de'], 'nb'],
  ] as const) {
    it(`[P-29] speaks ${spoken} on a page in ${around} for a browser in ${browser.join(', ')}, where the account speaks nb and en`, async () => {
      const api = new ScriptedApi();
      api.value = { ...api.value, languages: ['nb', 'en'] };
      Object.defineProperty(navigator, 'languages', { configurable: true, get: () => browser });
      try {
        const frame = await fixture(
          html`<div lang=${around}>
            <opus-booking account="test" .client=${api}></opus-booking>
          </div>`,
        );
        const page = new Page(frame.querySelector('opus-booking')!);
        await page.shows(languages[spoken].chooseClinic);
        await waitUntil(() => page.all('.base')[0]?.lang === spoken);
      } finally {
        Reflect.deleteProperty(navigator, 'languages');
      }
    });
  }

  it('a language of the page around that the account does not list is shown as chosen', async () => {
    const api = new ScriptedApi();
    api.value = { ...api.value, languages: ['nb', 'da'] };
    const page = await open(api);
    await page.shows('Choose a clinic');
    const select = page.all('select')[0] as HTMLSelectElement;
    expect(select.value).to.equal('en');
    expect([...select.options].map(({ value }) => value)).to.have.members(['nb', 'da', 'en']);
  });

  it('[P-29] goes on by itself when the connection is back', async () => {
    const api = codeFree();
    const page = await toReview(api);
    api.next('book', 'offline');
    await page.press(/^Book/);
    await page.shows('You are offline');
    window.dispatchEvent(new Event('online'));
    await page.shows('kari@example.com');
  });

  it('[P-17] says nothing of a week that could not be loaded, and shows it once it can', async () => {
    const api = new ScriptedApi();
    const page = await toTime(api);
    await page.button(/0[89]:00/);
    await waitUntil(() => api.count('slots') > 1);
    // One for the week that is loaded ahead, one for the patient's own request.
    api.next('slots', 'offline');
    api.next('slots', 'offline');
    await page.press(/^Next week$/);
    await page.shows('No free times this week');
    await page.press(/^Next week$/);
    await page.shows('You are offline');
    expect(page.all('.panel')[0]?.inert).to.equal(true);
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => !page.all('.panel')[0]?.inert);
    await page.shows('No free times this week');
  });

  it('[P-20] opens the first week with free times also when that took a second try', async () => {
    const api = new ScriptedApi();
    api.next('slots', 'offline');
    const page = await toTime(api);
    await page.shows('You are offline');
    window.dispatchEvent(new Event('online'));
    await page.button(/0[89]:00/);
  });

  it('[P-31] a code that ran out: what was typed is kept, and booking once more brings a new one', async () => {
    const api = new ScriptedApi();
    const page = await toReview(api);
    await page.press(/^Book/);
    await page.shows('*** ** 881');
    api.next('confirm', 'code-expired');
    await page.enterCode('123456');
    await page.shows('The code is no longer valid');
    await page.shows('Kari Nordmann');
    await expect(page.element).to.be.accessible();
    await page.press(/^Book/);
    await page.shows('*** ** 881');
    expect(api.count('book')).to.equal(2);
  });

  it('[P-31] a lost connection while the code is sent is said, and the code still stands', async () => {
    const api = new ScriptedApi();
    const page = await toReview(api);
    await page.press(/^Book/);
    await page.shows('*** ** 881');
    api.next('confirm', 'offline');
    await page.enterCode('123456');
    await page.shows('You are offline');
    window.dispatchEvent(new Event('online'));
    await page.shows('kari@example.com');
  });

  it('[P-40] maintenance shows the text of the account in place of everything but footer, and comes back', async () => {
    const api = new ScriptedApi();
    const value: Account = api.value;
    api.value = {
      ...value,
      status: 'maintenance',
      texts: { ...value.texts, maintenance: 'Vi vedlikeholder siden vår.', provider: 'Opus' },
    };
    const page = await open(api);
    await page.shows('Vi vedlikeholder siden vår.');
    await page.shows('Service provided by Opus');
    expect(page.all('opus-steps')).to.have.length(0);
    await expect(page.element).to.be.accessible();
    api.value = value;
    await page.press(/^Try again/);
    await page.shows('Choose a clinic');
  });

  for (const [status, words] of [
    ['maintenance', 'Down for maintenance'],
    ['unpublished', 'Online booking is not open'],
  ] as const) {
    it(`[P-40] ${status} in the middle of the form: told with focus, nothing typed lost, and the form is back as it was`, async () => {
      const api = new ScriptedApi();
      const page = await toTime(api);
      await page.press(/0[89]:00/);
      await page.shows('Your details');
      await page.type('firstName', 'Kari');
      await page.type('nationalId', '198476-0003');
      const { value } = api;
      api.value = { ...value, status };
      api.next('extendHold', 'closed');
      await page.press(/^Keep the time/);
      await page.focusesHeading(words);
      await page.shows('What you typed is kept');
      expect(page.all('opus-personal-details')).to.have.length(0);
      await expect(page.element).to.be.accessible();
      // Still closed: the patient stays, and stays told.
      await page.press(/^Try again/);
      await page.shows(words);
      api.value = value;
      await page.press(/^Try again/);
      await page.focusesHeading('Your details');
      const typed = (name: string) => (page.all(`[name="${name}"]`)[0] as HTMLInputElement).value;
      expect(typed('firstName')).to.equal('Kari');
      expect(typed('nationalId')).to.equal('198476-0003');
      await page.shows('Reserved for you until');
    });
  }

  it('[P-40] the account’s own text takes focus as well', async () => {
    const api = new ScriptedApi();
    const page = await toReview(api);
    const { value } = api;
    const texts = { ...value.texts, maintenance: 'Vi er snart tilbake.' };
    api.value = { ...value, status: 'maintenance', texts };
    api.next('book', 'closed');
    await page.press(/^Book/);
    await page.shows('Vi er snart tilbake.');
    await waitUntil(() => page.focused && textOf(page.focused).includes('snart tilbake'));
    api.value = value;
    await page.press(/^Try again/);
    await page.focusesHeading('Review and book');
    await page.shows('Kari Nordmann');
    await page.press(/^Book/);
    await page.shows('*** ** 881');
  });

  it('[P-40] new booking off breaks no live hold', async () => {
    const api = codeFree();
    const page = await toReview(api);
    api.value = { ...api.value, status: 'new-booking-off' };
    await page.press(/^Book/);
    await page.focusesHeading('Booking confirmation');
  });

  it('[P-40] who holds a time goes on when the account is read anew and takes no new bookings', async () => {
    const api = codeFree();
    const page = await toReview(api);
    api.value = { ...api.value, status: 'new-booking-off' };
    api.next('extendHold', 'closed');
    const read = api.count('account');
    await page.press(/^Keep/);
    await waitUntil(() => api.count('account') > read);
    await page.press(/^Book/);
    await page.focusesHeading('Booking confirmation');
  });

  it('[P-40] new booking off, and the time cannot be had any more: told, with what was typed kept', async () => {
    const api = new ScriptedApi();
    api.holdSeconds = 0.5;
    const page = await toTime(api);
    await page.press(/0[89]:00/);
    await page.shows('Your details');
    await page.type('firstName', 'Kari');
    const { value } = api;
    api.value = { ...value, status: 'new-booking-off' };
    api.next('hold', 'closed');
    await page.focusesHeading('We take no new bookings online');
    await page.shows('What you typed is kept');
    api.value = value;
    api.holdSeconds = 600;
    await page.press(/^Try again/);
    await page.focusesHeading('Your details');
    expect((page.all('[name="firstName"]')[0] as HTMLInputElement).value).to.equal('Kari');
  });

  it('[P-40] nobody’s focus is taken when the page opens closed', async () => {
    const api = new ScriptedApi();
    api.value = { ...api.value, status: 'maintenance' };
    const page = await open(api);
    await page.shows('Down for maintenance');
    expect(page.text).not.to.include('What you typed');
    expect(document.activeElement).to.equal(document.body);
  });

  it('[P-28] a consent that changed meanwhile is shown and asked for again, with all else in place', async () => {
    const api = codeFree();
    const page = await toReview(api);
    const { texts } = api.value;
    const changed = { ...texts, consentVersion: 'new', consentText: 'I consent to the new text.' };
    api.value = { ...api.value, texts: changed };
    const fields = [{ path: 'consent', code: 'stale' }];
    api.next('book', new BookingError('invalid', { fields }));
    await page.press(/^Book/);
    await page.shows('I consent to the new text.');
    await page.shows('The clinic has changed the consent.');
    await waitUntil(() => page.focused && /needs correcting/.test(textOf(page.focused)));
    const box = page.all('input[type="checkbox"]')[0] as HTMLInputElement;
    expect(box.checked).to.equal(false);
    expect((page.all('[name="nationalId"]')[0] as HTMLInputElement).value).to.contain('49954');
    await expect(page.element).to.be.accessible();
    box.click();
    (page.all('button[type="submit"]')[0] as HTMLElement).click();
    await page.press(/^Book/);
    await page.focusesHeading('Booking confirmation');
    expect((api.last('book')[0] as BookingRequest).consent.version).to.equal('new');
  });

  it('[N-02] after booking the national ID is nowhere in the page, attributes and fields included', async () => {
    const api = new ScriptedApi();
    const page = await toReview(api);
    const holders = () =>
      [page.element, ...below(page.element.renderRoot as ShadowRoot)].filter((element) => {
        const { value, draft } = element as HTMLInputElement & { draft?: unknown };
        const all = [...element.attributes].map((attribute) => attribute.value);
        const text = [textOf(element), ...all, value, JSON.stringify(draft ?? '')].join(' ');
        return /190476-?49954|49954/.test(text);
      });
    // While it is reviewed the form's value is handed on, though never shown.
    expect(page.text).not.to.include('49954');
    await page.press(/^Book/);
    await page.shows('*** ** 881');
    await page.enterCode('123456');
    await page.focusesHeading('Booking confirmation');
    expect(holders().map(({ localName }) => localName)).to.deep.equal([]);
  });

  it('[P-40] new booking off takes the place of the steps', async () => {
    const api = new ScriptedApi();
    api.value = { ...api.value, status: 'new-booking-off' };
    const page = await open(api);
    await page.shows('We take no new bookings online');
    expect(page.all('opus-steps')).to.have.length(0);
  });

  it('an account that cannot be loaded says so and is asked for again', async () => {
    const api = new ScriptedApi();
    api.next('account', 'unreachable');
    const page = await open(api);
    await page.shows('We cannot reach the appointment book');
    await expect(page.element).to.be.accessible();
    await page.press(/^Try again/);
    await page.shows('Choose a clinic');
  });

  it('an account that turns out broken once it is drawn says so, and is asked for again', async () => {
    let account: unknown = { ...clinicsOfAsker(), timeZone: 7 };
    const element = await fixture<Booking>(
      html`<opus-booking
        lang="en"
        account="test"
        api="https://booking.example/"
        .fetch=${() => Promise.resolve(Response.json(account))}
      ></opus-booking>`,
    );
    const page = new Page(element);
    await page.shows('Something went wrong on our side');
    expect(page.all('opus-clinic-picker')).to.deep.equal([]);
    account = clinicsOfAsker();
    await page.press(/^Try again/);
    await page.shows('Choose a clinic');
    expect(page.text).not.to.contain('Something went wrong');
  });

  it('an unknown account says so', async () => {
    const api = new ScriptedApi();
    api.next('account', 'not-found');
    const page = await open(api);
    await page.shows('We did not find this appointment book');
  });

  it('[P-07] the welcome stands on the first step alone', async () => {
    const api = new ScriptedApi();
    api.value = { ...api.value, texts: { ...api.value.texts, welcomeHeading: 'Velkommen!' } };
    const page = await open(api);
    await page.shows('Velkommen!');
    await page.press(/^hvalstad/);
    await page.shows('Choose a type of treatment');
    expect(page.text).not.to.include('Velkommen!');
  });

  it("[P-08] the clinic's own text stands on the treatment step, else the account's", async () => {
    const api = new ScriptedApi();
    const [first, ...others] = api.value.clinics as [Account['clinics'][0]];
    api.value = {
      ...api.value,
      clinics: [{ ...first, heading: 'Hos oss i Hvalstad' }, ...others],
      texts: { ...api.value.texts, clinicHeading: 'Velkommen til oss' },
    };
    const page = await open(api);
    await page.press(/^hvalstad/);
    await page.shows('Hos oss i Hvalstad');
    await page.press(/^Go back/);
    await page.press(/^heggedal/);
    await page.shows('Velkommen til oss');
  });

  it('[P-42] an account that takes no new patients says so on the first step alone', async () => {
    const api = new ScriptedApi(clinicsOfAsker({ selfCreation: false }));
    const page = await open(api);
    await page.shows('patients who are already registered');
    await page.press(/^hvalstad/);
    await page.shows('Choose a type of treatment');
    expect(page.text).not.to.contain('patients who are already registered');
  });

  it('[P-08] the clinic’s own text stands before that of the account', async () => {
    const api = new ScriptedApi();
    const { clinics, texts } = api.value;
    const [first, ...others] = clinics;
    const own = { ...(first as (typeof clinics)[number]), text: 'Inngang fra gården' };
    api.value = {
      ...api.value,
      clinics: [own, ...others],
      texts: { ...texts, clinicText: 'Om klinikkene' },
    };
    const page = await open(api, { initialChoices: { clinic: own.id } });
    await page.shows('Inngang fra gården');
    expect(page.text).not.to.contain('Om klinikkene');
  });

  it('[P-06] with one clinic the welcome and its text stand on the first step that is shown', async () => {
    const value = catalogue({
      clinics: { one: null },
      treatments: ['exam', 'acute'],
      offers: { 'one/ann': ['exam', 'acute'] },
    });
    const texts = { ...value.texts, welcomeHeading: 'Velkommen!', clinicText: 'Om klinikken' };
    const page = await open(new ScriptedApi({ ...value, texts }));
    await page.shows('Choose a type of treatment');
    await page.shows('Velkommen!');
    await page.shows('Om klinikken');
    expect(page.all('button').some((each) => textOf(each).includes('Go back'))).to.equal(false);
  });

  it('[P-09] the colour of the account, readable; a rule of the page wins', async () => {
    const api = new ScriptedApi();
    api.value = { ...api.value, theme: { accent: '#ffee00' } };
    const page = await open(api);
    await page.shows('Choose a clinic');
    const style = getComputedStyle(page.element);
    // The account brings no palette: what computes it comes after the first step.
    await waitUntil(() => style.getPropertyValue('--opus-accent') !== '', 'the colour');
    expect(style.getPropertyValue('--opus-accent')).to.equal('#ffee00');
    expect(style.getPropertyValue('--opus-on-accent')).to.equal('#1a2428');
    page.element.style.setProperty('--opus-accent', 'rebeccapurple');
    expect(style.getPropertyValue('--opus-accent')).to.equal('rebeccapurple');
  });

  it('[P-10] attributes choose ahead, and what does not exist is left out', async () => {
    const api = new ScriptedApi();
    const page = await open(api, { clinic: 'hvalstad', treatment: 'nonsense' });
    await page.shows('Choose a type of treatment');
    expect(page.element.choices).to.deep.equal({ clinic: 'hvalstad' });
  });

  it('[P-10] a link to a treatment hides the choice, with a way to see all', async () => {
    const page = await open(new ScriptedApi(), { treatment: 'acute' });
    // Only one clinic and one clinician do it: nothing is left to choose but the time.
    await page.shows('Choose a time');
    await page.shows('You see only what the link is about.');
    await page.press(/^Show everything/);
    await page.shows('Choose a clinic');
    await page.button(/^lillevik/);
    expect(page.element.isNarrowed).to.equal(false);
    expect(page.text).not.to.include('You see only');
  });

  it('[P-10] a link to a group shows its clinics alone', async () => {
    const page = await open(new ScriptedApi(), { group: 'asker' });
    await page.button(/^hvalstad/);
    expect(page.text).not.to.include('lillevik');
  });

  it('[P-11] goes on from choices kept over a reload, and hides nothing', async () => {
    const initialChoices = { clinic: 'hvalstad', treatment: 'exam', clinician: 'lise' };
    const page = await open(new ScriptedApi(), { initialChoices });
    await page.shows('Choose a time');
    expect(page.element.isNarrowed).to.equal(false);
    expect(page.element.choices).to.deep.equal(initialChoices);
  });

  it('[P-11] a reload keeps the chosen time as well, and holds it again', async () => {
    const time = nextMonday();
    const initialChoices = { clinic: 'hvalstad', treatment: 'exam', clinician: 'lise', time };
    const page = await open(new ScriptedApi(), { initialChoices });
    await page.shows('First name');
    expect(page.element.choices).to.deep.equal(initialChoices);
  });

  it('[P-03] [P-45] combined: clinicians appear beside the treatments once one is chosen', async () => {
    const page = await open(new ScriptedApi(clinicsOfAsker({ combinedView: true })));
    await page.press(/^hvalstad/);
    await page.shows('Choose a type of treatment');
    expect(page.text).not.to.include('Choose a clinician');
    await page.press(/^exam/);
    await page.focusesHeading('Choose a clinician');
    expect(page.text).to.include('Choose a type of treatment');
    await page.press(/^lise/);
    await page.shows('Choose a time');
    await page.shows('Your details');
  });

  it('[P-03] combined: a form sent before its time leads to the times and keeps what is typed', async () => {
    const api = new ScriptedApi(clinicsOfAsker({ combinedView: true }));
    const page = await open(api, {
      initialChoices: { clinic: 'hvalstad', treatment: 'exam', clinician: 'lise' },
    });
    await page.fillIn();
    await page.shows('Choose a time first');
    await page.focusesHeading('Choose a time');
    await page.press(/0[89]:00/);
    await page.focusesHeading('Your details');
    expect(page.text).not.to.include('Choose a time first');
    (page.all('button[type="submit"]')[0] as HTMLElement).click();
    await page.shows(/Kari Nordmann/);
  });

  it('[P-21] who else is free at the time can be taken instead', async () => {
    const api = new ScriptedApi(clinicsOfAsker({ anyClinician: true }));
    const [first] = api.free as [Slot];
    api.free = [first, { ...first, clinician: 'evelyn' }];
    const page = await open(api, {
      initialChoices: { clinic: 'hvalstad', treatment: 'exam', clinician: 'any' },
    });
    await page.press(/0[89]:00/);
    await page.shows('Your details');
    await page.press(/^Others at this time/);
    await page.press(/^evelyn/);
    await page.shows('evelyn');
    await waitUntil(() => page.all('opus-slot-chooser').length === 0);
    await page.focusesHeading('Your details');
    expect(page.element.choices.clinician).to.equal('evelyn');
  });

  it('[P-11] the page around can lead back, and the choices stay', async () => {
    const page = await toTime(new ScriptedApi());
    page.element.step = 'treatment';
    await page.shows('Choose a type of treatment');
    expect(page.element.choices).to.deep.equal({
      clinic: 'hvalstad',
      treatment: 'exam',
      clinician: 'lise',
    });
    await page.press(/^Continue/);
    await page.shows('Choose a clinician');
  });

  it('[P-05] says which choices a change undid', async () => {
    const page = await toTime(new ScriptedApi());
    await page.press(/0[89]:00/);
    await page.shows('Your details');
    page.element.step = 'clinic';
    await page.press(/^heggedal/);
    await page.shows(/no longer fits: .*time/);
    await page.focusesHeading('Choose a time');
  });

  it('[P-22] shows times of the clinic, wherever the browser is', async () => {
    const page = await toTime(new ScriptedApi());
    const start = new Date(nextMonday());
    const time = start.toLocaleTimeString('en-GB', {
      timeZone: 'Europe/Oslo',
      hour: '2-digit',
      minute: '2-digit',
    });
    await page.button(new RegExp(time));
  });
});
