import { expect, test } from '@playwright/test';
import { keysWords } from '../../src/console/pages/administration/keys-words.js';
import { switchWords } from '../../src/console/pages/booking-page/switch-words.js';
import { guideWords } from '../../src/console/pages/guide/guide-words.js';
import { messagesWords } from '../../src/console/pages/messages/messages-words.js';
import { patientsWords } from '../../src/console/pages/patients/patients-words.js';
import { policyWords } from '../../src/console/pages/reminders/policy-words.js';
import { sendWords } from '../../src/console/pages/sms/send-words.js';
import { timebookWords } from '../../src/console/pages/timebook/timebook-words.js';
import { todayWords } from '../../src/console/pages/today/today-words.js';
import { whyWords } from '../../src/console/pages/why/why-words.js';
import { inLanguage, type InFive } from '../../src/console/words/in-language.js';
import type { pageWords } from '../../src/console/words/shell-words.js';
import { rightWords } from '../../src/console/words/shell-words.js';
import { formatInstant, toClockTime } from '../../src/domain/clock-time.js';
import { ConsolePage } from './console-page.js';
import { Keyboard } from './keyboard.js';
import { orderAccount } from './order-account.js';
import { putOnFile } from './own-account.js';
import { patientNumber } from './patients.js';
import { makeAccount, staffOf } from './staff.js';

const account = 'tastatur';
const kari = patientNumber(940);
const nb = <Words extends Readonly<Record<string, InFive>>>(words: Words) =>
  inLanguage(words, 'nb');

test.beforeAll(async ({ baseURL }) => {
  const stepOrder = ['clinic', 'treatment', 'clinician', 'time'] as const;
  await makeAccount(baseURL ?? '', orderAccount({ id: account, language: 'nb', stepOrder }));
  const staff = staffOf(baseURL ?? '', account);
  const { items } = await staff.send<{ items: object[] }>('GET', '/patients');
  if (items.length > 0) return;
  const patient = await putOnFile(baseURL ?? '', account, kari);
  const { date } = toClockTime(Date.now(), 'Europe/Oslo');
  const start = formatInstant(`${date}T10:00:00Z`, 'Europe/Oslo');
  await staff.send('POST', '/timebook', {
    ...{ start, minutes: 30, clinic: 'torvet', clinician: 'bo', patient },
  });
});

/** What a page is for, done by keyboard alone. */
type Deed = (hands: Keyboard, opened: ConsolePage) => Promise<void>;

/** Of every page of the menu but "To decide", which console-messages.test.ts walks: a new page does not compile without one. */
const paths: Readonly<Record<Exclude<keyof typeof pageWords, 'decide'>, Deed>> = {
  async guide(hands) {
    const { page } = hands;
    await hands.press(page.getByRole('link', { name: nb(guideWords).clinics, exact: true }));
    await expect(page).toHaveURL(/#people/);
  },
  async today(hands) {
    const { page } = hands;
    const line = page.getByRole('listitem').filter({ hasText: kari.lastName });
    await hands.press(line.getByRole('button', { name: nb(todayWords).markArrived }));
    await expect(line).toContainText(nb(todayWords).arrivedAt.replace('{at}', '').trim());
    await hands.press(line.getByRole('button', { name: nb(todayWords).notArrived }));
    await expect(line.getByRole('button', { name: nb(todayWords).markArrived })).toBeVisible();
  },
  async timebook(hands) {
    const { page } = hands;
    const grid = page.getByRole('application', { name: nb(timebookWords).calendars });
    await hands.to(grid);
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    expect(await dialog.evaluate((element) => element.matches(':focus-within'))).toBe(true);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(grid).toBeFocused();
  },
  async why(hands) {
    const { page } = hands;
    const treatment = page.getByLabel(nb(whyWords).treatment, { exact: true });
    const before = await treatment.inputValue();
    await hands.press(treatment, 'ArrowDown');
    await expect(treatment).not.toHaveValue(before);
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).not.toHaveCount(0);
    await expect(treatment).toBeFocused();
  },
  async treatments(hands, { shell }) {
    const first = hands.page.locator('.item a').first();
    const name = (await first.textContent()) ?? '';
    const down = hands.page.getByRole('button', { name: shell.moveDown.replace('{name}', name) });
    await hands.press(down);
    await expect(first).not.toHaveText(name);
    await expect(down).toBeFocused();
    await saveBy(hands, shell);
  },
  async 'booking-page'(hands, { shell }) {
    const box = hands.page.getByLabel(nb(switchWords).patientMessage);
    const wasOn = await box.isChecked();
    await hands.press(box, 'Space');
    await expect(box).toBeChecked({ checked: !wasOn });
    await saveBy(hands, shell);
  },
  async people(hands, { shell }) {
    await hands.press(hands.page.getByRole('link', { name: 'Torvet', exact: true }));
    const city = hands.page.locator('#field-city');
    await hands.write(city, 'Hvalstad');
    await saveBy(hands, shell);
  },
  async messages(hands, { shell }) {
    const { page } = hands;
    await hands.press(page.locator('.item a').first());
    const text = page.getByLabel(nb(messagesWords).text, { exact: true });
    await hands.write(text, 'Hei [');
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(text).toHaveValue(/^Hei \[[A-Z_0-9]+\]/);
    await expect(text).toBeFocused();
    await saveBy(hands, shell);
  },
  async reminders(hands, { shell }) {
    const to = hands.page.getByLabel(nb(policyWords).to);
    const before = await to.inputValue();
    await hands.press(to, 'ArrowDown');
    await expect(to).not.toHaveValue(before);
    await saveBy(hands, shell);
  },
  async sms(hands) {
    const { page } = hands;
    const send = nb(sendWords);
    await hands.press(page.getByRole('radio', { name: send.patient }), 'ArrowRight');
    await hands.write(page.getByLabel(send.mobile), '412 34 567');
    await hands.write(page.getByRole('textbox', { name: send.text }), 'Nøklene ligger her.');
    await hands.press(page.getByRole('button', { name: send.send, exact: true }));
    await expect(page.getByText(send.sentOne).first()).toBeVisible();
  },
  async patients(hands) {
    const { page } = hands;
    await hands.write(page.getByLabel(nb(patientsWords).search), kari.lastName);
    await hands.press(page.getByRole('link', { name: new RegExp(kari.lastName) }).first());
    await expect(page.locator('#field-firstName')).toHaveValue(kari.firstName);
  },
  async administration(hands) {
    const { page } = hands;
    const keys = nb(keysWords);
    await hands.press(page.getByRole('link', { name: 'API-nøkler' }));
    await hands.press(page.getByRole('button', { name: keys.addKey }));
    await hands.write(page.getByLabel(keys.name, { exact: true }), 'Statistikk');
    await hands.press(page.getByLabel(nb(rightWords).read, { exact: true }), 'Space');
    await hands.press(page.getByRole('button', { name: keys.addKey }));
    await expect(page.locator('output')).toHaveText(/\S{20,}/);
    await hands.to(page.getByRole('button', { name: keys.copy, exact: true }));
  },
  async own(hands, { shell }) {
    // Leaving the account is what one finds here by any way.
    const { page } = hands;
    await hands.press(page.getByRole('button', { name: shell.signOut, exact: true }));
    await expect(page.getByLabel(shell.email)).toBeVisible();
  },
};

/** Saves from the bar below, by keyboard. */
async function saveBy(hands: Keyboard, shell: ConsolePage['shell']): Promise<void> {
  await hands.press(hands.page.getByRole('button', { name: shell.save, exact: true }));
  await expect(hands.page.getByText(shell.unsaved, { exact: true })).toHaveCount(0);
}

for (const [name, deed] of Object.entries(paths) as [keyof typeof paths, Deed][]) {
  test(`[C-14] [P-11] ${name} is reached from the menu and used by keyboard alone, the focus always seen`, async ({
    page,
    baseURL,
  }) => {
    const opened = await ConsolePage.open(page, baseURL, account);
    await opened.signInAs('owner');
    // Not the page that is open at first.
    await opened.go(name === 'own' ? 'guide' : 'own');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const hands = new Keyboard(page);
    await hands.press(opened.link(name));
    await expect(opened.link(name)).toHaveAttribute('aria-current', 'page');
    // One goes on in the page, not in the menu.
    await expect(page.getByRole('main')).toBeFocused();
    await deed(hands, opened);
  });
}

test('[C-14] a page with changes asks before it is left; the focus comes back to where it was, or goes to the next page', async ({
  page,
  baseURL,
}) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('booking-page/texts');
  const hands = new Keyboard(page);
  await hands.write(page.locator('#field-welcomeHeading'), 'Ikke lagret');
  const target = opened.link('own');
  await hands.press(target);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: opened.shell.stay })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(target).toBeFocused();
  await page.keyboard.press('Enter');
  await hands.press(dialog.getByRole('button', { name: opened.shell.leave }));
  await expect(page).toHaveURL(/#own$/);
  await expect(page.getByRole('main')).toBeFocused();
});
