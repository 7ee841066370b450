// The whole booking, by what any engine can do: evaluate an expression in the page.
import { nb } from '../../src/locales/nb.js';
import { newestCode } from '../../test/e2e/inbox.js';
import { patientNumber } from '../../test/e2e/patients.js';
import type { Driver } from './drivers.js';

/**
 * Runs in the page, as old as it may be: presses or fills in what is in view, through every shadow root. Answers `ok`, or
 * what is missing.
 */
const inPage = `function (kind, tag, name, value) {
  var all = [];
  (function walk(root) {
    root.querySelectorAll('*').forEach(function (element) {
      all.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    });
  })(document);
  function host(element) { var root = element.getRootNode(); return root.host && root.host.localName; }
  function isIn(element) {
    for (var at = element; at; at = at.getRootNode().host) if (!tag || at.localName === tag) return true;
    return false;
  }
  function label(element) { return (element.getAttribute('aria-label') || element.textContent).trim(); }
  var found = all.filter(function (element) {
    if (!isIn(element) || element.getClientRects().length === 0) return false;
    if (kind === 'fill') return /-field$/.test(element.localName) && element.label === name;
    if (kind === 'check') return element.type === 'checkbox';
    if (kind === 'see') return element.localName === 'h2' && label(element).indexOf(name) === 0;
    var isFree = element.getAttribute('aria-disabled') !== 'true' && !element.closest('[inert]');
    return element.localName === 'button' && isFree && label(element).indexOf(name) === 0;
  })[0];
  if (!found) {
    return 'no "' + name + '"' + (tag ? ' in ' + tag : '') + '; headings: ' +
      all.filter(function (each) { return /^h[1-3]$/.test(each.localName) && each.getClientRects().length; })
        .map(label).join(' | ').slice(0, 200);
  }
  if (kind === 'fill') {
    var control = found.shadowRoot.querySelector('input,textarea');
    control.focus();
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (kind !== 'see') found.click();
  return 'ok';
}`;

type Step = readonly [
  kind: 'press' | 'fill' | 'check' | 'see',
  tag: string,
  name: string,
  value?: string,
];

async function act(driver: Driver, step: Step, seconds = 20): Promise<void> {
  const [kind, tag, name, value = ''] = step;
  const expression = `(${inPage})(${[kind, tag, name, value].map((each) => JSON.stringify(each)).join()})`;
  const until = Date.now() + seconds * 1000;
  let answer: unknown;
  do {
    answer = await driver.evaluate(expression);
    if (answer === 'ok') return;
    await new Promise((done) => setTimeout(done, 100));
  } while (Date.now() < until);
  throw new Error(String(answer));
}

/** Shows the next weeks until one has a free time, and takes its first. */
async function takeTime(driver: Driver): Promise<void> {
  const time: Step = ['press', 'opus-week-calendar', ''];
  const slot = inPage.replace(
    "return element.localName === 'button' && isFree",
    "return (element.getAttribute('part') || '').split(' ').indexOf('slot') >= 0 && isFree",
  );
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await driver.evaluate(
      `(${slot})(${time.map((each) => JSON.stringify(each)).join()}, '')`,
    );
    if (answer === 'ok') return;
    if (tries % 20 === 19) await act(driver, ['press', 'opus-week-calendar', nb.nextWeek]);
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('no free time');
}

export interface WalkOptions {
  readonly origin: string;
  readonly url: string;
  /** Number of the made-up patient: each browser has its own. */
  readonly patient: number;
  /** Called on each step, by its name. */
  readonly look?: (step: string) => Promise<void>;
}

/** From the first step to the receipt; rejects with what was missing. */
export async function walk(
  driver: Driver,
  { origin, url, ...options }: WalkOptions,
): Promise<void> {
  const patient = patientNumber(options.patient);
  const look = options.look ?? (async () => undefined);
  await driver.open(url);
  await act(driver, ['see', '', nb.chooseClinic], 30);
  await look('clinic');
  await act(driver, ['press', 'opus-clinic-picker', 'Opus Dental Klinikken']);
  await act(driver, ['press', 'opus-treatment-picker', 'Undersøkelse']);
  await act(driver, ['press', 'opus-clinician-picker', 'Lise Negård']);
  await act(driver, ['see', '', nb.chooseTime]);
  await look('time');
  await takeTime(driver);
  await act(driver, ['fill', '', nb.firstName, patient.firstName]);
  await act(driver, ['fill', '', nb.lastName, patient.lastName]);
  await act(driver, ['fill', '', nb.nationalId('NO'), patient.nationalId]);
  await act(driver, ['fill', '', nb.email, patient.email]);
  await act(driver, ['fill', '', nb.mobile, patient.mobile]);
  await act(driver, ['fill', '', nb.address1, patient.address1]);
  await act(driver, ['fill', '', nb.postalCode, patient.postalCode]);
  await act(driver, ['check', '', '']);
  await look('details');
  await act(driver, ['press', '', nb.toReview]);
  await act(driver, ['press', '', nb.bookTime]);
  await act(driver, ['fill', '', nb.codeLabel, await newestCode(origin, patient.mobile)]);
  await look('code');
  await act(driver, ['press', '', nb.confirmTime]);
  await act(driver, ['see', '', nb.receiptHeading]);
  await look('receipt');
}
