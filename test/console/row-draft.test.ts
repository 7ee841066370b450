import { expect } from '@open-wc/testing';
import { StaffError } from '../../src/console/api/staff-error.js';
import { RowDraft } from '../../src/console/pages/timebook/row-draft.js';

interface Row {
  version: string;
  from: string;
  text: string;
}

const row: Row = { version: '1', from: '08:00', text: '' };
const toDraft = ({ from, text }: Row) => ({ from, text });
const refused = (current: Row | undefined) =>
  new StaffError('version-conflict', {
    ...{ current, changedBy: 'Ingrid', changedAt: '2026-11-23T10:32:00+01:00' },
  });

describe('a row of the timebook that two people change', () => {
  it('[C-03] has my changes on top of theirs, with their version and who it was', () => {
    const draft = new RowDraft(row, toDraft);
    draft.set({ text: 'Rotfylling' });
    draft.meet(refused({ version: '2', from: '09:00', text: '' }));
    expect(draft.draft).to.deep.equal({ from: '09:00', text: 'Rotfylling' });
    expect(draft.version).to.equal('"2"');
    expect(draft.clash).to.include({ by: 'Ingrid', isDivided: false });
  });

  it('[C-03] has their value where both changed one field, until mine is taken', () => {
    const draft = new RowDraft(row, toDraft, { from: '10:00' });
    draft.meet(refused({ version: '2', from: '09:00', text: 'Ny' }));
    expect(draft.draft).to.deep.equal({ from: '09:00', text: 'Ny' });
    expect(draft.clash!.isDivided).to.equal(true);
    draft.takeMine();
    expect(draft.draft.from).to.equal('10:00');
    expect(draft.draft.text, 'what only they have changed stays').to.equal('Ny');
    expect(draft.version).to.equal('"2"');
  });

  it('[C-03] says that it is gone', () => {
    const draft = new RowDraft(row, toDraft);
    draft.meet(refused(undefined));
    expect(draft.clash).to.include({ now: undefined, by: 'Ingrid' });
    expect(draft.draft).to.deep.equal({ from: '08:00', text: '' });
  });

  it('[C-03] goes on with the row as it is read anew, but never under what is being made of it', () => {
    const draft = new RowDraft(row, toDraft);
    expect(draft.follow({ version: '2', from: '09:00', text: '' })).to.equal(true);
    expect(draft.draft.from).to.equal('09:00');
    expect(draft.version).to.equal('"2"');
    draft.set({ text: 'Rotfylling' });
    expect(draft.follow({ version: '3', from: '10:00', text: '' })).to.equal(false);
    expect(draft.draft).to.deep.equal({ from: '09:00', text: 'Rotfylling' });
    expect(draft.version, 'so that saving tells of the other change').to.equal('"2"');
  });

  it('[C-07] stays where it was dragged to while its row is read anew', () => {
    const draft = new RowDraft(row, toDraft, { from: '10:00' });
    expect(draft.follow({ version: '2', from: '09:00', text: '' })).to.equal(false);
    expect(draft.draft.from).to.equal('10:00');
  });
});
