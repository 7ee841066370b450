import { expect, fixture, html } from '@open-wc/testing';
import { readTimebook } from '../../src/console/pages/timebook/timebook-source.js';
import type { TimebookSettings } from '../../src/console/pages/timebook/timebook-source.js';
import {
  renderToolbar,
  type ViewChange,
} from '../../src/console/pages/timebook/timebook-toolbar.js';
import { timebookWords } from '../../src/console/pages/timebook/timebook-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import type { StaffApi } from '../../src/console/api/staff-api.js';

const words = inLanguage(timebookWords, 'en');
const monday = '2026-11-23';
const settings = {
  clinics: [],
  clinicians: [
    { id: 'anne', name: 'Anne', clinics: [{ clinic: 'sentrum' }] },
    { id: 'bo', name: 'Bo', clinics: [{ clinic: 'sentrum' }] },
  ],
  templates: [
    { id: 'us', name: 'Examination', useInBooking: true },
    { id: 'telephone', name: 'Telephone', useInBooking: false },
  ],
} as unknown as TimebookSettings;
const all = new Set(['entries', 'working-time', 'preblocks', 'offered']);

/** The toolbar with what somebody has chosen, and what is chosen in it from then on. */
async function toolbar(part: ViewChange & { isOpen?: boolean } = {}) {
  const changes: ViewChange[] = [];
  const calls: string[] = [];
  const bar = await fixture<HTMLElement>(
    html`<div>
      ${renderToolbar({
        ...{ words, settings, language: 'en', date: monday, view: 'day', dates: [monday] },
        ...{ clinic: '', clinician: '', treatment: '', layers: all, today: monday },
        ...{ isOpen: false, waitingCount: 2, ...part },
        change: (change) => changes.push(change),
        turn: (by) => calls.push(`turn ${by}`),
        undo: (redo) => calls.push(redo ? 'redo' : 'undo'),
        copy: () => calls.push('copy'),
        showWaiting: () => calls.push('waiting'),
        toggle: () => calls.push('toggle'),
      })}
    </div>`,
  );
  const button = (name: string) =>
    [...bar.querySelectorAll('button')].find(
      (one) => one.getAttribute('aria-label') === name || one.textContent.trim() === name,
    )!;
  const list = (name: string) => bar.querySelector<HTMLSelectElement>(`[aria-label="${name}"]`)!;
  return { bar, changes, calls, button, list };
}

describe('what is chosen above the timebook', () => {
  it('[C-07] switches each layer on and off by itself', async () => {
    const { bar, changes } = await toolbar({ layers: new Set(['entries', 'offered']) });
    const boxes = [...bar.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(boxes.map(({ checked }) => checked)).to.deep.equal([false, false, true, true]);
    for (const box of boxes) box.click();
    expect(changes.map(({ layers }) => [...layers!].sort().join())).to.deep.equal([
      'entries,offered,working-time',
      'entries,offered,preblocks',
      'entries',
      'offered',
    ]);
  });

  it('[C-07] [A-03] offers the treatments that patients book, and shows the times of one of them', async () => {
    const { list, changes } = await toolbar();
    const treatments = list(words.treatment);
    expect([...treatments.options].map(({ text }) => text)).to.deep.equal([
      words.anyTreatment,
      'Examination',
    ]);
    treatments.value = 'us';
    treatments.dispatchEvent(new Event('change'));
    expect(changes).to.deep.equal([{ treatment: 'us' }]);

    // The service answers with the times of that treatment, in the layers that are on.
    const queries: unknown[] = [];
    const call = (_: string, { query }: { query: unknown }) => {
      queries.push(query);
      return Promise.resolve({ data: { entries: [], taken: [] } });
    };
    const view = { from: monday, to: '2026-11-24', clinicians: ['anne'] };
    const api = { call } as unknown as StaffApi;
    await readTimebook(api, { ...view, treatment: 'us', layers: new Set(['offered']) });
    await readTimebook(api, { ...view, treatment: '', layers: new Set() });
    const of = { ...view, clinicians: 'anne', with: undefined };
    expect(queries).to.deep.equal([
      { ...of, treatment: 'us', layers: 'offered' },
      { ...of, treatment: undefined, layers: 'entries' },
    ]);
  });

  it('[C-14] says behind one button how much is chosen other than usual, where there is little room', async () => {
    const usual = await toolbar();
    const more = usual.button(words.more);
    expect(more.getAttribute('aria-expanded')).to.equal('false');
    more.click();
    expect(usual.calls).to.deep.equal(['toggle']);
    const layers = new Set(['entries']);
    const chosen = await toolbar({ treatment: 'us', clinician: 'bo', layers, isOpen: true });
    const used = chosen.button(words.moreInUse.replace('{count}', '5'));
    expect(used.getAttribute('aria-expanded')).to.equal('true');
    // A week is always of one clinician.
    const week = await toolbar({ view: 'week', clinician: 'bo' });
    expect(week.button(words.more)).to.exist;
  });
});
