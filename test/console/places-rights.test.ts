import { expect } from '@open-wc/testing';
import { mayChangeAt, reasonAt } from '../../src/console/catalogue/reason-at.js';
import type { Me } from '../../src/contract/index.js';

/** Somebody with the right to change the catalogue at some clinics, or everywhere. */
const somebody = (clinics: string[] | null, right: Me['grants'][number]['right'] = 'catalogue') =>
  ({ grants: [{ right, clinics, clinician: null }] }) as unknown as Me;

describe('rights at places', () => {
  it('[C-01] changes what belongs to the own clinics alone', () => {
    const me = somebody(['torvet', 'havnen']);
    expect(mayChangeAt(me, ['torvet'])).to.equal(true);
    expect(mayChangeAt(me, ['torvet', 'havnen'])).to.equal(true);
    expect(mayChangeAt(me, ['torvet', 'skogen'])).to.equal(false);
    // What belongs to no clinic belongs to the account.
    expect(mayChangeAt(me, [])).to.equal(false);
    expect(mayChangeAt(somebody(null), [])).to.equal(true);
    expect(mayChangeAt(somebody(null, 'read'), ['torvet'])).to.equal(false);
  });

  it('[C-01] says why, to whom the right is missing and to whom it is missing there', () => {
    expect(reasonAt(somebody(['torvet']), ['torvet'], 'nb')).to.equal(undefined);
    expect(reasonAt(somebody(['torvet']), ['havnen'], 'nb')).to.contain('ved noen klinikker');
    expect(reasonAt(somebody(null, 'read'), ['havnen'], 'en')).to.contain('You need the right');
  });
});
