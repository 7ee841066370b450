// Has a page of its own: words that another test has loaded are there at once.
import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../src/define/login.js';
import { daFirst } from '../../src/locales/first/da.js';
import { withSettings } from '../../stories/fixtures/account.js';
import { waitUntil } from '../support/wait-until.js';

const bySms = withSettings({ login: { sms: true, eid: [] } });

describe('opus-login', () => {
  it('[P-29] shows nothing before its words are there, no button without a name either', async () => {
    const element = document.createElement('opus-login');
    element.lang = 'da';
    element.account = bySms;
    const frame = fixtureSync(html`<div>${element}</div>`);
    // Without waiting for a frame, in which the words may come.
    await element.updateComplete;
    expect(element.renderRoot.querySelectorAll('h2, button').length).to.equal(0);
    await waitUntil(() => element.renderRoot.querySelector('h2'), 'the words came');
    await expect(frame).to.be.accessible();
    expect(element.renderRoot.querySelector('h2')?.innerText).to.equal(daFirst.logIn);
  });
});
