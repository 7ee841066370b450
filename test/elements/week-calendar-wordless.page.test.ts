import { expect } from '@open-wc/testing';
import '../../src/define/week-calendar.js';
import { waitUntil } from '../support/wait-until.js';

// A page of its own: nothing has loaded any words yet.
describe('opus-week-calendar without its words', () => {
  it('[P-22] [N-08] shows no times until they have a name', async () => {
    const calendar = document.createElement('opus-week-calendar');
    calendar.lang = 'da';
    calendar.timeZone = 'Europe/Copenhagen';
    calendar.week = '2027-01-25';
    calendar.slots = [
      {
        ...{ start: '2027-01-26T08:00:00+01:00', minutes: 30 },
        ...{ clinic: 'west', clinician: 'anne', treatment: 'check' },
      },
    ];
    const times = () => [...calendar.shadowRoot!.querySelectorAll('.slot')];
    const labels: (string | null)[] = [];
    const note = () => labels.push(...times().map((time) => time.getAttribute('aria-label')));
    document.body.append(calendar);
    await calendar.updateComplete;
    note();
    await waitUntil(() => times().length > 0);
    note();
    expect(labels).to.deep.equal(['tirsdag den 26. januar, 08.00 – 08.30']);
    calendar.remove();
  });
});
