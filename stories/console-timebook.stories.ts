import { html } from 'lit';
import '../src/console/pages/timebook/define.js';
import { hoursOf, toColumns } from '../src/console/pages/timebook/timebook-model.js';
import { StaffError } from '../src/console/api/staff-error.js';
import type { Timebook } from '../src/contract/index.js';
import {
  accountAnswers as answers,
  emptyTimebook,
  monday,
  timebook,
} from './fixtures/clinic-account.js';
import { allButReading } from './fixtures/console-stage.js';
import { consoleMeta, show } from './fixtures/console-story.js';
import type { ConsoleMeta, ConsoleStory } from './fixtures/console-story.js';
import { dark, narrow } from './fixtures/variants.js';

/** Days of clinicians side by side. What opens there has stories of its own. */
const meta: ConsoleMeta = { ...consoleMeta, title: 'Console/Timebook' };
export default meta;
type Story = ConsoleStory;

const page = () => html`<opus-console-timebook .parts=${[monday]}></opus-console-timebook>`;
/** The whole page: the toolbar above the day. */
export const Page: Story = show(page, answers);
export const PageNarrow: Story = { ...Page, ...narrow };
export const PageWithoutRight: Story = show(page, answers, allButReading);
export const PageOffline: Story = show(page, { ...answers, timebook: new StaffError('offline') });

const grid = (book: Timebook, mayChange = true) =>
  show(() => {
    const columns = toColumns(book, [monday], ['lise-negard', 'evelyn-andersen']);
    return html`<opus-console-timebook-grid
      .columns=${columns}
      .hours=${hoursOf(columns)}
      .names=${new Map([
        ['lise-negard', 'Lise Negård'],
        ['evelyn-andersen', 'Evelyn Andersen'],
      ])}
      .definitions=${new Map([['etimer', { name: 'Etimer', colour: '#e6f4f1' }]])}
      .changeable=${() => mayChange}
    ></opus-console-timebook-grid>`;
  });

/** Working time, a preblock, offered times, and appointments: one who has come, one that waits for its code, a colleague's. */
export const Grid: Story = grid(timebook);
export const GridEmpty: Story = grid(emptyTimebook);
/** For somebody who may change nothing of it. */
export const GridReadOnly: Story = grid(timebook, false);
export const GridNarrow: Story = { ...Grid, ...narrow };
export const GridDark: Story = { ...Grid, ...dark };
