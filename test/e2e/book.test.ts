import { expect, test, type Page, type Response } from '@playwright/test';
import type { Hold } from '../../src/contract/index.js';
import { nbProblems } from '../../src/locales/problems/nb.js';
import { BookingPage } from './booking-page.js';
import { messages, newestCode } from './inbox.js';
import { patientNumber } from './patients.js';
import { timebook } from './staff.js';

const hosted = (baseURL: string | undefined, account: string) => {
  const { port } = new URL(baseURL ?? 'http://localhost:4310');
  return `http://${account}.localhost:${port}/`;
};

/** Texts, attributes and values of fields, through every shadow root. Runs in the page. */
function everythingInPage(): string {
  const read = (root: Document | ShadowRoot): string =>
    [...root.querySelectorAll('*')]
      .map((element) => {
        const attributes = [...element.attributes].map(({ value }) => value).join(' ');
        const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
        const text = own.map((node) => node.textContent).join(' ');
        const { value } = element as HTMLInputElement;
        const inside = element.shadowRoot ? read(element.shadowRoot) : '';
        return [attributes, text, value, inside].join(' ');
      })
      .join(' ');
  return read(document);
}

async function toDetails(page: Page, url: string): Promise<{ booking: BookingPage; time: string }> {
  await page.goto(url);
  const booking = new BookingPage(page);
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Evelyn Andersen/);
  const time = await booking.chooseTime();
  await booking.field(booking.words.firstName).waitFor();
  return { booking, time };
}

test('[P-01] [P-12] [P-26] [P-30] [P-31] [P-32] [A-11] a patient books in Norwegian with the code from the inbox, and the time is gone', async ({
  page,
  baseURL,
}) => {
  const url = hosted(baseURL, 'opusdentalklinikken');
  const patient = patientNumber(1);
  const { booking, time } = await toDetails(page, url);
  await booking.fillDetails(patient);
  await booking.review();
  await expect(booking.widget, '[N-02] the ID is masked').not.toContainText(
    patient.nationalId.slice(6),
  );
  await booking.book();
  await booking.confirm(await newestCode(url, patient.mobile));
  await expect(booking.receipt).toBeVisible();
  await expect(booking.widget).toContainText('Evelyn Andersen');
  await expect(booking.widget).toContainText(patient.email);
  const held = await page.evaluate(everythingInPage);
  expect(held, '[N-02] what is asked for is looked for inside the widget').toContain(patient.email);
  expect(held, '[N-02] the ID is nowhere').not.toContain(patient.nationalId.slice(6));

  // The next patient does not see the time.
  const next = await toDetails(await page.context().newPage(), url);
  expect(next.time).not.toBe(time);

  // The timebook has it as registered by ITB, with the campaign code and the message.
  const entries = await timebook(url, 'opusdentalklinikken');
  const own = entries.filter(({ text }) => text.includes(`CC: ${patient.campaignCode}`));
  expect(own).toHaveLength(1);
  expect(own[0]).toMatchObject({ status: 'booked', registeredBy: 'ITB' });
  expect(own[0]?.text).toContain(patient.message);
});

test('[P-23] [P-29] the patient whose time is taken at submit keeps every field and books an alternative', async ({
  page,
  baseURL,
  context,
}) => {
  const url = hosted(baseURL, 'opusdentalklinikken');
  const patient = patientNumber(2);
  const holding = page.waitForResponse(
    (answer) => answer.url().endsWith('/holds') && answer.request().method() === 'POST',
  );
  const { booking } = await toDetails(page, url);
  await booking.fillDetails(patient);
  await booking.review();
  // Behind the patient's back the hold ends, and somebody else takes the time.
  const held = (await (await holding).json()) as Hold;
  const api = `${new URL(url).origin}/v1/accounts/opusdentalklinikken`;
  const thief = await context.newPage();
  await thief.goto(url);
  const taken = await thief.evaluate(
    async ([base, hold]) => {
      await fetch(`${base}/holds/${hold.id}`, {
        method: 'DELETE',
        headers: { 'Hold-Token': hold.token },
      });
      const { start, treatment, clinic, clinician } = hold.slot;
      const answer = await fetch(`${base}/holds`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ start, treatment, clinic, clinician }),
      });
      return answer.status;
    },
    [api, held] as const,
  );
  expect(taken).toBe(201);
  await thief.close();

  await booking.book();
  const others = booking.widget.getByRole('group', { name: booking.words.alternatives });
  await expect(others).toBeVisible();
  await others.getByRole('button').first().click();
  await booking.button(booking.words.bookTime).waitFor();
  await expect(booking.widget).toContainText(`${patient.firstName} ${patient.lastName}`);
  await expect(booking.widget).toContainText(patient.email);
  await booking.book();
  await booking.confirm(await newestCode(url, patient.mobile));
  await expect(booking.receipt).toBeVisible();
});

test('[P-26] [P-29] the words of problems are loaded with the first one; without them a general sentence is shown', async ({
  page,
  baseURL,
  context,
}) => {
  const url = hosted(baseURL, 'opusdentalklinikken');
  const patient = patientNumber(8);
  const sentence = nbProblems.nationalIdProblem('checksum', 'NO');
  const wrongId = patient.nationalId.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  /** Addresses of the files that have the sentence. */
  const files = async () => {
    const texts = await Promise.all(scripts.map((each) => each.text()));
    const part = sentence.slice(-30);
    return scripts.filter((_, index) => texts[index]?.includes(part)).map((each) => each.url());
  };
  const { booking } = await toDetails(page, url);
  const { words } = booking;
  await booking.fillDetails(patient);
  await booking.review();
  expect(await files()).toEqual([]);
  // Nor what repeats a call: all have been answered (docs/decisions/0017-repeats-on-demand.md).
  expect(scripts.map((each) => each.url()).filter((url) => url.includes('/repeats-'))).toEqual([]);
  await booking.button(words.back).click();
  await booking.field(words.nationalId('NO')).fill(wrongId);
  await booking.button(words.toReview).click();
  await expect(booking.widget.locator('opus-error-summary')).toContainText(sentence);
  const [file, ...others] = await files();
  expect(others).toEqual([]);

  const late = await context.newPage();
  await late.route(file ?? '', (route) => route.abort());
  const { booking: other } = await toDetails(late, url);
  await other.fillDetails({ ...patient, nationalId: wrongId });
  await other.button(words.toReview).click();
  const summary = other.widget.locator('opus-error-summary');
  await expect(summary).toContainText(words.fieldWrong(words.nationalId('NO')));
  await late.unroute(file ?? '');
  await expect(summary, 'the connection is back').toContainText(sentence);
});

test('[P-06] [P-31] at the clinic with one of everything the patient starts at the treatment and needs no code', async ({
  page,
  baseURL,
}) => {
  const url = hosted(baseURL, 'kodefri');
  const patient = patientNumber(3);
  await page.goto(url);
  const booking = new BookingPage(page);
  await booking.choose(/^Undersøkelse/);
  await booking.chooseTime();
  await booking.fillDetails(patient);
  await booking.review();
  await booking.book();
  await expect(booking.receipt).toBeVisible();
  const codes = (await messages(url)).filter(
    ({ to, text }) => to.endsWith(patient.mobile) && /^\d{6}\b/.test(text),
  );
  expect(codes).toHaveLength(0);
});

test('[P-29] a lost connection keeps what is typed, and the booking goes on when it is back', async ({
  page,
  baseURL,
  context,
}) => {
  const url = hosted(baseURL, 'opusdentalklinikken');
  const patient = patientNumber(4);
  const { booking } = await toDetails(page, url);
  await booking.fillDetails(patient);
  await booking.review();
  await context.setOffline(true);
  await booking.book();
  await expect(booking.widget).toContainText(booking.words.offlineHeading);
  await context.setOffline(false);
  // It goes on by itself; the code proves that it was booked once.
  await booking.field(booking.words.codeLabel).waitFor();
  await booking.confirm(await newestCode(url, patient.mobile));
  await expect(booking.receipt).toBeVisible();
});

test('[P-31] a wrong code says how many tries are left, the right one still books', async ({
  page,
  baseURL,
}) => {
  const url = hosted(baseURL, 'opusdentalklinikken');
  const patient = patientNumber(5);
  const { booking } = await toDetails(page, url);
  await booking.fillDetails(patient);
  await booking.review();
  await booking.book();
  const code = await newestCode(url, patient.mobile);
  await booking.confirm(code === '000000' ? '000001' : '000000');
  await expect(booking.widget).toContainText(booking.words.codeWrong(4));
  await booking.confirm(code);
  await expect(booking.receipt).toBeVisible();
});

test('[P-09] [N-01] on a clinic’s own page with its own style sheet the widget books as well', async ({
  page,
  baseURL,
}) => {
  const patient = patientNumber(6);
  await page.goto(`${baseURL}/homepage/`);
  const booking = new BookingPage(page);
  await booking.choose(/^Distriktstannklinikken/);
  await booking.choose(/^Bleking/);
  await booking.chooseTime();
  await booking.fillDetails(patient);
  await booking.review();
  await booking.book();
  await booking.confirm(await newestCode(baseURL ?? '', patient.mobile));
  await expect(booking.receipt).toBeVisible();
});
