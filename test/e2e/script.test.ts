import { expect, test, type Frame, type Page } from '@playwright/test';
import { BookingPage } from './booking-page.js';
import { newestCode } from './inbox.js';
import { patientNumber } from './patients.js';
import { saveScript } from './staff.js';

const account = 'opusdentalklinikken';

/** As a web master writes it: what the element's events are on a page of one's own, they are here. */
const honest = `<script>
  window.seen = [];
  for (const type of ['opus-step-change', 'opus-selection-change', 'opus-hold', 'opus-booked', 'opus-error']) {
    addEventListener(type, (event) => seen.push({ type, ...event }));
  }
  addEventListener('message', ({ data }) => (window.messages = window.messages ?? []).push(data));
  localStorage.setItem('visitor', '1');
  document.cookie = 'visitor=1';
</script>`;

/** Everything a script that means harm may try; what works is kept in \`got\`. */
const hostile = `<script>
  window.got = [];
  const tries = {
    document: () => parent.document.body.innerHTML,
    form: () => parent.document.querySelector('opus-booking').shadowRoot.innerHTML,
    cookie: () => parent.document.cookie,
    ownCookie: () => Document.prototype.__lookupGetter__('cookie').call(document),
    storage: () => parent.localStorage.length,
    session: () => Window.prototype.__lookupGetter__?.('sessionStorage')?.call(window).length ?? parent.sessionStorage.length,
    address: () => String(parent.location),
    pathname: () => parent.location.search,
    referrer: () => { if (document.referrer) return document.referrer; throw 0; },
    ask: () => { if (alert('Your ID?') !== undefined || prompt('Your ID?')) return 'asked'; throw 0; },
    open: () => { if (open('https://example.com/')) return 'opened'; throw 0; },
    element: () => frameElement.ownerDocument.title,
    child: () => parent.frames[0].parent.document.title,
  };
  for (const [name, attempt] of Object.entries(tries)) {
    try { got.push(name + ': ' + attempt()); } catch {}
  }
  const leave = () => {
    const moves = [
      () => (top.location = 'https://example.com/stolen'),
      () => top.location.replace('/?name=stolen'),
      () => (parent.location.hash = 'stolen'),
      () => parent.history.pushState(null, '', '/stolen'),
      () => history.back(),
      () => history.go(-1),
      () => { const link = document.createElement('a'); link.href = '/stolen'; link.target = '_top'; link.click(); },
      () => { const form = document.createElement('form'); form.action = '/stolen'; form.target = '_top'; document.body.append(form); form.submit(); },
      () => { parent.postMessage('opus-ready', '*'); parent.postMessage({ type: 'opus-choose' }, '*'); },
    ];
    for (const move of moves) try { move(); } catch {}
  };
  leave();
  setInterval(leave, 500);
</script>`;

/** Once the form is there, takes the focus again and again, by every door, to hear what is typed. */
const thief = `<input id="trap"><iframe srcdoc="<script>addEventListener('keydown', ({ key }) => parent.postMessage(key, '*'), true)</script>"></iframe><script>
  window.keys = '';
  addEventListener('keydown', ({ key }) => (keys += key), true);
  addEventListener('message', ({ source, data }) => source === frames[0] && (keys += data));
  const original = parent.focus;
  const doors = [
    () => window.focus(),
    () => original.call(window),
    () => frames[0].focus(),
    () => document.getElementById('trap').focus(),
    () => document.getElementById('trap').select(),
  ];
  const take = () => doors.forEach((door) => { try { door(); } catch {} });
  addEventListener('opus-step-change', ({ step }) => step === 'details' && setInterval(take, 25));
</script>`;

async function frameOf(page: Page): Promise<Frame> {
  const find = () => page.frames().find((each) => each.url().endsWith('/script'));
  await expect.poll(() => find()?.url()).toBeDefined();
  return find()!;
}

async function openPage(page: Page, baseURL: string | undefined, query = ''): Promise<BookingPage> {
  const { port } = new URL(baseURL ?? '');
  await page.goto(`http://${account}.localhost:${port}/?lang=en${query}`);
  await page.locator('iframe.script').waitFor({ state: 'attached' });
  return new BookingPage(page, 'en');
}

test.afterEach(({ baseURL }) => saveScript(baseURL ?? '', account, ''));

test("[P-41] the account's script is told every step, and nothing of patient or treatment", async ({
  page,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  await saveScript(origin, account, honest);
  const booking = await openPage(page, baseURL);
  const patient = patientNumber(410);
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Lise Negård/);
  await booking.chooseTime();
  await booking.fillDetails(patient);
  await booking.review();
  await booking.book();
  const code = await newestCode(origin, patient.mobile);
  await booking.confirm(code);
  await booking.receipt.waitFor();

  const frame = await frameOf(page);
  type Told = { type: string; step?: string };
  await expect
    .poll(() => frame.evaluate('seen.some(({ type }) => type === "opus-booked")'))
    .toBe(true);
  const seen: Told[] = await frame.evaluate('seen');
  const steps = seen.flatMap(({ step }) => step ?? []);
  expect(steps).toEqual(['clinic', 'treatment', 'clinician', 'time', 'details', 'confirm']);
  const all = JSON.stringify([seen, await frame.evaluate('messages')]);
  const secret = Object.values(patient).filter((value) => value !== undefined);
  for (const word of [...secret, code, 'Undersøkelse', 'undersokelse', 'token']) {
    expect(all.toLowerCase()).not.toContain(word.toLowerCase());
  }
  const hidden = page.locator('iframe.script');
  await expect(hidden).toHaveAttribute('sandbox', 'allow-scripts');
  await expect(hidden).toHaveAttribute('aria-hidden', 'true');
  await expect(hidden).toBeHidden();
});

test('[P-41] a hostile script reads nothing and leads nowhere', async ({ page, baseURL }) => {
  await saveScript(baseURL ?? '', account, hostile);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const popups: Page[] = [];
  page.on('popup', (popup) => popups.push(popup));
  const booking = await openPage(page, baseURL);
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Lise Negård/);
  await booking.chooseTime();
  await booking.fillDetails(patientNumber(411));

  const frame = await frameOf(page);
  expect(await frame.evaluate('got')).toEqual([]);
  expect(dialogs).toEqual([]);
  expect(popups).toEqual([]);
  const address = new URL(page.url());
  expect(address.pathname).toBe('/');
  expect(address.hash).toBe('');
  expect(address.searchParams.get('step')).toBe('details');
  expect(address.href).not.toContain('stolen');

  await booking.review();
  await page.goBack();
  await expect(booking.field(booking.words.firstName)).toHaveValue(/./);
});

test('[P-41] a script that takes the focus to hear the keys is thrown out before it hears any', async ({
  page,
  baseURL,
}) => {
  await saveScript(baseURL ?? '', account, thief);
  const booking = await openPage(page, baseURL);
  const frame = await frameOf(page);
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Lise Negård/);
  expect(await frame.evaluate('keys')).toBe('');
  await booking.chooseTime();
  await expect(page.locator('iframe.script')).toHaveCount(0);
  const field = booking.field(booking.words.firstName);
  await field.click();
  const typed = 'Åse Marie Margrethe';
  await page.keyboard.type(typed, { delay: 30 });
  await expect(field).toHaveValue(typed);
});

test('[P-41] opened by itself, the address of the script still has no origin', async ({
  page,
  baseURL,
}) => {
  await saveScript(baseURL ?? '', account, '<script>window.mine = self.origin</script>');
  const { port } = new URL(baseURL ?? '');
  await page.goto(`http://${account}.localhost:${port}/script`);
  expect(await page.evaluate('mine')).toBe('null');
});

test('[P-41] without a script there is no frame, and the page allows none', async ({
  page,
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? '');
  const answer = await page.goto(`http://${account}.localhost:${port}/`);
  expect(answer?.headers()['content-security-policy']).not.toContain('frame-src');
  await expect(page.locator('opus-clinic-picker')).toBeVisible();
  expect(page.frames()).toHaveLength(1);
});
