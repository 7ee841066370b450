import { expect } from '@open-wc/testing';
import type { Account } from '../../src/contract/index.js';
import {
  clinicianOptions,
  clinicOptions,
  fitsChoice,
  optionsFor,
  treatmentOptions,
  type ClinicianOption,
} from '../../src/domain/options.js';
import { catalogue, clinicsOfAsker } from './support/catalogue.js';

const one = (id: string) => ({ kind: 'one', id }) as const;

describe('options', () => {
  it('[P-13] lists clinics under their group, ungrouped last', () => {
    const { sections } = clinicOptions(clinicsOfAsker(), {});
    expect(
      sections.map(({ group, clinics }) => [group?.id, clinics.map(({ id }) => id)]),
    ).to.deep.equal([
      ['asker', ['hvalstad', 'heggedal']],
      [undefined, ['lillevik']],
    ]);
  });

  it('[P-14] offers any clinic and any in a group only where the account says so', () => {
    const off = clinicOptions(clinicsOfAsker(), {});
    const on = clinicOptions(clinicsOfAsker({ anyClinic: true }), {});
    expect([off.any, off.sections[0]?.any]).to.deep.equal([false, false]);
    expect([on.any, on.sections[0]?.any, on.sections[1]?.any]).to.deep.equal([true, true, false]);
  });

  it('[P-14] lets a choice of a whole group fit the clinics of that group alone', () => {
    const account = clinicsOfAsker({ anyClinic: true });
    const values = optionsFor(account, {}, 'clinic').map(({ value }) => value);
    expect(values).to.deep.include({ kind: 'group', id: 'asker' });
    const fits = (clinic: string) =>
      fitsChoice(
        account,
        { step: 'clinic', value: { kind: 'group', id: 'asker' } },
        { clinic, clinician: 'evelyn', treatment: 'exam' },
      );
    expect(['hvalstad', 'heggedal', 'lillevik', 'unknown'].map(fits)).to.deep.equal([
      true,
      true,
      false,
      false,
    ]);
  });

  it('[P-14] offers no "any clinic" where there is only one', () => {
    const account = catalogue({
      clinics: { a: null },
      treatments: ['exam'],
      offers: { 'a/x': ['exam'] },
      settings: { anyClinic: true },
    });
    expect(clinicOptions(account, {}).any).to.equal(false);
  });

  it('[P-14] leaves out "any" in a group of one clinic', () => {
    const account = catalogue({
      clinics: { a: 'north', b: 'south' },
      treatments: ['exam'],
      offers: { 'a/x': ['exam'], 'b/y': ['exam'] },
      settings: { anyClinic: true },
    });
    expect(clinicOptions(account, {}).sections.map(({ any }) => any)).to.deep.equal([false, false]);
  });

  it('[P-15] offers the treatments of the chosen clinic in the order of the list in force', () => {
    const account = catalogue({
      clinics: { a: null },
      treatments: ['exam', 'acute', 'clean'],
      offers: { 'a/x': ['clean', 'exam'], 'a/y': ['acute', 'exam'] },
    });
    const ids = treatmentOptions(account, { clinic: one('a') }).map(({ id }) => id);
    expect(ids).to.deep.equal(['clean', 'exam', 'acute']);
  });

  it('[P-15] offers no treatment that only another clinic has', () => {
    const ids = treatmentOptions(clinicsOfAsker(), { clinic: one('hvalstad') }).map(({ id }) => id);
    expect(ids).to.deep.equal(['exam', 'acute']);
  });

  it('[P-16] offers the clinicians of clinic and treatment, in the account’s order', () => {
    const { clinicians } = clinicianOptions(clinicsOfAsker(), {
      clinic: one('hvalstad'),
      treatment: 'exam',
    });
    expect(clinicians.map(({ clinician }) => clinician.id)).to.deep.equal(['lise', 'evelyn']);
  });

  it('[P-16] offers any clinician only where enabled and there are several', () => {
    const account = clinicsOfAsker({ anyClinician: true });
    const several = clinicianOptions(account, { clinic: one('hvalstad'), treatment: 'exam' });
    const single = clinicianOptions(account, { clinic: one('hvalstad'), treatment: 'acute' });
    expect([several.any, single.any]).to.deep.equal([true, false]);
  });

  it('[P-16] shows a title only where every clinic in question has the consent', () => {
    const account = clinicsOfAsker({ anyClinic: true });
    const offers = account.offers.map((offer) =>
      offer.clinic === 'hvalstad' ? { ...offer, title: 'Tannlege' } : offer,
    );
    const evelynAt = (clinic: Parameters<typeof clinicianOptions>[1]['clinic']) =>
      clinicianOptions({ ...account, offers }, { clinic, treatment: 'exam' }).clinicians.find(
        ({ clinician }) => clinician.id === 'evelyn',
      )?.title;
    expect(evelynAt(one('hvalstad'))).to.equal('Tannlege');
    expect(evelynAt({ kind: 'any' })).to.equal(undefined);
  });

  it('[P-16] shows a photo only where every clinic in question has the consent', () => {
    const account = clinicsOfAsker({ anyClinic: true });
    const photo = 'https://opus.example.com/evelyn.jpg';
    const photoWith = (hasPhoto: (clinic: string) => boolean) => {
      const offers = account.offers.map((offer) =>
        hasPhoto(offer.clinic) ? { ...offer, photo } : offer,
      );
      const { clinicians } = clinicianOptions(
        { ...account, offers },
        { clinic: { kind: 'any' }, treatment: 'exam' },
      );
      return clinicians.find(({ clinician }) => clinician.id === 'evelyn')?.photo;
    };
    expect(photoWith(() => true)).to.equal(photo);
    expect(photoWith((clinic) => clinic === 'hvalstad')).to.equal(undefined);
    expect(photoWith((clinic) => clinic !== 'hvalstad')).to.equal(undefined);
  });

  it('[P-42] offers only clinicians who take new patients, and names the others', () => {
    const closing = (account: Account, ...ids: string[]) => ({
      ...account,
      clinicians: account.clinicians.map((each) => ({
        ...each,
        acceptsNewPatients: !ids.includes(each.id),
      })),
    });
    const idsOf = (options: readonly ClinicianOption[]) =>
      options.map(({ clinician }) => clinician.id);
    const selection = { clinic: one('hvalstad'), treatment: 'exam' };
    const account = closing(clinicsOfAsker({ anyClinician: true }), 'evelyn');
    const { any, clinicians, closed } = clinicianOptions(account, selection);
    expect([any, idsOf(clinicians), idsOf(closed)]).to.deep.equal([false, ['lise'], ['evelyn']]);
    expect(idsOf(clinicianOptions(account, { clinic: one('lillevik') }).closed)).to.be.empty;
    // What only they do is not offered either: the service has no time for it.
    expect(treatmentOptions(account, { clinic: one('heggedal') })).to.be.empty;
    const ids = optionsFor(account, {}, 'clinic').map(({ value }) => value);
    expect(ids).not.to.deep.include(one('heggedal'));
    // An account for patients on file alone shows everybody: the ID is checked when booking.
    const onFile = closing(clinicsOfAsker({ selfCreation: false }), 'evelyn');
    expect(idsOf(clinicianOptions(onFile, selection).clinicians)).to.deep.equal(['lise', 'evelyn']);
    expect(clinicianOptions(onFile, selection).closed).to.be.empty;
  });

  it('[P-05] lets an earlier step offer everything, whatever was chosen later', () => {
    const ids = optionsFor(clinicsOfAsker(), { treatment: 'whitening' }, 'clinic');
    expect(ids).to.have.length(3);
  });

  it('[P-02] narrows later steps to the slots at the chosen start', () => {
    const account = clinicsOfAsker({ stepOrder: ['clinic', 'time', 'treatment', 'clinician'] });
    const start = '2026-11-23T08:00:00+01:00';
    const slots = [
      { start, minutes: 30, clinic: 'hvalstad', clinician: 'evelyn', treatment: 'exam' },
    ];
    const selection = { clinic: one('hvalstad'), time: { start, slots } };
    expect(treatmentOptions(account, selection).map(({ id }) => id)).to.deep.equal(['exam']);
    expect(
      clinicianOptions(account, { ...selection, treatment: 'exam' }).clinicians.map(
        ({ clinician }) => clinician.id,
      ),
    ).to.deep.equal(['evelyn']);
  });
});
