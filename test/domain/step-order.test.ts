import { expect } from '@open-wc/testing';
import {
  choiceOrder,
  isStepOrder,
  pagesOf,
  partsOf,
  stepOrders,
} from '../../src/domain/step-order.js';

const namesOf = (settings: Parameters<typeof pagesOf>[0]) =>
  pagesOf(settings).map(({ parts }) => parts.join('+'));

describe('step order', () => {
  it('[P-02] allows exactly 14 orders', () => {
    expect(stepOrders()).to.have.length(14);
    expect(new Set(stepOrders().map((order) => order.join())).size).to.equal(14);
  });

  it('[P-02] never puts time first or treatment fourth', () => {
    expect(isStepOrder(['time', 'clinic', 'treatment', 'clinician'])).to.equal(false);
    expect(isStepOrder(['clinic', 'time', 'clinician', 'treatment'])).to.equal(false);
    expect(isStepOrder(['treatment', 'time', 'clinician', 'clinic'])).to.equal(true);
  });

  it('[P-02] refuses an order with a step twice or missing', () => {
    expect(isStepOrder(['clinic', 'clinic', 'treatment', 'time'])).to.equal(false);
    expect(isStepOrder(['clinic', 'treatment', 'time'])).to.equal(false);
    expect(isStepOrder(['clinic', 'treatment', 'clinician', 'time', 'time'])).to.equal(false);
  });

  it('[P-01] puts the four choices, then details and confirm, one to a page', () => {
    const stepOrder = ['clinic', 'treatment', 'clinician', 'time'] as const;
    expect(namesOf({ stepOrder: [...stepOrder], combinedView: false })).to.deep.equal([
      ...stepOrder,
      'details',
      'confirm',
    ]);
  });

  it('[P-03] has four fixed pages in the combined view, whatever the order says', () => {
    for (const stepOrder of stepOrders()) {
      expect(namesOf({ stepOrder, combinedView: true })).to.deep.equal([
        'clinic',
        'treatment+clinician',
        'time+details',
        'confirm',
      ]);
    }
  });

  it('[P-02][P-03] makes the choices in the order of the account, or in that of the combined view', () => {
    const stepOrder = stepOrders().at(-1)!;
    const combined = ['clinic', 'treatment', 'clinician', 'time'];
    expect(stepOrder).to.not.deep.equal(combined);
    expect(choiceOrder({ stepOrder, combinedView: false })).to.deep.equal(stepOrder);
    expect(choiceOrder({ stepOrder, combinedView: true })).to.deep.equal(combined);
    const broken = stepOrder.slice(1);
    expect(choiceOrder({ stepOrder: broken, combinedView: false })).to.deep.equal(combined);
  });

  it('[P-01] has no parts on a page that is not there', () => {
    const settings = { stepOrder: stepOrders()[0]!, combinedView: false };
    expect(partsOf(settings, 5)).to.deep.equal(['confirm']);
    expect(partsOf(settings, 6)).to.deep.equal([]);
    expect(partsOf(settings, -1)).to.deep.equal([]);
  });
});
