import { aTimeout, expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { CountdownController } from '../../../src/state/browser/countdown-controller.js';
import { waitUntil } from '../../support/wait-until.js';

/** A host that counts how often it is asked to render, and renders. */
function hostOf() {
  let updates = 0;
  let controller: CountdownController | undefined;
  const host: ReactiveControllerHost = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => {
      updates += 1;
      controller?.hostUpdated();
    },
    updateComplete: Promise.resolve(true),
  };
  return {
    host,
    control: (made: CountdownController) => (controller = made),
    count: () => updates,
  };
}

describe('countdown', () => {
  it('[P-31] counts begun steps and ends at none', async () => {
    const until = Date.now() + 1000;
    const { host, control, count } = hostOf();
    const countdown = control(new CountdownController(host, () => until, 400));
    countdown.hostConnected();
    expect(countdown.left).to.equal(3);
    await waitUntil(() => countdown.left === 0, 'at its end');
    await aTimeout(50);
    expect(count()).to.be.at.least(3).and.at.most(6);
    const atEnd = count();
    await aTimeout(800);
    expect(count()).to.equal(atEnd);
  });

  it('[P-31] stops when its element leaves the page', async () => {
    const until = Date.now() + 10_000;
    const { host, control, count } = hostOf();
    const countdown = control(new CountdownController(host, () => until, 20));
    countdown.hostConnected();
    countdown.hostDisconnected();
    await aTimeout(60);
    expect(count()).to.equal(0);
  });

  it('has nothing to count without a moment', () => {
    const { host } = hostOf();
    expect(new CountdownController(host, () => undefined).left).to.equal(0);
  });
});
