import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { StaffSettings } from '../../../src/contract/staff.js';
import type { ChoiceStep } from '../../../src/contract/primitives.js';
import { stepOrders } from '../../../src/domain/step-order.js';
import { checkSettings, checkStepOrder, defaultSettings } from '../../../service/core/settings.js';

const choices: ChoiceStep[] = ['clinic', 'treatment', 'clinician', 'time'];
const fields = defaultSettings.fields;

describe('settings', () => {
  it('[P-25] of a new account fit the contract, ask for mobile and e-mail, and may be saved', () => {
    assert.deepEqual(StaffSettings.parse(defaultSettings), defaultSettings);
    assert.equal(fields.mobile && fields.email, true);
    assert.deepEqual(checkSettings(defaultSettings), []);
  });

  it('[P-02] exactly 14 of all orders may be saved, the ones the widget knows', () => {
    const all = choices.flatMap((a) =>
      choices.flatMap((b) => choices.flatMap((c) => choices.map((d) => [a, b, c, d]))),
    );
    const good = all.filter((order) => checkStepOrder(order) === undefined).map(String);
    assert.equal(good.length, 14);
    assert.deepEqual(new Set(good), new Set(stepOrders().map(String)));
  });

  it('[P-02] says which rule an order breaks', () => {
    const code = (stepOrder: ChoiceStep[]) => checkSettings({ ...defaultSettings, stepOrder });
    const problem = (name: string) => [{ path: 'stepOrder', code: name }];
    assert.deepEqual(code(['time', 'clinic', 'treatment', 'clinician']), problem('time-first'));
    assert.deepEqual(code(['clinic', 'clinician', 'time', 'treatment']), problem('treatment-last'));
    assert.deepEqual(code(['clinic', 'clinic', 'time', 'clinician']), problem('each-once'));
    assert.deepEqual(code(['clinic', 'treatment', 'clinician']), problem('each-once'));
    assert.deepEqual(code([...choices, 'clinic']), problem('each-once'));
  });

  it('[P-25] [P-31] a code is refused while mobile and e-mail are both off', () => {
    const save = (mobile: boolean, email: boolean, confirmation: 'code' | 'none') =>
      checkSettings({ ...defaultSettings, confirmation, fields: { ...fields, mobile, email } });
    assert.deepEqual(save(false, false, 'code'), [
      { path: 'confirmation', code: 'needs-mobile-or-email' },
    ]);
    assert.deepEqual(save(false, false, 'none'), []);
    assert.deepEqual(save(true, false, 'code'), []);
    assert.deepEqual(save(false, true, 'code'), []);
  });

  it('[A-04] the timebook’s lines divide the hour', () => {
    const save = (timebookGridMinutes: number) =>
      checkSettings({ ...defaultSettings, timebookGridMinutes }).length;
    assert.deepEqual([5, 10, 15, 60, 7, 45, 120, 0].map(save), [0, 0, 0, 0, 1, 1, 1, 1]);
  });

  it('[M-08] [M-12] a sender has a name that is no address, and an SMS comes from a number or a word', () => {
    const of = (sender: Partial<StaffSettings['sender']>) =>
      checkSettings({
        ...defaultSettings,
        sender: { emailName: null, emailAddress: null, sms: null, ...sender },
      });
    for (const emailName of ['Opus Dental', "O'Brien & Søn", 'Tannlege Lie, Oslo']) {
      assert.deepEqual(of({ emailName }), []);
    }
    for (const emailName of ['bank@example.com', 'A <b@example.com>', 'A\r\nBcc: b']) {
      assert.deepEqual(of({ emailName }), [{ path: 'sender.emailName', code: 'characters' }]);
    }
    for (const sms of ['Opus Dental', '+4741234567', '1960', 'T1']) {
      assert.deepEqual(of({ sms }), []);
    }
    for (const sms of ['   ', ' Opus', '12', '1 2 3']) {
      assert.deepEqual(of({ sms }), [{ path: 'sender.sms', code: 'format' }]);
    }
  });
});
