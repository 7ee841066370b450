import { expect } from '@open-wc/testing';
import { HttpBookingApi } from '../../src/api/http-booking-api.js';
import { firstWeekAddress, timesOfLink } from '../../src/domain/early-times.js';
import { timesFilterOf } from '../../src/domain/requests.js';
import { clinicsOfAsker } from './support/catalogue.js';

const link = { clinic: 'hvalstad', treatment: 'exam', clinician: 'lise' };

describe('times that are asked for before the widget is there', () => {
  it('[P-47] where a link names one clinic, treatment and clinician', () => {
    expect(timesOfLink(link)).to.deep.equal(link);
    for (const other of [
      { ...link, clinic: 'any' },
      { ...link, clinic: 'group:asker' },
      { ...link, clinician: 'any' },
      { ...link, treatment: '' },
      { clinic: 'hvalstad' },
      {},
    ]) {
      expect(timesOfLink(other), JSON.stringify(other)).to.equal(undefined);
    }
  });

  it('[P-47] by the very address that the widget asks for', async () => {
    const asked: string[] = [];
    const api = new HttpBookingApi({
      account: 'demo',
      url: 'https://booking.example',
      fetch: (input) => {
        asked.push(input as string);
        return Promise.resolve(
          Response.json({ slots: [], starts: [], first: null, nextDate: null, next: null }),
        );
      },
    });
    const one = (id: string) => ({ kind: 'one', id }) as const;
    const filter = timesFilterOf(clinicsOfAsker(), {
      ...{ clinic: one('hvalstad'), treatment: 'exam', clinician: one('lise') },
    });
    await api.slots(filter);
    await api.starts({ treatment: 'exam' });
    const prefix = 'https://booking.example/v1/accounts/demo';
    expect(asked).to.deep.equal([
      firstWeekAddress(prefix, timesOfLink(link)!),
      firstWeekAddress(prefix, { treatment: 'exam' }, 'starts'),
    ]);
  });
});
