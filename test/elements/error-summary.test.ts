import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/error-summary.js';
import type { ErrorSummary } from '../../src/elements/error-summary/error-summary.js';
import type { OpusFieldChooseEvent } from '../../src/events/field-choose-event.js';
import { ElementPage } from './support/element-page.js';
import { focused } from './support/form-page.js';

const items = [
  { field: 'firstName', text: 'Fyll ut fornavnet ditt.' },
  { field: 'email', text: 'E-postadressen er for lang.' },
];

async function show(shown = items): Promise<ElementPage<ErrorSummary>> {
  const element = await fixture<ErrorSummary>(
    html`<opus-error-summary
      heading="2 felt må rettes"
      text="Resten er tatt vare på."
      .items=${shown}
    ></opus-error-summary>`,
  );
  return new ElementPage(element);
}

describe('opus-error-summary', () => {
  it('[P-29] takes focus as a whole, under its heading', async () => {
    const page = await show();
    page.element.focus();
    const active = focused() as HTMLElement;
    expect(active.getAttribute('role')).to.equal('group');
    const labelled = active.getAttribute('aria-labelledby') ?? '';
    expect((active.getRootNode() as ShadowRoot).getElementById(labelled)?.innerText).to.equal(
      '2 felt må rettes',
    );
  });

  it('[P-29] names the field whose line was chosen', async () => {
    const page = await show();
    const event = await page.press<OpusFieldChooseEvent>(
      'E-postadressen er for lang.',
      'opus-field-choose',
    );
    expect(event.field).to.equal('email');
    expect(event.composed).to.equal(false);
  });

  it('is nothing at all without errors', async () => {
    const page = await show([]);
    expect(page.text()).to.equal('');
  });

  it('is accessible', async () => {
    const page = await show();
    await expect(page.element).to.be.accessible();
  });
});
