import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { openingWords } from '../../src/console/pages/booking-page/opening-words.js';
import { switchWords } from '../../src/console/pages/booking-page/switch-words.js';
import { patientNeedsWords } from '../../src/console/pages/patients/patient-needs-words.js';
import { patientsWords } from '../../src/console/pages/patients/patients-words.js';
import { clinicianWords } from '../../src/console/pages/places/clinician-words.js';
import { templateWords } from '../../src/console/pages/treatments/template-words.js';
import { treatmentsWords } from '../../src/console/pages/treatments/treatments-words.js';
import { fill, inLanguage } from '../../src/console/words/in-language.js';
import { addDays, type CivilDate } from '../../src/domain/civil-date.js';
import { formatInstant, toClockTime } from '../../src/domain/clock-time.js';
import { mondayOf } from '../../src/domain/week.js';
import type { SlotList } from '../../src/contract/index.js';
import { categories, internet } from '../../demo/accounts/sample-account.js';
import { ConsolePage } from './console-page.js';
import { Hands } from './hands.js';
import { newCode } from './inbox.js';
import { orderAccount } from './order-account.js';
import { pageOf, putOnFile } from './own-account.js';
import { OwnPage } from './own-page.js';
import { patientOf } from './patients.js';
import { makeAccount, staffOf, timebook } from './staff.js';

const timeZone = 'Europe/Copenhagen';
const words = {
  opening: inLanguage(openingWords, 'da'),
  switches: inLanguage(switchWords, 'da'),
  template: inLanguage(templateWords, 'da'),
  treatments: inLanguage(treatmentsWords, 'da'),
  clinician: inLanguage(clinicianWords, 'da'),
  patients: inLanguage(patientsWords, 'da'),
  needs: inLanguage(patientNeedsWords, 'da'),
};
const people = {
  ...{ mette: 'Mette Holm', jens: 'Jens Krogh', pia: 'Pia Lund', ole: 'Ole Dam' },
} as const;

/** A Danish clinic before anything of the online booking is set up: closed, nobody taking part, no appointment types. */
async function closedClinic(baseURL: string | undefined, id: string, today: CivilDate) {
  const stepOrder = ['treatment', 'clinician', 'clinic', 'time'] as const;
  const whole = orderAccount({
    ...{ id, language: 'da', stepOrder },
    settings: {
      login: { sms: true, eid: [] },
      allowedOrigins: [new URL(pageOf(baseURL, id)).origin],
      ...{ selfCreation: false, weekendBooking: true },
    },
  });
  const [clinicId, clinic] = Object.entries(whole.clinics)[0]!;
  const person = { ...whole.clinicians.bo!, bookingList: null };
  const clinicians = Object.entries(people).map(([key, name], position) => [
    key,
    { ...person, name, position, published: false, acceptsNewPatients: false },
  ]);
  await makeAccount(baseURL ?? '', {
    ...whole,
    clinics: { [clinicId]: clinic },
    clinicians: Object.fromEntries(clinicians) as typeof whole.clinicians,
    categories: categories({ online: 'Online' }),
    templates: {},
    templateLists: {},
    preblocks: { online: internet('Online', ['online']) },
    weeks: [],
  });
  const staff = staffOf(baseURL ?? '', id);
  await staff.send('PUT', '/status', { status: 'new-booking-off' });
  // Arbejdstider, for four weeks; today until midnight, so that there is something of it at any hour.
  const days = Array.from({ length: 28 }, (_, day) => addDays(today, day)).flatMap((date) =>
    Object.keys(people).map((clinician) => ({
      ...{ clinician, clinic: 'torvet', date },
      ...{ from: '08:00', to: date === today ? '24:00' : '10:00' },
    })),
  );
  await staff.send('POST', '/working-time', { intervals: days });
  await staff.send('POST', '/preblocks', {
    placements: days.map((day) => ({ ...day, preblock: 'online' })),
  });
  return staff;
}

/** Starts that strangers are offered. */
async function offered(
  baseURL: string | undefined,
  account: string,
  { treatment, from }: { treatment: string; from: CivilDate },
): Promise<SlotList['slots']> {
  const { port } = new URL(baseURL ?? '');
  const query = `from=${from}&to=${addDays(from, 28)}&treatment=${treatment}`;
  const answer = await fetch(`http://127.0.0.1:${port}/v1/accounts/${account}/slots?${query}`);
  return ((await answer.json()) as SlotList).slots;
}

/** A patient's window at the clinic's page. */
async function visit(context: BrowserContext, url: string): Promise<OwnPage> {
  const page = await context.newPage();
  await page.goto(url);
  return new OwnPage(page, 'da');
}

/** The fields of an appointment type, filled in from the top. */
async function fillType(
  page: Page,
  hands: Hands,
  values: Readonly<Partial<Record<keyof typeof templateWords, string | true | readonly string[]>>>,
): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.getByLabel(words.template[name as keyof typeof templateWords], {
      exact: name !== 'name' && name !== 'minutes',
    });
    if (value === true) await hands.tick(field);
    else if (typeof value === 'string') await hands.type(field, value);
    else for (const one of value) await hands.tick(page.getByLabel(one));
  }
}

for (const way of ['mouse', 'keyboard'] as const) {
  test(`[A-04] [A-06] [A-08] [P-38] [P-42] the Danish manual by ${way}: Start, ten fields of an appointment type, Tillad selvoprettelse, Tilmeldt, Aktiv, order`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(300_000);
    const account = `aldente-${way}`;
    const url = pageOf(baseURL, account);
    const { date: today } = toClockTime(Date.now(), timeZone);
    const staff = await closedClinic(baseURL, account, today);
    const known = patientOf('DK', 0);
    const knownId = await putOnFile(url, account, known);
    const { root } = await ConsolePage.open(page, baseURL, account);
    const opened = new ConsolePage(page, root, 'da');
    const hands = new Hands(page, way);
    // Signing in is in the browser's language, the console in the person's.
    await hands.press(page.getByRole('button', { name: /Eier$/ }));
    await expect(page.getByRole('button', { name: opened.shell.signOut })).toBeVisible();
    const save = async () => {
      await hands.press(page.getByRole('button', { name: opened.shell.save, exact: true }));
      await expect(page.getByText(opened.shell.unsaved, { exact: true })).toHaveCount(0);
      await expect(page.getByText(opened.shell.saved, { exact: true }).first()).toBeVisible();
    };

    // Opsætning 1–3: Tandhjulet, Online booking, the button that has to be Aktiv: Start.
    await opened.go('booking-page/opening');
    await hands.tick(page.getByRole('checkbox', { name: words.opening.newBookingOff }), false);
    await expect(page.getByText(words.opening.isOpen)).toBeVisible();
    await save();

    // Aftaletyper 1–10: SU, whose online alias is Undersøgelse.
    await opened.go('treatments/templates/new');
    await hands.type(page.getByLabel(words.template.name), 'Undersøgelse');
    await hands.type(page.getByLabel(words.template.minutes), '20');
    await hands.choose(page.getByLabel(words.template.category, { exact: true }), 'Online');
    await fillType(page, hands, {
      minutesBetweenOffers: '30',
      leadDays: '0',
      cancelDays: '2',
      moveDays: '2',
      governedByNeed: true,
      maxDaysAfterRecallWeek: '100',
      useInRecall: true,
    });
    await save();
    // Tandpine, knækket tand: governed by no need, with some clinicians only; on the same day, too.
    await opened.go('treatments/templates/new');
    await hands.type(page.getByLabel(words.template.name), 'Tandpine');
    await hands.type(page.getByLabel(words.template.minutes), '30');
    await hands.choose(page.getByLabel(words.template.category, { exact: true }), 'Online');
    await fillType(page, hands, {
      minutesBetweenOffers: '0',
      cliniciansWithoutNeed: [people.jens, people.pia, people.ole],
    });
    await save();
    const { items } = await staff.send<{ items: { id: string; name: string }[] }>(
      'GET',
      '/templates',
    );
    const [acuteType, checkUp] = items.toSorted((one, other) => (one.name < other.name ? -1 : 1));
    expect([checkUp, acuteType]).toMatchObject([
      {
        ...{ name: 'Undersøgelse', minutes: 20, minutesBetweenOffers: 30, leadDays: 0 },
        ...{ cancelDays: 2, moveDays: 2, governedByNeed: true, maxDaysAfterRecallWeek: 100 },
      },
      {
        ...{ name: 'Tandpine', minutesBetweenOffers: 0, governedByNeed: false },
        cliniciansWithoutNeed: ['jens', 'pia', 'ole'],
      },
    ]);
    const examination = checkUp!.id;
    const toothache = acuteType!.id;

    // Selvoprettelse 1: Server indstillinger, Tillad selvoprettelse. Nobody is Tilmeldt yet.
    await opened.go('booking-page/switches');
    await hands.tick(page.getByLabel(words.switches.selfCreation, { exact: true }));
    await save();
    expect(await offered(baseURL, account, { treatment: toothache, from: today })).toEqual([]);

    // 2 and 4: Klinik indstillinger, all of them Tilmeldt; all but Ole Aktiv, too.
    for (const [id, name] of Object.entries(people)) {
      await opened.go(`people/clinicians/${id}`);
      await expect(
        page.getByRole('textbox', { name: words.clinician.name, exact: true }),
      ).toHaveValue(name);
      await hands.tick(page.getByLabel(words.clinician.published, { exact: true }));
      if (id !== 'ole') {
        await hands.tick(page.getByLabel(words.clinician.acceptsNewPatients, { exact: true }));
      }
      await save();
    }
    // 4: the order in which patients see them.
    await opened.go('people/clinicians');
    const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    if (way === 'mouse') await row(people.pia).dragTo(row(people.jens));
    else {
      const up = fill(opened.shell.moveUp, { name: people.pia });
      await hands.press(page.getByRole('button', { name: up }));
    }
    await hands.press(page.getByRole('button', { name: opened.shell.save, exact: true }));
    await expect(page.getByText(opened.shell.unsaved, { exact: true })).toHaveCount(0);

    // Step 6 and Aktiv: strangers have a toothache with Jens and Pia alone. Step 8, empty: today as well, as long as there is time.
    const asked = toClockTime(Date.now(), timeZone);
    const acute = await offered(baseURL, account, { treatment: toothache, from: today });
    const answered = toClockTime(Date.now(), timeZone);
    expect(new Set(acute.map(({ clinician }) => clinician))).toEqual(new Set(['pia', 'jens']));
    // The last half hour of today begins at 23:30.
    const lastStart = 23 * 60 + 30;
    const isToday = acute.some(({ start }) => start.startsWith(today));
    if (answered.date === today && answered.minutes < lastStart) expect(isToday).toBe(true);
    else if (asked.date !== today || asked.minutes > lastStart) expect(isToday).toBe(false);
    // Step 5: a check-up takes a need.
    expect(await offered(baseURL, account, { treatment: examination, from: today })).toEqual([]);

    // Somebody new books, and is on file from then on.
    const stranger = patientOf('DK', 1);
    const fresh = await visit(context, url);
    // What is the only choice is made already.
    await expect(fresh.widget).toContainText('Tandpine');
    expect(await fresh.offered('clinician')).toEqual([
      expect.stringContaining(people.pia),
      expect.stringContaining(people.jens),
    ]);
    await fresh.choose(new RegExp(`^${people.jens}`));
    await fresh.chooseTime();
    await fresh.fillDetails(stranger);
    await fresh.review();
    await fresh.confirm(await newCode(url, stranger.mobile, () => fresh.book()));
    await fresh.receipt.waitFor();
    await fresh.page.close();
    expect(await timebook(url, account)).toMatchObject([
      { registeredBy: 'ITB', clinician: 'jens', patient: { lastName: stranger.lastName } },
    ]);

    // Step 7 at its edge: of a week that ended so long ago that a check-up is open for 15 days more; with Mette, 40 minutes.
    const due = addDays(mondayOf(today), -13 * 7);
    const last = addDays(due, 6 + 100);
    await opened.go(`patients/${knownId}`);
    await hands.press(page.getByRole('button', { name: words.needs.addNeed }));
    await hands.type(page.getByLabel(words.needs.week), due);
    await hands.type(page.getByRole('spinbutton', { name: words.needs.minutes }), '40');
    await hands.choose(page.getByLabel(words.needs.clinician, { exact: true }), people.mette);
    await hands.press(page.getByRole('button', { name: opened.shell.save, exact: true }).last());
    await expect(page.getByRole('listitem').filter({ hasText: 'Undersøgelse' })).toContainText(
      '40',
    );

    const own = await visit(context, url);
    await own.button(own.words.logIn).click();
    await own.logInBySms(known, url);
    const recall = own.list.locator('.recalls');
    // The need says with whom and for how long.
    await expect(recall).toContainText(people.mette);
    await recall.getByRole('button').click();
    await own.toFreeWeek();
    const ends: string[] = [];
    for (let week = 0; week < 4; week += 1) {
      const labels = await own.times.evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
      if (week === 0) {
        // Step 8, 0: from tomorrow. Step 4: 08:00, 08:30, 09:00 – the last one that 40 minutes still fit.
        const tomorrow = labels.filter((label) => isOn(label, addDays(today, 1)));
        expect(labels.some((label) => isOn(label, today))).toBe(false);
        expect(tomorrow.map((label) => /\d\d[:.]\d\d/.exec(label)?.[0].replace('.', ':'))).toEqual([
          '08:00',
          '08:30',
          '09:00',
        ]);
      }
      if (labels.length > 0) ends.push(labels.at(-1)!);
      if (!(await own.calendar.getByRole('button', { name: own.words.nextWeek }).isEnabled()))
        break;
      await own.nextWeek();
    }
    expect(isOn(ends.at(-1)!, last), ends.at(-1)).toBe(true);
    await own.page.close();
    await bookNeedTomorrow(await visit(context, url), { url, known });

    // Steps 9 and 10: tomorrow's is past both days; one of the week after is not.
    const later = addDays(today, 7);
    await staff.send('POST', '/timebook', {
      ...{ start: `${later}T08:00:00${offsetOf(later)}`, minutes: 20 },
      ...{ clinic: 'torvet', clinician: 'mette', template: examination, patient: knownId },
    });
    const list = await visit(context, url);
    await list.button(list.words.logIn).click();
    await list.logInBySms(known, url);
    await expect(list.appointments).toHaveCount(2);
    await expect(list.appointments.first().getByRole('button')).toHaveCount(0);
    const second = list.appointments.last();
    await expect(second.getByRole('button', { name: list.own.moveAppointment })).toBeVisible();
    await list.cancel();
    await expect(list.list).toContainText(list.own.stateCancelled);
  });
}

/** Books the first time of what a patient is due for. */
async function bookNeedTomorrow(
  own: OwnPage,
  { url, known }: { url: string; known: Parameters<OwnPage['logInBySms']>[0] },
): Promise<void> {
  await own.button(own.words.logIn).click();
  await own.logInBySms(known, url);
  await own.list.locator('.recalls').getByRole('button').click();
  await own.chooseTime();
  await own.widget.getByRole('checkbox', { name: own.words.consent }).check();
  await own.button(own.words.bookTime).click();
  await expect(own.widget).toContainText(own.own.recallBookedHeading);
  await own.page.close();
}

/** Whether a time's name, such as `mandag den 30. november, 08.00`, is of a date. */
function isOn(label: string, date: CivilDate): boolean {
  const day = new Intl.DateTimeFormat('da', { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return label.includes(` ${day.format(new Date(`${date}T12:00:00Z`))}`);
}

/** The offset of a date in Copenhagen, such as `+01:00`. */
const offsetOf = (date: CivilDate) => formatInstant(`${date}T08:00:00Z`, timeZone).slice(19);
