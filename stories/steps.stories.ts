import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/steps.js';
import { pagesOf, type Page } from '../src/domain/step-order.js';
import { opusAccount, withSettings } from './fixtures/account.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs {
  pages: readonly Page[];
  current: number;
  reachable?: readonly number[];
  lang: string;
}

const meta: Meta<Inputs> = {
  title: 'Booking/Steps',
  component: 'opus-steps',
  args: { pages: pagesOf(opusAccount.settings), current: 0, lang: 'nb' },
  render: ({ pages, current, reachable, lang }) =>
    html`<opus-steps
      lang=${lang}
      .pages=${pages}
      .current=${current}
      .reachable=${reachable}
    ></opus-steps>`,
};
export default meta;

type Story = StoryObj<Inputs>;

export const FirstStep: Story = {};
export const OnTheWay: Story = { args: { current: 3 } };
export const LastStep: Story = { args: { current: 5 } };
/** Clinic and treatment were chosen for the patient: done, and nothing to go back to (P-06). */
export const StepsSkipped: Story = { args: { current: 3, reachable: [2] } };
/** Two steps on one page (P-03). */
export const CombinedView: Story = {
  args: { pages: pagesOf(withSettings({ combinedView: true }).settings), current: 1 },
};
export const English: Story = { args: { current: 4, lang: 'en' } };
/** Between 480 and 832 px. */
export const Tablet: Story = {
  args: { current: 3 },
  decorators: [(story) => html`<div style="inline-size: 600px">${story()}</div>`],
};
/** Under 480 px. */
export const Phone: Story = {
  args: { current: 3 },
  decorators: [(story) => html`<div style="inline-size: 328px">${story()}</div>`],
};
export const FiveLanguages: Story = {
  args: { current: 3 },
  ...fiveLanguages,
};
/** Whatever the clinic's colour, text and lines keep their contrast (P-09). */
export const FiveAccents: Story = fiveAccents;
/** 320 px wide. */
export const Narrow: Story = { ...narrow, args: { current: 3 } };
/** On dark paper. */
export const Dark: Story = { ...dark, args: { current: 3 } };
