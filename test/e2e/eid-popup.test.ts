import { expect, test, type Page } from '@playwright/test';
import { faultsOn } from './axe.js';
import { beginEid } from './eid-window.js';

/** The hosted page of an account of the demo. */
function hosted(baseURL: string | undefined, account: string): string {
  const { port } = new URL(baseURL!);
  return `http://${account}.localhost:${port}`;
}

/** What a page complains of: a policy that is too strict shows here. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

test('[P-33] logs in at the provider in a window that closes by itself', async ({
  page,
  baseURL,
}) => {
  // The service lies on another origin than the page, as it does for clinics.
  await page.goto(`${baseURL}/homepage/`);
  const { window, result } = await beginEid(page, {
    api: hosted(baseURL, 'opusdentalklinikken'),
    account: 'opusdentalklinikken',
    idp: 'bankid',
  });
  const complaints = complaintsOf(window);
  await expect(window.getByRole('heading', { name: 'Logg inn med BankID (test)' })).toBeVisible();
  expect(await faultsOn(window)).toEqual([]);
  const closed = window.waitForEvent('close');
  await window.getByRole('radio', { name: /Ingrid Solvang/ }).check();
  await window.getByRole('button', { name: 'Logg inn' }).click();
  await closed;
  // Woken by the window: by itself it would ask after a minute.
  expect(await result()).toEqual({
    access: 'none',
    lastName: 'Solvang',
    nationalId: '218664-*****',
  });
  expect(complaints).toEqual([]);
});

test('[P-33] one of several providers, in Swedish; who turns round there is told so', async ({
  page,
  baseURL,
}) => {
  const api = hosted(baseURL, 'opustandlakarna');
  await page.goto(api);
  const { window, result } = await beginEid(page, {
    api,
    account: 'opustandlakarna',
    idp: 'freja',
  });
  await expect(window.getByRole('heading', { name: 'Logga in med Freja (test)' })).toBeVisible();
  const closed = window.waitForEvent('close');
  await window.getByRole('button', { name: 'Avbryt' }).click();
  await closed;
  expect(await result()).toEqual({ error: '403' });
});

test('[P-33] a begin page that was sent to somebody says where to go, and hands nothing to pages of elsewhere', async ({
  page,
  context,
  baseURL,
}) => {
  const own = hosted(baseURL, 'opusdentalklinikken');
  // The planter's own browser, on a page of the list; the window waits at the provider.
  const api = `http://127.0.0.1:${new URL(baseURL!).port}`;
  const answer = await context.request.post(`${api}/v1/accounts/opusdentalklinikken/logins/eid`, {
    data: { idp: 'bankid', returnOrigin: own },
    headers: { Origin: own },
  });
  const { id, token, url } = (await answer.json()) as Record<'id' | 'token' | 'url', string>;
  await page.goto(url);
  await expect(page.getByRole('status')).toHaveText(/må åpnes fra klinikkens side/);
  expect(await faultsOn(page)).toEqual([]);
  expect(await context.cookies()).toEqual([]);

  // A page of another clinic opens it and shows the very token: its origin is not the login's.
  const other = await context.newPage();
  await other.goto(hosted(baseURL, 'aldente'));
  const opened = other.waitForEvent('popup');
  await other.evaluate(
    ({ id, token, url }) => {
      const popup = globalThis.open(url);
      setInterval(() => popup?.postMessage({ type: 'opus-eid-token', id, token }, '*'), 50);
    },
    { id, token, url },
  );
  const window = await opened;
  await expect(window.getByRole('status')).toHaveText(/må åpnes fra klinikkens side/, {
    timeout: 12_000,
  });
  expect(window.url()).toBe(url);
  expect(await context.cookies()).toEqual([]);
});

test('[P-33] a callback out of the blue says that the login does not count here', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page);
  await page.goto(`${baseURL}/v1/eid/callback?code=abc&state=opusdentalklinikken.x.y`);
  await expect(page.getByRole('status')).toHaveText(/gjelder ikke lenger/);
  // The code is out of the address bar, and so out of the history.
  await expect(page).toHaveURL(`${baseURL}/v1/eid/callback`);
  expect(complaints.filter((text) => !text.includes('403'))).toEqual([]);
});
