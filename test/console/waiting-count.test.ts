import { expect } from '@open-wc/testing';
import type { Me } from '../../src/contract/index.js';
import type { StaffApi } from '../../src/console/api/staff-api.js';
import { WaitingCount, WaitingEvent } from '../../src/console/state/waiting-count.js';

class Host extends EventTarget {
  readonly updateComplete = Promise.resolve(true);
  updates = 0;
  addController(): void {}
  removeController(): void {}
  requestUpdate(): void {
    this.updates += 1;
  }
}

const personWith = (id: string, ...rights: string[]) =>
  ({ id, grants: rights.map((right) => ({ right })) }) as unknown as Me;

/** A service at which so many changes wait. */
function serviceWith(count: number) {
  const service = {
    calls: 0,
    call: () => {
      service.calls += 1;
      return Promise.resolve({ data: { changes: Array.from({ length: count }) } });
    },
  };
  return service;
}
const settle = () => new Promise((done) => setTimeout(done));

describe('the count of what waits', () => {
  it('[C-13] is read once for whoever may decide, and not for anybody else', async () => {
    const count = new WaitingCount(new Host());
    const service = serviceWith(3);
    const api = service as unknown as StaffApi;
    count.follow(api, undefined);
    count.follow(api, personWith('reader', 'read'));
    await settle();
    expect([service.calls, count.count]).to.deep.equal([0, undefined]);
    const reception = personWith('reception', 'read', 'decide');
    count.follow(api, reception);
    count.follow(api, reception);
    await settle();
    expect([service.calls, count.count]).to.deep.equal([1, 3]);
    count.follow(api, personWith('reader', 'read'));
    expect(count.count).to.equal(undefined);
  });

  it('[C-13] is that of the page where one has just read it, and no older answer comes over it', async () => {
    const host = new Host();
    const count = new WaitingCount(host);
    count.hostConnected();
    count.follow(serviceWith(3) as unknown as StaffApi, personWith('reception', 'decide'));
    count.follow(serviceWith(5) as unknown as StaffApi, personWith('owner', 'decide'));
    host.dispatchEvent(new WaitingEvent(2));
    await settle();
    expect(count.count).to.equal(2);
    const { updates } = host;
    host.dispatchEvent(new WaitingEvent(4));
    host.dispatchEvent(new WaitingEvent(4));
    expect([count.count, host.updates - updates]).to.deep.equal([4, 1]);
    count.hostDisconnected();
    host.dispatchEvent(new WaitingEvent(1));
    expect(count.count).to.equal(4);
  });
});
