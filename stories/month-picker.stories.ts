import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ready } from '../src/define/month-picker.js';
import { datesBetween, weekday } from '../src/domain/civil-date.js';
import type { MonthPicker } from '../src/elements/month-picker/month-picker.js';
import { today } from './fixtures/slots.js';

await ready;

interface Inputs extends Partial<MonthPicker> {
  lang: string;
}

const daysOf: MonthPicker['daysOf'] = async (from, to) =>
  datesBetween(from, to)
    .filter((date) => weekday(date) < 6 && Number(date.slice(8)) % 3 > 0)
    .map((date) => ({ date, count: (Number(date.slice(8)) % 7) + 1 }));

const meta: Meta<Inputs> = {
  title: 'Time/Month picker',
  component: 'opus-month-picker',
  args: { lang: 'nb', daysOf },
  argTypes: { lang: { control: 'inline-radio', options: ['nb', 'sv', 'fi', 'da', 'en'] } },
  render: ({ lang, daysOf: days }) => html`
    <div lang=${lang} style="min-block-size: 520px">
      <button
        type="button"
        @click=${({ currentTarget }: Event) => {
          const button = currentTarget as HTMLElement;
          void (button.nextElementSibling as MonthPicker).show(button);
        }}
      >
        ${today}
      </button>
      <opus-month-picker
        .value=${today}
        .today=${today}
        .min=${today}
        .max=${'2028-01-20'}
        .daysOf=${days}
      ></opus-month-picker>
    </div>
  `,
  play: ({ canvasElement }) => canvasElement.querySelector('button')?.click(),
};
export default meta;

type Story = StoryObj<Inputs>;

export const Norwegian: Story = {};

export const Finnish: Story = { args: { lang: 'fi' } };

/** Where nothing tells which days have free times. */
export const Unmarked: Story = { args: { daysOf: undefined } };

/** The days are on their way. */
export const Loading: Story = { args: { daysOf: () => new Promise(() => undefined) } };
