import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { GeolocationController } from '../../../src/state/browser/geolocation-controller.js';
import { ScriptedGeolocation } from '../support/scripted-geolocation.js';

function host() {
  const controllers: ReactiveController[] = [];
  let updates = 0;
  return {
    addController: (controller: ReactiveController) => void controllers.push(controller),
    requestUpdate: () => void (updates += 1),
    disconnect: () => controllers.forEach((each) => each.hostDisconnected?.()),
    get updates() {
      return updates;
    },
  };
}

describe('GeolocationController', () => {
  let browser: ScriptedGeolocation;
  beforeEach(() => (browser = new ScriptedGeolocation()));
  afterEach(() => browser.restore());

  const create = (element = host()) =>
    new GeolocationController(element as unknown as ReactiveControllerHost);

  it('[P-12] asks the browser only when told to, and keeps latitude and longitude alone', () => {
    const element = host();
    const where = create(element);
    expect([browser.questions, where.isAsking]).to.deep.equal([0, false]);
    where.ask();
    expect([browser.questions, where.isAsking]).to.deep.equal([1, true]);
    browser.answer({ latitude: 59.9, longitude: 10.7 });
    expect(where.place).to.deep.equal({ latitude: 59.9, longitude: 10.7 });
    expect([where.isAsking, where.failure, element.updates]).to.deep.equal([false, undefined, 2]);
  });

  for (const [code, failure] of [
    [1, 'refused'],
    [2, 'unavailable'],
    [3, 'timeout'],
  ] as const) {
    it(`[P-12] tells that the place is ${failure}, and may be asked again`, () => {
      const where = create();
      where.ask();
      browser.refuse(code);
      expect([where.failure, where.isAsking, where.place]).to.deep.equal([
        failure,
        false,
        undefined,
      ]);
      where.ask();
      expect([where.failure, where.isAsking]).to.deep.equal([undefined, true]);
    });
  }

  it('[P-12] forgets the place when told to, or when its element is gone', () => {
    const element = host();
    const where = create(element);
    for (const leave of [() => where.forget(), () => element.disconnect()]) {
      where.ask();
      browser.answer({ latitude: 59.9, longitude: 10.7 });
      leave();
      expect(where.place).to.equal(undefined);
    }
  });

  it('takes no answer to a question that was given up', () => {
    const where = create();
    where.ask();
    where.forget();
    browser.answer({ latitude: 1, longitude: 1 });
    expect([where.place, where.isAsking]).to.deep.equal([undefined, false]);
    where.ask();
    browser.refuse(1, 0);
    expect([where.failure, where.isAsking]).to.deep.equal([undefined, true]);
  });
});
