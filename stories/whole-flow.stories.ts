import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { waitFor } from 'storybook/test';
import { define } from '../src/define/define.js';
import { ownArgs, panelTypes, requestOf, type PanelArgs } from './whole-flow/panel.js';
import { WholeFlowStage } from './whole-flow/whole-flow-stage.js';

define('whole-flow-stage', WholeFlowStage);

const meta: Meta<PanelArgs> = {
  title: 'Booking/Whole flow',
  // A page of documentation would start the service as well.
  tags: ['!autodocs'],
  parameters: { controls: { expanded: false } },
  args: ownArgs,
  argTypes: panelTypes,
  render: (args) =>
    html`<whole-flow-stage
      account=${args.account}
      lang=${args.lang === 'own' ? '' : args.lang}
      .request=${requestOf(args)}
    ></whole-flow-stage>`,
};
export default meta;

type Story = StoryObj<PanelArgs>;

/**
 * The real service in this page: its database is PostgreSQL, started from a stored copy of the sample accounts. What the
 * panel changes goes through the staff API. The messages beneath have the code that ends the booking.
 */
export const WholeFlow: Story = {
  // As the title: so the list has one line for both.
  name: 'Whole flow',
  async play({ canvasElement }) {
    const stage = canvasElement.querySelector('whole-flow-stage')?.shadowRoot;
    const picker = () =>
      stage?.querySelector('opus-booking')?.shadowRoot?.querySelector('opus-clinic-picker');
    await waitFor(
      () => {
        if (!picker()?.shadowRoot?.querySelector('button')) throw new Error('no first step yet');
      },
      { timeout: 100_000 },
    );
  },
};
