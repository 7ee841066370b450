import { expect, test, type Page } from '@playwright/test';
import { en as words } from '../../src/locales/en.js';
import { openAround } from './page-around.js';
import { changeSettings } from './staff.js';

const account = 'opusdentalklinikken';
const script = (root = '') => `
  <script>addEventListener('opus-error', ({ kind }) => (window.kinds ??= []).push(kind));</script>
  <script type="module" src="${root}/cdn/opus-booking.js"></script>`;

/** What is written to the console as an error by the widget, and the kinds of its `opus-error` events. */
function listen(page: Page): { said: string[]; kinds: () => Promise<string[]> } {
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().startsWith('<opus-'))
      said.push(message.text());
  });
  return { said, kinds: () => page.evaluate('window.kinds ?? []') };
}

const mistakes = [
  {
    name: 'no account',
    widget: '<opus-booking></opus-booking>',
    named: /has no `account`/,
    kind: 'not-found',
  },
  {
    name: 'an unknown account',
    widget: '<opus-booking account="opusdental"></opus-booking>',
    named: /account="opusdental".*no such account/,
    kind: 'not-found',
  },
  {
    name: 'an api that is no address',
    widget: `<opus-booking account="${account}" api="https://"></opus-booking>`,
    named: /api="https:\/\/".*no booking service answers/,
    kind: 'invalid-answer',
  },
  {
    name: 'no account of the own page',
    widget: '<opus-appointments></opus-appointments>',
    named: /^<opus-appointments> has no `account`/,
    kind: 'not-found',
  },
];

for (const { name, widget, named, kind } of mistakes) {
  test(`[P-50] ${name}: named in the console, told to the patient`, async ({ page, baseURL }) => {
    const { said, kinds } = listen(page);
    const { words } = await openAround(page, baseURL ?? '', { head: script(), widget });
    const heading = kind === 'not-found' ? words.accountNotFoundHeading : words.brokenHeading;
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect.poll(() => said.join('\n')).toMatch(named);
    expect(said).toHaveLength(1);
    expect(await kinds()).toEqual([kind]);
  });
}

test('[P-50] `api` forgotten: named in the console, and nothing is said of what was typed', async ({
  page,
  baseURL,
}) => {
  const { said, kinds } = listen(page);
  const clinic = (baseURL ?? '').replace('localhost', '127.0.0.1');
  await page.route(`${clinic}/v1/**`, (route) =>
    route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>Not found</h1>' }),
  );
  const { words } = await openAround(
    page,
    clinic,
    {
      head: script(baseURL),
      widget: `<opus-booking account="${account}"></opus-booking>`,
    },
    true,
  );
  await expect(page.getByRole('heading', { name: words.brokenHeading })).toBeVisible();
  await expect(page.locator('opus-booking')).not.toContainText('typed');
  await expect.poll(() => said.join('\n')).toMatch(/no `api`.*127\.0\.0\.1.*Write api=/);
  expect(await kinds()).toEqual(['invalid-answer']);
});

for (const tag of ['opus-booking', 'opus-appointments']) {
  test(`[P-50] an insecure \`api\` of ${tag} on an https page: named in the console, told to the patient`, async ({
    page,
    baseURL,
  }) => {
    const { said, kinds } = listen(page);
    const clinic = 'https://clinic.example';
    await page.route(`${clinic}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.startsWith('/cdn/'))
        return route.fulfill({ response: await route.fetch({ url: `${baseURL}${pathname}` }) });
      const body = `<!doctype html><html lang="en"><head>${script()}</head>
        <body><${tag} account="${account}" api="http://booking.example"></${tag}></body></html>`;
      return route.fulfill({ contentType: 'text/html', body });
    });
    await page.goto(clinic);
    await expect(page.getByRole('heading', { name: words.unreachableHeading })).toBeVisible();
    await expect
      .poll(() => said.join('\n'))
      .toMatch(/api="http:\/\/booking\.example".*https page.*Write api="https:/);
    expect(said).toHaveLength(1);
    expect(await kinds()).toEqual(['unreachable']);
  });
}

test('[P-50] attributes with a value that means nothing are named in the console', async ({
  page,
  baseURL,
}) => {
  const { said } = listen(page);
  const booking = await openAround(page, baseURL ?? '', {
    head: script(),
    widget: `<opus-booking account="${account}" lang="xx" view="calendar" step="when"></opus-booking>`,
  });
  await expect(booking.card(/^Opus Dental Klinikken/)).toBeVisible();
  await expect.poll(() => said.length).toBe(3);
  expect(said.join('\n')).toMatch(/lang="xx" is ignored.*view="calendar".*step="when"/s);
});

test('[P-33] [P-50] on an origin that is not listed, the login is a link to the own page', async ({
  page,
  baseURL,
}) => {
  const { said } = listen(page);
  const { port } = new URL(baseURL ?? '');
  // The same service by another name, which is another origin.
  const clinic = `http://127.0.0.1:${port}`;
  const widget = `<opus-booking account="${account}" api="${baseURL}"></opus-booking>`;
  const booking = await openAround(page, clinic, { head: script(baseURL), widget }, true);
  const { words } = booking;
  const link = booking.widget.getByRole('link', { name: words.logIn });
  const own = `http://${account}.localhost:${port}/?view=login`;
  await expect(link).toHaveAttribute('href', own);
  await expect(booking.button(words.logIn)).toHaveCount(0);
  await expect.poll(() => said.join('\n')).toContain(`${clinic} is not among its`);
  expect(said).toHaveLength(1);

  await changeSettings(baseURL ?? '', account, { newBookingRequiresLogin: true });
  try {
    await openAround(page, clinic, { head: script(baseURL), widget }, true);
    await expect(booking.widget).toContainText(words.loginElsewhere);
    await expect(booking.widget.getByRole('link', { name: words.logIn }).last()).toHaveAttribute(
      'href',
      own,
    );
    await expect(booking.card(/^Opus Dental Klinikken/)).toHaveCount(0);
  } finally {
    await changeSettings(baseURL ?? '', account, { newBookingRequiresLogin: false });
  }
  await openAround(
    page,
    clinic,
    {
      head: script(baseURL),
      widget: widget.replaceAll('opus-booking', 'opus-appointments'),
    },
    true,
  );
  const alone = page.locator('opus-appointments');
  await expect(alone).toContainText(words.loginElsewhere);
  await expect(alone.getByRole('link', { name: words.logIn })).toHaveAttribute('href', own);
  await page.getByRole('link', { name: words.logIn }).click();
  await expect(page.locator('opus-booking opus-login')).toBeVisible();
});
