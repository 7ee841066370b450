import { expect } from '@open-wc/testing';
import { EarlyBookingApi } from '../../src/api/early-booking-api.js';
import { HttpBookingApi } from '../../src/api/http-booking-api.js';
import { learnTime, serviceNow } from '../../src/api/service-clock.js';
import { browserToday } from '../../src/state/browser/browser-today.js';
import { clinicsOfAsker } from '../domain/support/catalogue.js';

const answerAt = (time: number) =>
  new Response(JSON.stringify(clinicsOfAsker()), {
    headers: { 'Content-Type': 'application/json', Date: new Date(time).toUTCString() },
  });
const { now: realNow } = Date;
const day = 86_400_000;
const right = Date.parse('2026-11-28T12:00:00Z');

describe('the service’s clock', () => {
  beforeEach(() => (Date.now = () => right + 20 * day));
  afterEach(() => {
    Date.now = realNow;
    learnTime(answerAt(Date.now()));
  });

  it('[P-22] is learnt from any answer, the first look at the account among them', async () => {
    const options = { account: 'test', url: 'https://booking.example' };
    for (const Client of [EarlyBookingApi, HttpBookingApi]) {
      learnTime(answerAt(Date.now()));
      expect(browserToday()).to.equal('2026-12-18');
      await new Client({ ...options, fetch: async () => answerAt(right) }).account();
      expect(serviceNow()).to.equal(right);
      expect(browserToday()).to.equal('2026-11-28');
    }
  });

  it('[P-22] is the browser’s within a minute, and where no answer says', () => {
    learnTime(answerAt(Date.now() - 40_000));
    expect(serviceNow()).to.equal(Date.now());
    learnTime(answerAt(right));
    learnTime(new Response());
    expect(serviceNow()).to.equal(right);
  });
});
