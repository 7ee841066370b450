import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/time-alert.js';
import type { AlertsApi } from '../../src/api/alerts-api.js';
import type { BookingApi } from '../../src/api/booking-api.js';
import { BookingError } from '../../src/api/booking-error.js';
import type { TimeAlertRequest } from '../../src/contract/index.js';
import type { TimeAlert } from '../../src/elements/time-alert/time-alert.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { timeAlertWords } from '../../src/locales/time-alert-words.js';
import { opusAccount } from '../../stories/fixtures/account.js';
import { waitUntil } from '../support/wait-until.js';

const own = timeAlertWords.nb;
const sentTo = { sms: '*** ** 567' };
const waiting = {
  ...({ status: 'waiting', id: 'alert', sentTo } as const),
  before: '2026-12-24T00:00:00+01:00',
  expiresAt: '2026-12-24T00:00:00+01:00',
};

/** An element over a service whose code is 123456, what was asked of it, and what it shows. */
async function show(inputs: Partial<TimeAlert> = {}, isOn = true) {
  const asked: TimeAlertRequest[] = [];
  const ended: string[] = [];
  const alerts: AlertsApi = {
    request: (request) => {
      asked.push(request);
      return Promise.resolve(
        request.appointment
          ? waiting
          : { status: 'code-required', id: 'alert', token: 't', sentTo, expiresIn: 600 },
      );
    },
    confirm: (_alert, code) =>
      code === '123456'
        ? Promise.resolve(waiting)
        : Promise.reject(new BookingError('code-wrong', { triesLeft: 4 })),
    end: (id) => Promise.resolve(void ended.push(id)),
  };
  const settings = { ...opusAccount.settings, timeAlerts: isOn };
  const element = await fixture<TimeAlert>(html`<opus-time-alert lang="nb"></opus-time-alert>`);
  Object.assign(element, {
    account: { ...opusAccount, settings },
    client: { alerts: () => Promise.resolve(alerts) } as unknown as BookingApi,
    wish: { treatment: 'undersokelse', clinic: 'opus' },
    ...inputs,
  });
  await element.updateComplete;
  const find = <E extends HTMLElement>(selector: string) =>
    element.renderRoot.querySelector<E>(selector)!;
  const press = async (selector: string) => {
    find(selector).click();
    await element.updateComplete;
  };
  const type = (selector: string, value: string) => {
    const field = find<HTMLInputElement>(selector);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  };
  const heading = () => find('h3').textContent?.trim();
  return { element, asked, ended, find, press, type, heading };
}

describe('opus-time-alert', () => {
  before(() => loadLocale('nb'));

  it('[P-48] its button has room for its words in a parent that goes by what is in it', async () => {
    const { element } = await show({ wish: { appointment: 'one' } });
    const parent = element.parentElement!;
    parent.style.cssText = 'display: grid; justify-items: start; inline-size: 600px';
    const button = element.renderRoot.querySelector('.open')!;
    expect(button.getBoundingClientRect().height).to.be.lessThan(60);
  });

  it('[P-48] is not there where the account tells nobody', async () => {
    const { element } = await show({}, false);
    expect(element.renderRoot.textContent?.trim()).to.equal('');
  });

  it('[P-48] asks for address, last day and consent, and for the code that proves the address', async () => {
    const page = await show({ lastDay: '2099-01-01' });
    const heard: string[] = [];
    document.body.addEventListener('opus-code', () => heard.push('code'), { once: true });
    await page.press('.open');
    expect(page.heading()).to.equal(own.headingNew);
    await page.press('button[type="submit"]');
    expect(page.asked).to.deep.equal([]);
    // The words of problems are loaded with the first one.
    await waitUntil(() => page.find('#consent').getAttribute('aria-invalid') === 'true');
    page.type('opus-phone-field', '412 34 567');
    await page.press('#consent');
    await page.press('button[type="submit"]');
    await waitUntil(() => page.find('opus-code-form') !== null);
    const [{ until, ...asked }] = page.asked as [TimeAlertRequest];
    expect(asked).to.deep.equal({
      ...{ treatment: 'undersokelse', clinic: 'opus', mobile: '+4741234567', lang: 'nb' },
      consent: { version: opusAccount.texts.consentVersion, lang: 'nb' },
    });
    expect(until! < '2099-01-01', 'at most 90 days').to.equal(true);

    const form = page.find<HTMLElementTagNameMap['opus-code-form']>('opus-code-form');
    const enter = (code: string) =>
      form.dispatchEvent(Object.assign(new Event('opus-code', { bubbles: true }), { code }));
    enter('000000');
    await waitUntil(() => form.error !== '');
    enter('123456');
    await waitUntil(() => page.heading() === own.doneHeading);
    expect(heard, 'it is not the booking’s').to.deep.equal([]);
    await page.press('.link');
    await waitUntil(() => page.heading() === own.ended);
    expect(page.ended).to.deep.equal(['alert']);
  });

  it('[P-48] asks for nothing but consent about an appointment, and is accessible in each state', async () => {
    const page = await show({ wish: { appointment: 'a1', clinician: 'lise' }, known: true });
    await expect(page.element).to.be.accessible();
    await page.press('.open');
    await expect(page.element).to.be.accessible();
    expect(page.find('opus-phone-field')).to.equal(null);
    expect(page.find('#until')).to.equal(null);
    await page.press('#consent');
    await page.press('button[type="submit"]');
    await waitUntil(() => page.heading() === own.doneHeading);
    expect(page.asked[0]).to.include({ appointment: 'a1', clinician: 'lise' });
    await expect(page.element).to.be.accessible();
    page.element.wish = { appointment: 'a2' };
    await page.element.updateComplete;
    expect(page.find('.open'), 'another appointment is asked about anew').not.to.equal(null);
  });
});
