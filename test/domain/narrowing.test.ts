import { expect } from '@open-wc/testing';
import { narrowed } from '../../src/domain/narrowing.js';
import { clinicOptions, clinicianOptions, treatmentOptions } from '../../src/domain/options.js';
import { clinicsOfAsker } from './support/catalogue.js';

describe('narrowed', () => {
  const account = clinicsOfAsker({ anyClinic: true });

  it('[P-10] a treatment leaves only the clinics and clinicians that offer it', () => {
    const linked = narrowed(account, { treatment: 'acute' });
    expect(treatmentOptions(linked, {}).map(({ id }) => id)).to.deep.equal(['acute']);
    expect(
      clinicianOptions(linked, {}).clinicians.map(({ clinician }) => clinician.id),
    ).to.deep.equal(['lise']);
  });

  it('[P-10] a clinician leaves only their clinics and treatments', () => {
    const linked = narrowed(account, { clinician: 'evelyn' });
    expect(treatmentOptions(linked, {}).map(({ id }) => id)).to.deep.equal(['exam', 'whitening']);
  });

  it('[P-10] [P-14] a group leaves only its clinics, with "any" only once', () => {
    const linked = narrowed(account, { group: 'asker' });
    const { any, sections } = clinicOptions(linked, {});
    expect(sections.flatMap(({ clinics }) => clinics.map(({ id }) => id))).to.deep.equal([
      'hvalstad',
      'heggedal',
    ]);
    expect([any, ...sections.map((section) => section.any)]).to.deep.equal([false, true]);
  });

  it('[P-10] the very same account where nothing is asked for, or what nobody offers', () => {
    expect(narrowed(account, {})).to.equal(account);
    expect(narrowed(account, { treatment: undefined })).to.equal(account);
    for (const link of [{ treatment: 'x' }, { clinician: 'x' }, { group: 'x' }]) {
      expect(narrowed(account, link)).to.equal(account);
    }
    expect(narrowed(account, { clinician: 'kristine', treatment: 'acute' })).to.equal(account);
  });
});
