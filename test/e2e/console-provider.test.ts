import { expect, test, type Page } from '@playwright/test';
import { startProvider, type RunningProvider } from '../../demo/provider/start-provider.js';
import { loginsWords, providerWords } from '../../src/console/pages/administration/logins-words.js';
import { switchWords } from '../../src/console/pages/booking-page/switch-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import { arrivalWords, signInWords } from '../../src/console/words/sign-in-words.js';
import { ConsolePage } from './console-page.js';
import { messages } from './inbox.js';
import { orderAccount } from './order-account.js';
import { makeAccount, staffOf } from './staff.js';

const account = 'kjedeinnlogging';
const name = 'Kjedens konto';
const words = inLanguage(signInWords, 'nb');
const arrival = inLanguage(arrivalWords, 'nb');
const email = `reception@${account}.example`;

let provider: RunningProvider;
/** Whom the provider says that somebody is. */
let told = { email, email_verified: true };

test.beforeAll(async ({ baseURL }) => {
  const origin = baseURL ?? '';
  const stepOrder = ['clinic', 'treatment', 'clinician', 'time'] as const;
  await makeAccount(origin, orderAccount({ id: account, language: 'nb', stepOrder }));
  const { port } = new URL(origin);
  const callback = `http://console.localhost:${port}/v1/staff/sign-in/callback`;
  provider = await startProvider({
    port: 0,
    serverKey: 'provider-of-this-test-run-only',
    clients: [{ id: 'chain', name, market: 'NO', redirectUris: [callback] }],
    emailOf: () => told,
  });
  await staffOf(origin, account).send('PUT', '/sign-in-providers/chain', {
    name,
    domains: [`${account}.example`],
    issuer: provider.issuer,
    clientId: 'chain',
    clientSecret: provider.secretOf('chain'),
  });
});
test.afterAll(() => provider.close());
test.beforeEach(() => {
  told = { email, email_verified: true };
});

/** As far as the provider's own page. */
async function toProvider(page: Page, baseURL: string | undefined): Promise<ConsolePage> {
  const opened = await ConsolePage.open(page, baseURL, account);
  await page.getByLabel(opened.shell.email).fill(email);
  await page.getByRole('button', { name: opened.shell.sendCode }).click();
  await page.getByRole('button', { name: words.signInWith.replace('{name}', name) }).click();
  await page.waitForURL(`${provider.issuer}/**`);
  return opened;
}

test('[C-02] somebody of a chain signs in at its provider, and no code is sent', async ({
  page,
  baseURL,
}) => {
  const opened = await toProvider(page, baseURL);
  await page.locator('[name="do"][value="login"]').click();
  await expect(page.getByRole('button', { name: opened.shell.signOut })).toBeVisible();
  expect(page.url()).toBe(opened.root);
  // A passkey beside the chain's own account would be a second way in that the chain does not know.
  await expect(page.locator('opus-console-passkey-offer')).toHaveCount(0);
  expect((await messages(baseURL ?? '')).filter(({ to }) => to === email)).toEqual([]);
});

test('[C-02] whoever turns round, or is nobody of the staff, is told so and can sign in another way', async ({
  page,
  baseURL,
}) => {
  const opened = await toProvider(page, baseURL);
  await page.locator('[name="do"][value="cancel"]').click();
  const alert = page.getByRole('alert');
  await expect(alert).toHaveText(arrival.cancelled);
  expect(page.url()).toBe(opened.root);
  await opened.expectAccessible();

  told = { email: `stranger@${account}.example`, email_verified: true };
  await toProvider(page, baseURL);
  await page.locator('[name="do"][value="login"]').click();
  await expect(alert).toHaveText(arrival.unknown);

  // The fragment alone changes where the console is open already.
  await page.goto(`${opened.root}#sign-in=failed`);
  await expect(alert).toHaveText(arrival.failed);

  await page.getByLabel(opened.shell.email).fill(email);
  await page.getByRole('button', { name: opened.shell.sendCode }).click();
  await opened.expectAccessible();
  await page.getByRole('button', { name: words.codeInstead }).click();
  await expect(page.getByLabel(opened.shell.code)).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test('[C-02] an address of another domain gets its code at once', async ({ page, baseURL }) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await page.getByLabel(opened.shell.email).fill('vikar@annetsted.example');
  await page.getByRole('button', { name: opened.shell.sendCode }).click();
  await expect(page.getByLabel(opened.shell.code)).toBeVisible();
});

test('[C-02] [P-33] [C-01] providers are set up by hand: tried, stored without their secret, offered, and not removed while they are', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const fields = inLanguage(providerWords, 'nb');
  const lists = inLanguage(loginsWords, 'nb');
  const switches = inLanguage(switchWords, 'nb');
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('administration/logins');
  await opened.expectAccessible();

  await page.getByRole('link', { name: lists.addStaff }).click();
  await page.getByLabel(fields.name).fill('Datterselskapet');
  await page.getByLabel(fields.domains).fill(`Datter.example\n${account}.example`);
  const issuer = page.getByLabel(fields.issuer);
  await issuer.fill('http://id.example.com');
  await page.getByRole('button', { name: fields.check }).click();
  await expect(issuer).toHaveAccessibleDescription(/https:/);
  for (const [address, said] of [
    [`${provider.issuer}/nothing`, fields['no-document']],
    [provider.issuer, fields.fine],
  ] as const) {
    await issuer.fill(address);
    await page.getByRole('button', { name: fields.check }).click();
    await expect(page.getByText(said)).toBeVisible();
  }
  await page.getByLabel(fields.clientId).fill('datter');
  await page.getByLabel(fields.secret).fill('a-secret-nobody-sees');
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  // The chain's own provider has that domain.
  await expect(page.getByLabel(fields.domains)).toHaveAccessibleDescription(/i bruk/);
  await page.getByLabel(fields.domains).fill('Datter.example');
  await opened.save();
  await expect(page).toHaveURL(/administration\/logins\/staff\/datterselskapet-/);
  await expect(page.getByLabel(fields.secret)).toHaveValue('');
  await expect(page.getByText(fields.secretStored)).toBeVisible();
  await page.getByLabel(fields.clientId).fill('another');
  await expect(page.getByText(fields.secretLost)).toBeVisible();
  await page.getByRole('button', { name: opened.shell.discard }).click();
  await page.getByRole('button', { name: fields.copy }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^http:\/\/console\.localhost:\d+\/v1\/staff\/sign-in\/callback$/,
  );
  await opened.expectAccessible();
  await page.getByRole('button', { name: /^Fjern Datterselskapet/ }).click();
  await page.getByRole('button', { name: opened.shell.remove, exact: true }).click();
  await expect(page.getByText('datter.example')).toHaveCount(0);

  await page.getByRole('link', { name: lists.addPatients }).click();
  await page.getByLabel(fields.name).fill('Prøve-ID');
  await page.getByLabel(fields.claim).fill('pid');
  await issuer.fill(provider.issuer);
  await page.getByLabel(fields.clientId).fill('chain');
  await opened.save();
  await opened.go('booking-page/switches');
  const box = page.getByLabel(switches.eidWith.replace('{name}', 'Prøve-ID'));
  await box.setChecked(true);
  await opened.save();
  await opened.go('administration/logins');
  await expect(page.getByText(lists.offered, { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Prøve-ID' }).click();
  await page.getByLabel(fields.name).fill('Prøve-ID 2');
  await opened.save();
  await page.getByRole('button', { name: /^Fjern Prøve-ID 2/ }).click();
  await page.getByRole('button', { name: opened.shell.remove, exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(fields.stillOffered);

  const { port } = new URL(baseURL ?? '');
  await page.goto(`http://${account}.localhost:${port}/`);
  await page.getByRole('button', { name: 'Logg inn' }).first().click();
  await expect(page.getByRole('button', { name: /Prøve-ID 2/ })).toBeVisible();

  await page.goto(opened.root);
  await page.getByRole('button', { name: opened.shell.signOut }).click();
  await opened.signInAs('administrator');
  await opened.go('administration/logins');
  await expect(page.getByRole('link', { name: lists.addPatients })).toBeVisible();
  await expect(page.getByRole('link', { name: lists.addStaff })).toHaveCount(0);
});
