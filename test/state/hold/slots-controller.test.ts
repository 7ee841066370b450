import { expect } from '@open-wc/testing';
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

describe('SlotsController', () => {
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
