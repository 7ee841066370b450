import { expect, fixture, html } from '@open-wc/testing';
import { ContextProvider } from '@lit/context';
import '../../src/console/pages/timebook/define.js';
import type { StaffApi } from '../../src/console/api/staff-api.js';
import { consoleContext, type ConsoleContext } from '../../src/console/state/console-context.js';
import type { CalendarCopy } from '../../src/contract/index.js';

describe('copying a week', () => {
  it('[C-07] copies the calendars that are shown, and no others', async () => {
    const asked: CalendarCopy[] = [];
    const call = (name: string, { body }: { body: CalendarCopy }) => {
      if (name !== 'copyCalendar') return new Promise(() => undefined);
      asked.push(body);
      return Promise.resolve({ data: { workingTime: 0, preblocks: 0 } });
    };
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const api = { call } as unknown as StaffApi;
    const initialValue = { api } as unknown as ConsoleContext;
    new ContextProvider(page, { context: consoleContext, initialValue });
    const dialog = document.createElement('opus-console-timebook-copy');
    Object.assign(dialog, { monday: '2026-11-23', clinicians: ['anne', 'bo'] });
    page.append(dialog);
    await dialog.updateComplete;
    dialog.renderRoot.querySelector('form')!.requestSubmit();
    expect(asked.map(({ clinicians, onto }) => [clinicians, onto])).to.deep.equal([
      [['anne', 'bo'], ['2026-11-30']],
    ]);
  });
});
