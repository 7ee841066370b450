import { aTimeout, expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { loadLocale } from '../../../src/locales/load-locale.js';
import { TagsController } from '../../../src/state/browser/tags-controller.js';
import { waitUntil } from '../../support/wait-until.js';

/** A host that renders as soon as it is asked to, and like the booking's root then looks ahead again. */
function hostOf(
  render: (tags: TagsController<object>) => void,
  load: () => Promise<unknown>,
): TagsController<object> {
  let isAsked = false;
  const host = {
    requestUpdate() {
      if (isAsked) return;
      isAsked = true;
      queueMicrotask(() => {
        isAsked = false;
        render(tags);
      });
    },
  };
  const tags = new TagsController(
    host as ReactiveControllerHost,
    () => ({ 'test-late': load }),
    async () => {
      await loadLocale('en');
      return {};
    },
  );
  host.requestUpdate();
  return tags;
}

const failing = () => {
  let count = 0;
  return {
    load: () => {
      count += 1;
      return Promise.reject(new TypeError('Failed to fetch'));
    },
    get count() {
      return count;
    },
  };
};

describe('TagsController', () => {
  it('asks once a step for what is only brought ahead of time, also when it does not come', async () => {
    const server = failing();
    let ahead = ['test-late'];
    const tags = hostOf((each) => each.prefetch(ahead), server.load);
    await waitUntil(() => server.count > 0, 'looked ahead');
    await aTimeout(1200);
    expect(server.count).to.equal(1);
    expect(tags.isBroken).to.equal(false);
    ahead = ['test-late'];
    tags.prefetch(ahead);
    await waitUntil(() => server.count > 1, 'looked ahead in the next step');
    await aTimeout(1200);
    expect(server.count).to.equal(2);
  });

  it('asks once for what is needed, then says that it is broken, until it is tried again', async () => {
    const server = failing();
    const tags = hostOf((each) => void each.isReady('test-late'), server.load);
    await waitUntil(() => tags.isBroken);
    await aTimeout(50);
    expect(server.count).to.equal(1);
    tags.retry();
    await waitUntil(() => tags.isBroken);
    await aTimeout(50);
    expect(server.count).to.equal(2);
  });

  it('asks again for what failed ahead of time when it is needed', async () => {
    let isDown = true;
    const load = async () => {
      if (isDown) throw new TypeError('Failed to fetch');
      customElements.define('test-late', class extends HTMLElement {});
    };
    const ahead = ['test-late'];
    let isNeeded = false;
    let isReady = false;
    const tags = hostOf((each) => {
      if (isNeeded) isReady = each.isReady('test-late');
      each.prefetch(ahead);
    }, load);
    await aTimeout(900);
    isDown = false;
    isNeeded = true;
    tags.isReady('test-late');
    await waitUntil(() => isReady);
    expect(tags.isBroken).to.equal(false);
  });
});
