import { expect } from '@open-wc/testing';
import { isStepOrder, pagesOf, stepOrders } from '../../src/domain/step-order.js';

const partsOf = (settings: Parameters<typeof pagesOf>[0]) =>
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
  });

  it('[P-01] puts the four choices, then details and confirm, one to a page', () => {
    const stepOrder = ['clinic', 'treatment', 'clinician', 'time'] as const;
    expect(partsOf({ stepOrder: [...stepOrder], combinedView: false })).to.deep.equal([
      ...stepOrder,
      'details',
      'confirm',
    ]);
  });

  it('[P-03] has four fixed pages in the combined view, whatever the order says', () => {
    for (const stepOrder of stepOrders()) {
      expect(partsOf({ stepOrder, combinedView: true })).to.deep.equal([
        'clinic',
        'treatment+clinician',
        'time+details',
        'confirm',
      ]);
    }
  });
});
