import { expect } from '@open-wc/testing';
import { sampleAccounts } from '../../demo/accounts/index.js';
import { SettingsPatch } from '../../src/contract/index.js';
import { ownArgs, panelTypes, requestOf } from '../../stories/whole-flow/panel.js';

describe('the panel of the story "Whole flow"', () => {
  it('offers every sample account and all 14 step orders [P-02]', () => {
    const accounts = sampleAccounts.map(({ id }) => id);
    expect(panelTypes.account?.options).to.have.members(accounts);
    expect(panelTypes.stepOrder?.options).to.have.length(1 + 14);
  });

  it('asks for nothing as long as nothing is switched', () => {
    expect(requestOf(ownArgs)).to.deep.equal({
      settings: { fields: {} },
      status: 'open',
      accent: undefined,
    });
  });

  it('asks for what the staff API takes, switch by switch', () => {
    const { settings } = requestOf({
      ...ownArgs,
      stepOrder: 'clinic-time-treatment-clinician',
      combinedView: 'off',
      anyClinic: 'on',
      confirmation: 'none',
      mobile: 'off',
      loginSms: 'on',
    });
    expect(settings).to.deep.equal({
      stepOrder: ['clinic', 'time', 'treatment', 'clinician'],
      combinedView: false,
      anyClinic: true,
      confirmation: 'none',
      fields: { mobile: false },
      login: { sms: true },
    });
    expect(SettingsPatch.safeParse(settings).success).to.equal(true);
  });
});
