import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/other-offers.js';
import type { BookingApi } from '../../src/api/booking-api.js';
import { BookingError } from '../../src/api/booking-error.js';
import type { FirstTimes, FirstTimesQuery, Slot } from '../../src/contract/index.js';
import type { OtherOffers } from '../../src/elements/other-offers/other-offers.js';
import type { OpusTakeSlotEvent } from '../../src/events/slot-chooser-events.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { opusAccount } from '../../stories/fixtures/account.js';
import { waitUntil } from '../support/wait-until.js';
import { ElementPage } from './support/element-page.js';

const start = '2029-01-29T07:00:00Z';
const later = '2029-02-05T09:30:00Z';
const times: FirstTimes = {
  until: '2029-12-24',
  clinics: [
    { id: 'lillevik', start: later },
    { id: 'per-hansen', start },
    { id: 'opus-dental-klinikken', start: '2028-12-24T07:00:00Z' },
  ],
  treatments: [],
  clinicians: [
    { id: 'lise', start: '2028-12-24T07:00:00Z' },
    { id: 'evelyn', start: later },
  ],
};
const kristine: Slot = {
  ...{ start: later, minutes: 30, clinic: 'lillevik' },
  ...{ clinician: 'kristine', treatment: 'undersokelse' },
};

/** An element where Lise at Opus has no time, over a service that answers with `times`, and what was asked of it. */
async function show(inputs: Partial<OtherOffers> = {}, slots: readonly Slot[] = [kristine]) {
  const asked: FirstTimesQuery[] = [];
  const lookedUp: unknown[] = [];
  const client = {
    firstTimes: (query: FirstTimesQuery) => {
      asked.push(query);
      return Promise.resolve(times);
    },
    slots: (query: unknown) => {
      lookedUp.push(query);
      return Promise.resolve({ slots });
    },
  } as unknown as BookingApi;
  const element = await fixture<OtherOffers>(
    html`<opus-other-offers lang="nb"></opus-other-offers>`,
  );
  Object.assign(element, {
    account: opusAccount,
    client,
    selection: {
      clinic: { kind: 'one', id: 'opus-dental-klinikken' },
      clinician: { kind: 'one', id: 'lise' },
      treatment: 'undersokelse',
    },
    ...inputs,
  });
  await element.updateComplete;
  return { element, page: new ElementPage<OtherOffers>(element), asked, lookedUp };
}

describe('opus-other-offers', () => {
  before(() => Promise.all([loadLocale('nb'), loadLocale('fi')]));

  it('[P-17] names other clinicians of the clinic and other clinics, each with its first free time', async () => {
    const { element, page, asked } = await show();
    await waitUntil(() => page.items().length > 0);
    expect(page.headings()).to.deep.equal(['Ledig hos andre']);
    expect(page.buttonNames()).to.deep.equal([
      'Evelyn Andersen',
      'Kjeveortoped Per Hansen',
      'Distriktstannklinikken i Lillevik AS',
    ]);
    expect(page.items()[0]).to.include('man. 5. feb. 10:30');
    expect(asked).to.deep.equal([
      { treatment: 'undersokelse', clinic: 'opus-dental-klinikken' },
      { treatment: 'undersokelse' },
    ]);
    await expect(element).to.be.accessible();
  });

  it('[P-17] names those only who are free before the choice is', async () => {
    const { page } = await show({ ownFirst: '2029-02-01T07:00:00Z' });
    await waitUntil(() => page.items().length > 0);
    expect(page.headings()).to.deep.equal(['Ledig tidligere hos andre']);
    expect(page.buttonNames()).to.deep.equal(['Kjeveortoped Per Hansen']);
  });

  it('[P-17] takes the time that is pressed, with who and where it is', async () => {
    const { page, lookedUp } = await show();
    await waitUntil(() => page.items().length > 0);
    const { slot } = await page.press<OpusTakeSlotEvent>(
      'Distriktstannklinikken i Lillevik AS',
      'opus-take-slot',
    );
    expect(slot).to.deep.equal(kristine);
    expect(lookedUp).to.deep.equal([
      {
        ...{ treatment: 'undersokelse', clinic: 'lillevik' },
        ...{ from: '2029-02-05', to: '2029-02-06', at: later },
      },
    ]);
  });

  it('[P-17] [P-23] says so when somebody was faster, and asks anew', async () => {
    const { page, asked } = await show({}, []);
    await waitUntil(() => page.items().length > 0);
    page.button('Evelyn Andersen').click();
    await waitUntil(() => asked.length === 4);
    await waitUntil(() => page.text().includes('Timen ble nettopp tatt av en annen'));
    expect(page.items()).to.have.length(3);
  });

  it('[P-17] [N-05] says what is wrong when the time cannot be looked up', async () => {
    const offline = {
      firstTimes: () => Promise.resolve(times),
      slots: () => Promise.reject(new BookingError('offline')),
    } as unknown as BookingApi;
    const { page } = await show({ client: offline });
    await waitUntil(() => page.items().length > 0);
    page.button('Evelyn Andersen').click();
    await waitUntil(() => page.text().includes('nett'));
    expect(page.items(), 'to be pressed once more').to.have.length(3);
  });

  it('[P-17] is not there where nobody else could, where all is open, and where it cannot be read', async () => {
    const broken = { firstTimes: () => Promise.reject(new BookingError('offline')) };
    for (const inputs of [
      { selection: { treatment: 'undersokelse' } },
      { selection: { clinician: { kind: 'one', id: 'lise' } as const } },
      { ownFirst: '2028-01-01T07:00:00Z' },
      { client: broken as unknown as BookingApi },
    ]) {
      const { page } = await show(inputs);
      await waitUntil(() => page.text() === '');
    }
  });

  it('[P-17] asks anew for other choices, and forgets an answer that is late', async () => {
    const answers: ((answer: FirstTimes) => void)[] = [];
    const slow = {
      firstTimes: () => new Promise<FirstTimes>((resolve) => answers.push(resolve)),
    } as unknown as BookingApi;
    const { element, page } = await show({ client: slow });
    element.selection = {
      clinic: { kind: 'one', id: 'lillevik' },
      treatment: 'undersokelse',
    };
    await element.updateComplete;
    answers[2]!(times);
    await waitUntil(() => page.items().length === 2);
    answers[0]!(times);
    answers[1]!(times);
    await element.updateComplete;
    expect(page.buttonNames()).to.deep.equal(['Opus Dental Klinikken', 'Kjeveortoped Per Hansen']);
  });
});
