import { expect } from '@open-wc/testing';
import { preblockLabel } from '../../src/console/pages/timebook/preblock-label.js';
import { templatesOffered } from '../../src/console/pages/timebook/templates-offered.js';
import type { TimebookSettings } from '../../src/console/pages/timebook/timebook-source.js';

const settings = {
  organisation: { timebookList: 'house' },
  companies: [{ id: 'opus' }, { id: 'vest', timebookList: 'west' }],
  clinics: [
    { id: 'sentrum', company: 'opus' },
    { id: 'vest', company: 'vest' },
  ],
  clinicians: [{ id: 'lise' }, { id: 'per', timebookList: 'per' }],
  templates: ['exam', 'scaling', 'acute', 'online'].map((id) => ({
    id,
    useInTimebook: id !== 'online',
  })),
  templateLists: [
    { id: 'house', items: ['acute', 'exam'] },
    { id: 'west', items: ['scaling', 'online', 'gone'] },
    { id: 'per', items: [] },
  ],
} as unknown as TimebookSettings;
const listed = (given: TimebookSettings, clinician: string, clinic: string) =>
  templatesOffered(given, { clinician, clinic }).listed.map(({ id }) => id);

describe('what the window of an appointment offers', () => {
  it('[A-07] is the list in force in its order: of the clinician, else the company, else the organisation, else everything', () => {
    expect(listed(settings, 'lise', 'sentrum')).to.deep.equal(['acute', 'exam']);
    // A template that is not for the timebook, or is gone, is on no list.
    expect(listed(settings, 'lise', 'vest')).to.deep.equal(['scaling']);
    expect(listed(settings, 'per', 'vest')).to.deep.equal([]);
    const without = { ...settings, organisation: {} };
    expect(listed(without, 'lise', 'sentrum')).to.deep.equal(['exam', 'scaling', 'acute']);
  });

  it('[A-07] all that are for the timebook stay within reach', () => {
    const { all } = templatesOffered(settings, { clinician: 'per', clinic: 'vest' });
    expect(all.map(({ id }) => id)).to.deep.equal(['exam', 'scaling', 'acute']);
  });
});

describe('a preblock in the timebook', () => {
  it('[A-02] has its code before the name and its words for the staff behind it', () => {
    expect(preblockLabel({ name: 'Etimer' })).to.equal('Etimer');
    expect(preblockLabel({ name: 'Etimer', code: ' E ', text: '' })).to.equal('E Etimer');
    expect(preblockLabel({ name: 'Etimer', code: 'E', text: 'Ikke før ti' })).to.equal(
      'E Etimer: Ikke før ti',
    );
  });
});
