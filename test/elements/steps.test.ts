import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/steps.js';
import { pagesOf } from '../../src/domain/step-order.js';
import type { Steps } from '../../src/elements/steps/steps.js';
import type { OpusGoToEvent } from '../../src/events/go-to-event.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { opusAccount, withSettings } from '../../stories/fixtures/account.js';
import { ElementPage } from './support/element-page.js';

const pages = pagesOf(opusAccount.settings);
const combined = pagesOf(withSettings({ combinedView: true }).settings);

async function show(
  inputs: Partial<Steps>,
  width = 1000,
  lang = 'nb',
): Promise<ElementPage<Steps>> {
  const frame = await fixture(
    html`<div style="inline-size: ${width}px">
      <opus-steps
        lang=${lang}
        .pages=${inputs.pages ?? pages}
        .current=${inputs.current ?? 0}
        .reachable=${inputs.reachable}
      ></opus-steps>
    </div>`,
  );
  const element = frame.querySelector('opus-steps') as Steps;
  await element.updateComplete;
  return new ElementPage(element);
}

/** The step marked as the current one, in the way that is shown. */
function currentStep(page: ElementPage): string | undefined {
  const current = page.all('[aria-current="step"]').find((each) => each.checkVisibility());
  return current?.innerText.replace(/\s+/g, ' ').trim();
}

describe('opus-steps', () => {
  before(async () => {
    await loadLocale('nb');
    await loadLocale('en');
  });

  it('[P-01] shows the six steps in the account’s order, the current one marked', async () => {
    const page = await show({ current: 3 });
    expect(page.items()).to.deep.equal([
      'Klinikk, ferdig',
      'Behandling, ferdig',
      'Behandler, ferdig',
      '4Tid',
      '5Personopplysninger',
      '6Bekreft',
    ]);
    expect(currentStep(page)).to.equal('4 Tid');
  });

  it('[P-01] makes buttons of done steps only', async () => {
    const page = await show({ current: 2 });
    expect(page.buttonNames()).to.deep.equal(['Klinikk, ferdig', 'Behandling, ferdig']);
  });

  it('[P-01] asks for the done step that is pressed', async () => {
    const page = await show({ current: 3 });
    const event = await page.press<OpusGoToEvent>('Behandling, ferdig', 'opus-go-to');
    expect(event.part).to.equal('treatment');
  });

  it('[P-06] makes no button of a step that was skipped for the patient', async () => {
    const page = await show({ current: 3, reachable: [1] });
    expect(page.buttonNames()).to.deep.equal(['Behandling, ferdig']);
    expect(page.items()[0]).to.equal('Klinikk, ferdig');
  });

  it('[P-03] names both steps of a combined page, and goes to its first', async () => {
    const page = await show({ pages: combined, current: 3 });
    expect(page.items()).to.have.length(4);
    const event = await page.press<OpusGoToEvent>('Behandling & behandler, ferdig', 'opus-go-to');
    expect(event.part).to.equal('treatment');
  });

  it('[P-01] is one line in little room', async () => {
    const page = await show({ current: 3 }, 360);
    expect(page.text()).to.equal('Steg 4 av 6 · Tid');
    expect(currentStep(page)).to.equal('Steg 4 av 6 · Tid');
    expect(page.buttons()).to.be.empty;
    await expect(page.element).to.be.accessible();
  });

  it('speaks the language around it', async () => {
    const page = await show({ current: 4 }, 360, 'en');
    expect(page.text()).to.equal('Step 5 of 6 · Personal details');
  });

  it('is operable by keyboard alone', async () => {
    const page = await show({ current: 2 });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    const asked = page.next<OpusGoToEvent>('opus-go-to');
    await sendKeys({ press: 'Enter' });
    expect((await asked).part).to.equal('treatment');
  });

  for (const width of [1000, 600]) {
    it(`passes axe and stays inside ${width} px`, async () => {
      const page = await show({ current: 3 }, width);
      await expect(page.element).to.be.accessible();
      const [list] = page.all('ol');
      expect(list?.scrollWidth).to.be.at.most(width);
    });
  }
});
