import { expect, test, type Page } from '@playwright/test';
import { sampleAccounts } from '../../demo/accounts/index.js';
import { faultsOn } from './axe.js';
import { pageOf } from './own-account.js';
import { OwnPage } from './own-page.js';

const accounts = { nb: 'opusdentalklinikken', sv: 'opustandlakarna' } as const;

/** The demo's first patient on file, who is a test person of its provider too. */
function onFile(account: string) {
  const [patient] = Object.values(sampleAccounts.find(({ id }) => id === account)!.patients!);
  return patient!;
}

/** A browser that opens no windows, as those inside other apps. */
async function openNoWindows(page: Page): Promise<void> {
  await page.addInitScript(() => (window.open = () => null));
}

/** What the page keeps, by whatever name. */
const kept = (page: Page) =>
  page.evaluate(() =>
    JSON.stringify([
      { ...sessionStorage },
      { ...localStorage },
      history.state as unknown,
      document.cookie,
      window.name,
    ]),
  );

for (const language of ['nb', 'sv'] as const) {
  test(`[P-33] [N-02] where no window opens the page itself goes to the provider and comes back logged in, ${language}`, async ({
    page,
    baseURL,
  }) => {
    const account = accounts[language];
    const patient = onFile(account);
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
    await openNoWindows(page);
    await page.goto(pageOf(baseURL, account));
    const own = new OwnPage(page, language);
    // What is chosen is there again afterwards.
    if (language === 'nb') await own.choose(/^Opus Dental Klinikken/);
    await own.choose(language === 'nb' ? /^Undersøkelse/ : /^Undersökning/);
    await own.button(own.words.logIn).click();
    await own.button(own.own.loginWith('BankID (test)')).click();
    await page.getByRole('radio', { name: `${patient.firstName} ${patient.lastName}` }).check();
    await page.getByRole('button', { name: own.words.logIn }).click();

    await expect(own.widget).toContainText(`${patient.firstName} ${patient.lastName} (`);
    expect(new URL(page.url()).host).toBe(new URL(pageOf(baseURL, account)).host);
    expect(page.url()).not.toContain('eid-return');
    expect(await faultsOn(page)).toEqual([]);
    const digits = patient.nationalId!.replace(/\D/g, '');
    expect(addresses.filter((address) => address.includes(digits))).toEqual([]);
    expect(await kept(page)).not.toMatch(/token|eid|bearer/i);
    expect(await kept(page)).not.toContain(digits);

    // The session is in memory only: a reload, also of an address as the provider's answer had it, asks again.
    const again = new URL(page.url());
    again.searchParams.set('eid-return', 'done');
    again.searchParams.set('view', 'login');
    await page.goto(again.href);
    await expect(own.widget).toContainText(own.own.eidRefused);
    await expect(own.widget).not.toContainText(patient.lastName);
  });
}

test('[P-33] what a message’s link is about is shown after the way to the provider', async ({
  page,
  baseURL,
}) => {
  const patient = onFile(accounts.nb);
  await openNoWindows(page);
  await page.goto(`${pageOf(baseURL, accounts.nb)}?view=appointments`);
  const own = new OwnPage(page, 'nb');
  await own.button(own.own.loginWith('BankID (test)')).click();
  await page.getByRole('radio', { name: `${patient.firstName} ${patient.lastName}` }).check();
  await page.getByRole('button', { name: own.words.logIn }).click();
  await expect(own.list).toBeVisible();
  await expect(own.list.getByRole('heading').first()).toBeFocused();
});

test('[P-33] who turns round at the provider is told so, and books without logging in', async ({
  page,
  baseURL,
}) => {
  await openNoWindows(page);
  await page.goto(pageOf(baseURL, accounts.nb));
  const own = new OwnPage(page, 'nb');
  await own.choose(/^Opus Dental Klinikken/);
  await own.button(own.words.logIn).click();
  await own.button(own.own.loginWith('BankID (test)')).click();
  // The widget has such a button too, until the page leaves.
  await page.getByRole('radio').first().waitFor();
  await page.getByRole('button', { name: own.words.cancel }).click();
  await expect(own.widget).toContainText(own.own.eidRefused);
  await own.button(own.own.bookAppointment).click();
  // The clinic is chosen still.
  await own.choose(/^Undersøkelse/);
  await own.choose(/^Lise Negård/);
  await expect(own.calendar).toBeVisible();

  // Back and forward never leave the patient stranded.
  await page.goBack();
  await page.goBack();
  await expect(own.widget).toBeVisible();
});

test('[P-33] with a time held the page is not left: a link opens the provider', async ({
  page,
  baseURL,
}) => {
  await openNoWindows(page);
  await page.goto(pageOf(baseURL, accounts.nb));
  const own = new OwnPage(page, 'nb');
  await own.choose(/^Opus Dental Klinikken/);
  await own.choose(/^Undersøkelse/);
  await own.choose(/^Evelyn Andersen/);
  await own.chooseTime();
  await own.field(own.words.firstName).fill('Kari');
  await own.button(own.words.logIn).click();
  await own.button(own.own.loginWith('BankID (test)')).click();
  const link = own.widget.getByRole('link', { name: own.own.eidOpen('BankID (test)') });
  const opened = page.waitForEvent('popup');
  await link.click();
  const window = await opened;
  const patient = onFile(accounts.nb);
  await window.getByRole('radio', { name: `${patient.firstName} ${patient.lastName}` }).check();
  await window.getByRole('button', { name: own.words.logIn }).click();
  await expect(own.widget).toContainText(`${patient.firstName} ${patient.lastName} (`);
  await expect(own.field(own.words.firstName)).toHaveValue('Kari');
});
