import { expect } from '@open-wc/testing';
import { learnTime } from '../../../src/api/service-clock.js';
import { SlotsController } from '../../../src/state/hold/slots-controller.js';
import { ScriptedApi } from '../support/scripted-api.js';
import { waitUntil } from '../../support/wait-until.js';

const filter = { clinic: 'hvalstad', treatment: 'exam' };

function controllerOf(api: ScriptedApi, holdToken?: string) {
  return new SlotsController(api, 'Europe/Oslo', {
    timesChanged: () => undefined,
    slotsFailed: () => undefined,
    holdToken: () => holdToken,
  });
}

const day = 86_400_000;
const now = Date.parse('2027-01-18T09:00:00+01:00');

/** Sets the browser's clock so many days ahead of the service's, which one answer has told. */
function setClockAhead(days: number): void {
  Date.now = () => now + days * day;
  learnTime(new Response(null, { headers: { Date: new Date(now).toUTCString() } }));
}

describe('SlotsController', () => {
  const { now: realNow } = Date;
  afterEach(() => {
    Date.now = realNow;
    learnTime(new Response(null, { headers: { Date: new Date().toUTCString() } }));
  });

  for (const days of [20, -20, 400]) {
    it(`[P-22] shows the times that the service offers by its own clock, ${days} days from the browser's`, async () => {
      setClockAhead(days);
      const api = new ScriptedApi();
      api.free = ['08:00', '10:00'].map((clock) => ({
        start: `2027-01-18T${clock}:00+01:00`,
        minutes: 30,
        clinic: 'hvalstad',
        clinician: 'lise',
        treatment: 'exam',
      }));
      const slots = controllerOf(api);
      expect(slots.today).to.equal('2027-01-18');
      slots.open({ filter, view: 'slots' });
      await waitUntil(() => !slots.state.isLoading && slots.state.shown);
      expect(slots.state.week).to.equal('2027-01-18');
      // Eight o'clock is past: it is nine by the service's clock.
      expect(slots.state.shown?.slots.map(({ start }) => start)).to.deep.equal([
        '2027-01-18T10:00:00+01:00',
      ]);
      // No week before the present one, by the service's clock.
      slots.go('2027-01-11');
      expect(slots.state.week).to.equal('2027-01-18');
      slots.go('2027-01-25');
      expect(slots.state.week).to.equal('2027-01-25');
    });
  }

  it('[P-20] reads the first week with free times by one call, and shows it', async () => {
    setClockAhead(0);
    const api = new ScriptedApi();
    const start = '2027-03-04T10:00:00+01:00';
    api.free = [{ start, minutes: 30, clinic: 'hvalstad', clinician: 'lise', treatment: 'exam' }];
    const slots = controllerOf(api);
    slots.open({ filter, view: 'slots' });
    // As the page renders once more meanwhile.
    slots.open({ filter, view: 'slots' });
    await waitUntil(() => slots.state.shown);
    expect(slots.state.week).to.equal('2027-03-01');
    expect(slots.state.shown?.slots.map((slot) => slot.start)).to.deep.equal([start]);
    const asked = api.calls.map(({ args }) => (args[0] as { from?: string }).from);
    // The weeks beside it follow.
    expect(asked).to.deep.equal([undefined, '2027-03-08', '2027-02-22']);
    // Another look at the same choices stays where the patient has gone.
    slots.go('2027-01-18');
    slots.open({ filter, view: 'slots' });
    await waitUntil(() => !slots.state.isLoading);
    expect(slots.state.week).to.equal('2027-01-18');
  });

  it('[P-20] stays with the present week where nothing is free', async () => {
    setClockAhead(0);
    const api = new ScriptedApi();
    api.free = [];
    const slots = controllerOf(api);
    slots.open({ filter, view: 'starts' });
    await waitUntil(() => slots.state.shown);
    expect(slots.state.week).to.equal('2027-01-18');
    expect(slots.state.shown?.slots).to.deep.equal([]);
  });

  it('[P-18] asks for the days with free times of the present choices, the own hold counted as free', async () => {
    const api = new ScriptedApi();
    const slots = controllerOf(api, 'own');
    slots.open({ filter, view: 'slots' });
    await waitUntil(() => !slots.state.isLoading);
    await slots.state.daysOf('2027-01-20', '2027-02-01');
    expect(api.last('days')).to.deep.equal([
      { ...filter, from: '2027-01-20', to: '2027-02-01' },
      'own',
    ]);
    slots.open({ filter: { clinic: 'asker' }, view: 'starts' });
    await slots.state.daysOf('2027-02-01', '2027-03-01');
    expect(api.last('days')[0]).to.deep.equal({
      clinic: 'asker',
      from: '2027-02-01',
      to: '2027-03-01',
    });
    expect(api.count('days')).to.equal(2);
  });

  it('[P-21] knows how long a time lasts only where the treatment is chosen before it', () => {
    const slots = controllerOf(new ScriptedApi());
    expect(slots.state.knowsTreatment).to.equal(false);
    slots.open({ filter: { clinic: 'hvalstad' }, view: 'starts' });
    expect(slots.state.knowsTreatment).to.equal(false);
    slots.open({ filter, view: 'starts' });
    expect(slots.state.knowsTreatment).to.equal(true);
  });
});
