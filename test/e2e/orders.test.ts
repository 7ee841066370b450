import { expect, test, type Page } from '@playwright/test';
import type { ChoiceStep, Language } from '../../src/contract/index.js';
import { stepOrders } from '../../src/domain/step-order.js';
import { BookingPage } from './booking-page.js';
import { newestCode } from './inbox.js';
import { homes, orderAccount, type OrderOptions } from './order-account.js';
import { OrderWalk } from './order-walk.js';
import { OrderWorld } from './order-world.js';
import { patientOf } from './patients.js';
import { makeAccount, timebook } from './staff.js';

// Five languages over fourteen orders at two widths: each language meets both widths.
const languages: readonly Language[] = ['nb', 'sv', 'fi', 'da', 'en'];
const widths = [1280, 360] as const;

interface Visit extends OrderOptions {
  readonly number: number;
  readonly width: number;
}

async function begin(page: Page, baseURL: string | undefined, visit: Visit) {
  const { port } = new URL(baseURL ?? '');
  const origin = `http://${visit.id}.localhost:${port}`;
  const account = orderAccount(visit);
  await makeAccount(origin, account);
  const world = await OrderWorld.of(origin, account);
  await page.setViewportSize({ width: visit.width, height: 800 });
  await page.goto(`${origin}/?lang=${visit.language}`);
  const booking = new BookingPage(page, visit.language);
  const walk = new OrderWalk(booking, world, visit.stepOrder, visit.number);
  return { origin, world, booking, walk };
}

/** From the form to the receipt, and into the clinic's timebook. */
async function finish(
  visit: Visit,
  origin: string,
  { booking, walk, world }: { booking: BookingPage; walk: OrderWalk; world: OrderWorld },
) {
  // Of no other test: the newest code to a number must be this booking's.
  const first = visit.id.startsWith('change') ? 660 : 600;
  const patient = patientOf(homes[visit.language].market, first + visit.number);
  await booking.fillDetails(patient);
  await booking.review();
  await booking.book();
  await booking.confirm(await newestCode(origin, patient.mobile));
  await expect(booking.receipt).toBeVisible();
  const fitting = world.fitting(walk.chosen);
  const entries = await timebook(origin, visit.id);
  const own = entries.filter(({ text }) => text.includes(`CC: ${patient.campaignCode}`));
  expect(own).toHaveLength(1);
  expect(own[0]).toMatchObject({ status: 'booked', registeredBy: 'ITB' });
  const { start, clinic, clinician, template } = own[0] ?? {};
  expect(
    fitting.map((slot) => [Date.parse(slot.start), slot.clinic, slot.clinician, slot.treatment]),
    'what was booked is what was chosen',
  ).toContainEqual([Date.parse(start ?? ''), clinic, clinician, template]);
}

async function lookAtSteps(booking: BookingPage, width: number, names: readonly string[]) {
  if (width > 480) expect(await booking.steps()).toEqual(names);
  else await expect(booking.widget).toContainText(booking.words.stepOf(1, names.length));
}

for (const [number, stepOrder] of stepOrders().entries()) {
  const language = languages[number % languages.length] ?? 'nb';
  const width = widths[number % widths.length] ?? 1280;
  const visit: Visit = {
    id: `order-${number + 1}`,
    number,
    width,
    language,
    stepOrder,
    // Every third account offers "any".
    ...(number % 3 === 0 ? { settings: { anyClinic: true, anyClinician: true } } : {}),
  };
  test(`[P-01] [P-02] ${stepOrder.join(', ')}: booked in ${language} at ${width} px`, async ({
    page,
    baseURL,
  }) => {
    const { origin, ...rest } = await begin(page, baseURL, visit);
    const { booking, walk } = rest;
    await booking.part(stepOrder[0] ?? 'clinic').waitFor();
    await lookAtSteps(
      booking,
      width,
      ([...stepOrder, 'details', 'confirm'] as const).map((step) => booking.nameOf(step)),
    );
    await walk.goOn();
    expect(walk.asked, 'asked in the order of the account').toEqual(
      stepOrder.filter((step) => walk.asked.includes(step)),
    );
    await finish(visit, origin, rest);
  });
}

for (const width of widths) {
  const stepOrder: readonly ChoiceStep[] = ['clinic', 'treatment', 'clinician', 'time'];
  const visit: Visit = {
    id: `combined-${width}`,
    number: 20 + (width % 7),
    width,
    language: width > 480 ? 'nb' : 'fi',
    stepOrder,
    settings: { combinedView: true, anyClinician: true },
  };
  test(`[P-03] [P-45] the combined view: booked in ${visit.language} at ${width} px`, async ({
    page,
    baseURL,
  }) => {
    const { origin, ...rest } = await begin(page, baseURL, visit);
    const { booking, walk } = rest;
    const { words } = booking;
    await booking.part('clinic').waitFor();
    await lookAtSteps(booking, width, [
      booking.nameOf('clinic'),
      words.bothSteps(booking.nameOf('treatment'), booking.nameOf('clinician')),
      words.bothSteps(booking.nameOf('time'), booking.nameOf('details')),
      booking.nameOf('confirm'),
    ]);
    await walk.goOn();
    await expect(booking.calendar, 'time and form on one page').toBeVisible();
    await finish(visit, origin, rest);
  });
}

// Changed at the end of the way: the first choice of all, in orders where time comes last, third and second.
for (const [index, stepOrder] of (
  [
    ['clinic', 'treatment', 'clinician', 'time'],
    ['treatment', 'clinic', 'time', 'clinician'],
    ['clinician', 'time', 'treatment', 'clinic'],
  ] as const
).entries()) {
  const width = widths[index % widths.length] ?? 1280;
  const language = languages[(index + 1) % languages.length] ?? 'nb';
  const visit: Visit = { id: `change-${index + 1}`, number: index, width, language, stepOrder };
  const [first] = stepOrder;
  test(`[P-04] [P-05] ${stepOrder.join(', ')}: another ${first} keeps what still fits and names what it drops, in ${language} at ${width} px`, async ({
    page,
    baseURL,
  }) => {
    const { origin, ...rest } = await begin(page, baseURL, visit);
    const { booking, walk } = rest;
    const { words } = booking;
    await walk.goOn();
    await booking.field(words.firstName).fill('Åse');
    if (width > 480) await booking.button(words.changeWhat(booking.nameOf(first))).click();
    else await booking.backTo(first);
    const dropped = await walk.change(first);
    expect(dropped).not.toEqual([]);
    const names = dropped.map((step) => booking.nameOf(step).toLocaleLowerCase());
    await expect(booking.widget).toContainText(words.droppedChoices(names));
    await walk.goOn();
    await expect(booking.field(words.firstName), '[P-29] nothing typed is lost').toHaveValue('Åse');
    await finish(visit, origin, rest);
  });
}
