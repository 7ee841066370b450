import { expect } from '@open-wc/testing';
import { previewFetch } from '../../src/console/pages/booking-page/preview-fetch.js';
import type { Draft } from '../../src/console/pages/booking-page/preview-fetch.js';
import { Account, Hold } from '../../src/contract/index.js';
import { opusAccount as account } from '../../stories/fixtures/account.js';

const json = (body: unknown) => new Response(JSON.stringify(body), { status: 200 });

describe('the network as the preview sees it', () => {
  const asked: string[] = [];
  const real: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    return Promise.resolve(json(account));
  };
  const get = async (draft: Draft) => {
    const response = await previewFetch(real, () => draft)(`/v1/accounts/${account.id}`);
    return Account.parse(await response.json());
  };

  it('[C-06] has the draft in the account, and what the draft leaves out as it is stored', async () => {
    const settings = { ...account.settings, anyClinic: !account.settings.anyClinic };
    const shown = await get({
      settings: settings as Draft['settings'] & object,
      accent: '#8a1c4a',
    });
    expect(shown.settings.anyClinic).to.equal(settings.anyClinic);
    expect(shown.theme.accent).to.equal('#8a1c4a');
    expect(shown.texts).to.deep.equal(account.texts);
    const standard = await get({ accent: null });
    expect(standard.theme.accent).to.equal(undefined);
  });

  it('[C-06] has a clinic as it is edited, and its texts as the page has them where they are emptied', async () => {
    const [clinic, ...others] = account.clinics;
    const { id, address1, postalCode, city, phone, email } = clinic!;
    const input = {
      ...{ name: 'Torvet', company: 'opus', address1, postalCode, city, phone, email, position: 0 },
      ...{ heading: 'Ny inngang', text: '' },
    };
    const shown = await get({ clinic: { id, input } });
    expect(shown.clinics[0]).to.include({ id, name: 'Torvet', heading: 'Ny inngang' });
    expect(shown.clinics[0]).not.to.have.property('text');
    expect(shown.clinics.slice(1)).to.deep.equal(others);
  });

  it('[C-06] holds times in words only, and books nothing', async () => {
    asked.length = 0;
    const fetchIt = previewFetch(real, () => ({}));
    await fetchIt(`/v1/accounts/${account.id}`);
    const offer = account.offers[0]!;
    const body = JSON.stringify({
      start: '2026-12-01T08:00:00+01:00',
      treatment: offer.treatments[0],
    });
    const held = await fetchIt(`/v1/accounts/${account.id}/holds`, { method: 'POST', body });
    expect(held.status).to.equal(201);
    const { slot } = Hold.parse(await held.json());
    expect(slot.treatment).to.equal(offer.treatments[0]);
    expect(slot.clinic).to.equal(offer.clinic);
    const booking = await fetchIt(`/v1/accounts/${account.id}/bookings`, {
      method: 'POST',
      body: '{}',
    });
    expect(booking.status).to.equal(503);
    expect(asked).to.deep.equal([`GET /v1/accounts/${account.id}`]);
  });
});
