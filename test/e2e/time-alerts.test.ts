import { expect, test } from '@playwright/test';
import { toClockTime } from '../../src/domain/clock-time.js';
import { timeAlertWords } from '../../src/locales/time-alert-words.js';
import { messages, newCode } from './inbox.js';
import { makeOwnAccount } from './own-account.js';
import { OwnPage } from './own-page.js';
import { patientOf, type Patient } from './patients.js';
import { timebook } from './staff.js';

const language = 'nb';
const own = timeAlertWords[language];

/** The link in the newest news of a freed time that went to a patient. */
async function linkTo(origin: string, { mobile }: Patient): Promise<string | undefined> {
  const digits = mobile.replaceAll(/\D/g, '');
  const news = (await messages(origin)).find(
    ({ to, text }) => to.endsWith(digits) && /tidligere time/.test(text),
  );
  return /https?:\S+time=\S+/.exec(news?.text ?? '')?.[0];
}

async function waitForLink(origin: string, patient: Patient): Promise<string> {
  await expect
    .poll(() => linkTo(origin, patient), { timeout: 40_000, intervals: [1000] })
    .toBeTruthy();
  return (await linkTo(origin, patient))!;
}

test('[P-48] a patient waits for an earlier time, another cancels, and the first swaps; a third waits from an empty week', async ({
  page,
  baseURL,
  context,
}) => {
  test.setTimeout(240_000);
  const account = 'time-alerts';
  const url = await makeOwnAccount(baseURL, account, language, { timeAlerts: true });
  const [first, second, third] = [710, 711, 712].map((index) => patientOf('NO', index)) as [
    Patient,
    Patient,
    Patient,
  ];
  const choose = async (widget: OwnPage) => {
    await widget.page.goto(url);
    await widget.choose(/^Torvet/);
    await widget.choose(/^Kontroll/);
    await widget.choose(/^Bo Dahl/);
  };
  const book = async (widget: OwnPage, patient: Patient) => {
    await widget.fillDetails(patient);
    await widget.review();
    await widget.confirm(await newCode(url, patient.mobile, () => widget.book()));
    await widget.receipt.waitFor();
  };
  const appointments = async () =>
    (await timebook(url, account))
      .filter(({ status }) => status === 'booked')
      .map(({ start }) => Date.parse(start))
      .sort((one, other) => one - other);
  const held = async () =>
    (await timebook(url, account))
      .filter(({ status }) => status === 'held')
      .map(({ start }) => Date.parse(start));

  // The second patient has the first time, the first one a later one, and asks for an earlier at the receipt.
  const other = new OwnPage(await context.newPage(), language);
  await choose(other);
  await other.chooseTime();
  await book(other, second);
  const mine = new OwnPage(page, language);
  await choose(mine);
  await mine.toFreeWeek();
  await mine.nextWeek();
  await mine.toFreeWeek();
  await mine.times.last().click();
  await book(mine, first);
  const [early, late] = await appointments();
  const alert = page.locator('opus-time-alert');
  await mine.button(mine.words.tellWhenEarlier).click();
  await expect(alert.getByRole('heading', { name: own.headingEarlier })).toBeFocused();
  await alert.getByRole('button', { name: own.submit }).click();
  await expect(alert.getByText(own.noConsent)).toBeVisible();
  await alert.getByRole('checkbox').check();
  await alert.getByRole('button', { name: own.submit }).click();
  await expect(alert.getByRole('heading', { name: own.doneHeading })).toBeFocused();

  // The second cancels: the first is told, logs in by the link, and finds the time held.
  await other.button(other.words.logIn).click();
  await other.logInBySms(second, url);
  await other.cancel();
  const link = await waitForLink(url, first);
  expect(link).not.toContain(first.mobile);
  await page.goto(link);
  // Held for whoever opens the link first: before the login, too.
  await expect(mine.widget).toContainText(mine.words.heldUntil('').replace(/[\s.]+$/, ''));
  expect(await held()).toEqual([early]);
  await mine.logInBySms(first, url);
  expect(await held(), 'swapped for the hold of the move').toEqual([early]);
  await expect(mine.button(mine.own.moveNow)).toBeVisible();

  // A third waits from a week without times, by the code that proves the number.
  const last = new OwnPage(await context.newPage(), language);
  await choose(last);
  const waiting = last.page.locator('opus-time-alert');
  const ask = last.button(last.words.tellWhenFree);
  for (let week = 0; week < 12 && !(await ask.isVisible()); week += 1) {
    await last.nextWeek();
    await last.page.waitForTimeout(300);
  }
  await ask.click();
  await waiting.getByRole('textbox', { name: last.words.mobile }).fill(third.mobile);
  await waiting.getByRole('checkbox').check();
  const code = await newCode(url, third.mobile, () =>
    waiting.getByRole('button', { name: own.submit }).click(),
  );
  await waiting.getByRole('textbox', { name: last.words.codeLabel }).fill(code);
  await waiting.getByRole('button', { name: own.confirm, exact: true }).click();
  await expect(waiting.getByRole('heading', { name: own.doneHeading })).toBeFocused();

  // The swap, in one step: the old time is free, and the third is told of it.
  await mine.button(mine.own.moveNow).click();
  await expect(mine.widget).toContainText(mine.own.movedHeading);
  expect(await appointments()).toEqual([early]);
  const freed = new URL(await waitForLink(url, third));
  expect(Date.parse(freed.searchParams.get('time')!)).toBe(late);
  await last.page.goto(freed.href);
  await last.field(last.words.firstName).waitFor();
  const { minutes } = toClockTime(late!, 'Europe/Oslo');
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  await expect(last.widget.locator('opus-choices')).toContainText(clock);

  // The last line of the message ends it: by a button, not by opening the link.
  const news = (await messages(url)).find(({ text }) => text.includes('?alert='))!;
  await last.page.goto(/https?:\S+\?alert=\S+/.exec(news.text)![0]);
  await last.page.getByRole('button', { name: 'Stopp meldingene' }).click();
  await expect(last.page.getByRole('status').first()).toContainText('Du får ingen flere meldinger');
});
