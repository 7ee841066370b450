import { expect } from '@open-wc/testing';
import { StaffApi } from '../../src/console/api/staff-api.js';
import { StaffError } from '../../src/console/api/staff-error.js';

/** A service whose account is described in the time zone that it is in now, and how often it was asked. */
function serviceWith(account: { timeZone: string; isDown?: boolean }) {
  const service = { ...account, asked: 0 };
  const answer = (input: RequestInfo | URL) => {
    const path = new URL(input as string).pathname;
    if (!path.endsWith('/accounts/klinikk') || path.includes('/staff/')) {
      return new Response(path.endsWith('/explain') ? '{}' : null, {
        status: path.endsWith('/explain') ? 200 : 204,
      });
    }
    service.asked += 1;
    if (service.isDown) return new Response(null, { status: 503 });
    return Response.json({ timeZone: service.timeZone });
  };
  const fetch = (input: RequestInfo | URL) => Promise.resolve(answer(input));
  return { service, api: new StaffApi({ account: 'klinikk', url: 'https://console.test', fetch }) };
}

describe('the description of the account', () => {
  it('[C-03] is asked for once by all pages, and anew after a change', async () => {
    const { service, api } = serviceWith({ timeZone: 'Europe/Oslo' });
    const [one, other] = await Promise.all([api.describeAccount(), api.describeAccount()]);
    expect([one.timeZone, other.timeZone]).to.deep.equal(['Europe/Oslo', 'Europe/Oslo']);
    await api.call('explain', { body: { treatment: 'kontroll', date: '2026-12-01' } });
    await api.describeAccount();
    expect(service.asked).to.equal(1);
    service.timeZone = 'Europe/Helsinki';
    await api.call('changeSettings', { body: { weekendBooking: true } });
    expect((await api.describeAccount()).timeZone).to.equal('Europe/Helsinki');
    expect(service.asked).to.equal(2);
  });

  it('[C-03] is asked for again once the service is back', async () => {
    const { service, api } = serviceWith({ timeZone: 'Europe/Oslo', isDown: true });
    const failure = await api.describeAccount().catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(StaffError);
    service.isDown = false;
    expect((await api.describeAccount()).timeZone).to.equal('Europe/Oslo');
  });
});
