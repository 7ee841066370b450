import { expect, test } from '@playwright/test';
import { websitesWords } from '../../src/console/pages/administration/websites-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import { ConsolePage } from './console-page.js';
import { orderAccount } from './order-account.js';
import { makeAccount, staffOf } from './staff.js';

const account = 'nettsider';
const words = inLanguage(websitesWords, 'nb');

test.beforeAll(async ({ baseURL }) => {
  const stepOrder = ['clinic', 'treatment', 'clinician', 'time'] as const;
  const whole = orderAccount({ id: account, language: 'nb', stepOrder });
  await makeAccount(baseURL ?? '', { ...whole, weeks: [] });
});

test('[P-49] [P-33] the clinic’s own websites are set beside the embed code; what is no address is said, and nothing typed is lost', async ({
  page,
  baseURL,
}) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('administration/embed');
  const field = page.getByRole('textbox', { name: words.origins });
  const stored = async () =>
    (await staffOf(baseURL ?? '', account).send<{ allowedOrigins: string[] }>('GET', '/settings'))
      .allowedOrigins;
  await field.fill('https://www.tannklinikk.example/');
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  await expect(page.getByText(words.origin)).toBeVisible();
  await expect(field).toHaveValue('https://www.tannklinikk.example/');
  expect(await stored()).toEqual([]);
  await field.fill('https://www.tannklinikk.example\n\n https://tannklinikk.example \n');
  await opened.save();
  expect(await stored()).toEqual([
    'https://www.tannklinikk.example',
    'https://tannklinikk.example',
  ]);
  await expect(field).toHaveValue('https://www.tannklinikk.example\nhttps://tannklinikk.example');
  await opened.expectAccessible();
  // A page of the account in a frame of one of them is allowed by its policy.
  const { port } = new URL(baseURL ?? '');
  const framed = await page.request.get(`http://127.0.0.1:${port}/embed.html`, {
    headers: { Host: `${account}.localhost:${port}` },
  });
  expect(framed.headers()['content-security-policy']).toContain(
    "frame-ancestors 'self' https://www.tannklinikk.example https://tannklinikk.example",
  );
  await field.fill('');
  await opened.save();
  expect(await stored()).toEqual([]);
});
