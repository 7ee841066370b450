import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import { userEvent, waitFor } from 'storybook/test';
import '../src/console/define.js';
import type { StaffRole } from '../src/contract/index.js';
import { inLanguage } from '../src/console/words/in-language.js';
import { roleWords } from '../src/console/words/shell-words.js';
import { sampleAccounts } from '../demo/accounts/index.js';

interface Args {
  account: string;
  lang: 'nb' | 'sv' | 'fi' | 'da' | 'en';
  role: StaffRole;
}

const meta: Meta<Args> = {
  title: 'Console/Whole console',
  // A page of documentation would start the service as well.
  tags: ['!autodocs'],
  parameters: { controls: { expanded: false }, layout: 'fullscreen' },
  args: { account: 'opusdentalklinikken', lang: 'en', role: 'owner' },
  argTypes: {
    account: { control: 'select', options: sampleAccounts.map(({ id }) => id) },
    lang: { control: 'select', options: ['nb', 'sv', 'fi', 'da', 'en'] },
    role: { control: 'select', options: Object.keys(roleWords) },
  },
  render: ({ account, lang }) => html`${until(wholeConsole(account, lang), html`<p>…</p>`)}`,
};
export default meta;

async function wholeConsole(account: string, lang: string) {
  const { openPageService } = await import('./whole-flow/page-service.js');
  const service = await openPageService();
  await service.prepare(account);
  return html`<opus-console
    account=${account}
    lang=${lang}
    page="booking-page"
    .fetch=${service.fetch}
  ></opus-console>`;
}

type Story = StoryObj<Args>;

/** The real service in this page, its database included; signed in as the person with a role. */
export const WholeConsole: Story = {
  // As the title: so the list has one line for both.
  name: 'Whole console',
  async play({ canvasElement, args }) {
    const inside = (selector: string) =>
      canvasElement.querySelector('opus-console')?.shadowRoot?.querySelector(selector);
    const role = inLanguage(roleWords, args.lang)[args.role];
    const person = await waitFor(
      () => {
        const people = inside('opus-console-sign-in')?.shadowRoot?.querySelectorAll('.person');
        const found = [...(people ?? [])].find((one) => one.textContent.includes(role));
        if (!found) throw new Error('no people yet');
        return found;
      },
      { timeout: 100_000 },
    );
    await userEvent.click(person);
    await waitFor(
      () => {
        const page = inside('opus-console-booking-page')?.shadowRoot;
        const section = page?.querySelector('opus-console-page-switches')?.shadowRoot;
        if (!section?.querySelector('.switch')) throw new Error('no page yet');
      },
      { timeout: 30_000 },
    );
  },
};
