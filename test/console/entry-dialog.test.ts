import { expect, fixture, html } from '@open-wc/testing';
import { ContextProvider } from '@lit/context';
import '../../src/console/pages/timebook/define.js';
import type { StaffApi } from '../../src/console/api/staff-api.js';
import type { EntryItem } from '../../src/console/pages/timebook/timebook-model.js';
import { consoleContext, type ConsoleContext } from '../../src/console/state/console-context.js';
import type { TimebookPatch } from '../../src/contract/index.js';

/** The window of an appointment in the hour that the clock shows twice, the second time; answers with what is saved. */
async function save(change: (fields: ShadowRoot) => void): Promise<TimebookPatch> {
  let saved: TimebookPatch | undefined;
  const call = (name: string, { body }: { body: TimebookPatch }) => {
    if (name === 'changeTimebook') saved = body;
    return name === 'changeTimebook' ? Promise.resolve({ data: {} }) : new Promise(() => undefined);
  };
  const page = await fixture<HTMLElement>(html`<div></div>`);
  const initialValue = {
    api: { call } as unknown as StaffApi,
    me: { kind: 'person', name: 'Ingrid', grants: [] },
  } as unknown as ConsoleContext;
  new ContextProvider(page, { context: consoleContext, initialValue });
  const dialog = document.createElement('opus-console-timebook-entry');
  const source = {
    ...{ id: 'a1', status: 'booked', minutes: 30, clinic: 'torvet', clinician: 'lise' },
    ...{ start: '2026-10-25T02:30:00+01:00', template: null, text: '', registeredBy: 'ITB' },
    ...{ registeredAt: '2026-10-20T10:00:00+02:00', arrivedAt: null, patient: null },
    ...{ campaignCode: null, recallCard: false, need: null, resource: null, version: '1' },
  };
  Object.assign(dialog, {
    item: { kind: 'entry', source } as unknown as EntryItem,
    settings: {
      ...{ timeZone: 'Europe/Oslo', step: 10, weekend: true, companies: [], definitions: [] },
      ...{ clinics: [{ id: 'torvet', name: 'Torvet' }], templates: [] },
      clinicians: [{ id: 'lise', name: 'Lise', clinics: [{ clinic: 'torvet' }] }],
    },
  });
  page.append(dialog);
  await dialog.updateComplete;
  change(dialog.shadowRoot!);
  await dialog.updateComplete;
  dialog.renderRoot.querySelector('form')!.requestSubmit();
  await Promise.resolve();
  return saved!;
}

describe('an appointment’s window', () => {
  it('[C-10] leaves the second 02:30 of a night where it is, until somebody moves it', async () => {
    const arrived = await save((fields) =>
      fields.querySelector<HTMLInputElement>('input[type="checkbox"]')!.click(),
    );
    expect(arrived.start).to.equal('2026-10-25T02:30:00+01:00');
    const moved = await save((fields) => {
      const from = fields.querySelector<HTMLInputElement>('#from')!;
      from.value = '08:00';
      from.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    expect(moved.start).to.equal('2026-10-25T08:00:00+01:00');
  });
});
