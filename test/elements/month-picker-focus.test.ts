import { expect, fixture, html } from '@open-wc/testing';
import { ready } from '../../src/define/month-picker.js';
import type { MonthPicker } from '../../src/elements/month-picker/month-picker.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { waitUntil } from '../support/wait-until.js';
import { MonthPickerPage } from './support/month-picker-page.js';

// Runs in every engine: no keys of the browser's own protocol.

async function open(): Promise<MonthPickerPage> {
  await Promise.all([loadLocale('nb'), ready]);
  const wrapper = await fixture<HTMLElement>(
    html`<div lang="nb">
      <opus-month-picker value="2027-01-25" today="2027-01-20"></opus-month-picker>
    </div>`,
  );
  await (wrapper.querySelector('opus-month-picker') as MonthPicker).show();
  const page = await MonthPickerPage.in(wrapper);
  await waitUntil(() => page.focused());
  return page;
}

describe('opus-month-picker and the focus ring', () => {
  it('[P-18] rings the day that an arrow focuses, however the dialog was opened', async () => {
    const page = await open();
    const day = page.day('25. januar');
    // As after opening by mouse; browsers without the option decide by themselves.
    day.blur();
    day.focus({ focusVisible: false });
    day.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true }),
    );
    await waitUntil(() => page.focused() === '26. januar');
    const { outlineStyle, outlineWidth } = getComputedStyle(page.day('26. januar'));
    expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '3px']);
  });

  it('[P-18] underlines today in every engine', async () => {
    const page = await open();
    const { textDecorationLine, textDecorationThickness } = getComputedStyle(
      page.day('20. januar'),
    );
    expect([textDecorationLine, textDecorationThickness]).to.deep.equal(['underline', '2px']);
  });
});
