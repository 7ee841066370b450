import { html } from 'lit';
import '../src/console/pages/decide/define.js';
import '../src/console/pages/today/define.js';
import '../src/console/pages/why/define.js';
import { StaffError } from '../src/console/api/staff-error.js';
import type { Explained } from '../src/contract/index.js';
import { accountAnswers, at, emptyTimebook, monday, timebook } from './fixtures/clinic-account.js';
import { patientAnswers, patientChange } from './fixtures/clinic-patients.js';
import { allButReading } from './fixtures/console-stage.js';
import { consoleMeta, show, showWaiting } from './fixtures/console-story.js';
import type { ConsoleMeta, ConsoleStory } from './fixtures/console-story.js';
import { dark, narrow } from './fixtures/variants.js';

/** What is open at the reception all day: who comes, what has to be decided, why a time is missing. */
const meta: ConsoleMeta = { ...consoleMeta, title: 'Console/The day' };
export default meta;
type Story = ConsoleStory;

const answers = { ...accountAnswers, ...patientAnswers };

const today = () => html`<opus-console-today .parts=${[monday]}></opus-console-today>`;
/** One who has come, one who waits for a code, one cancelled. */
export const Today: Story = show(today, answers);
export const TodayNarrow: Story = { ...Today, ...narrow };
export const TodayDark: Story = { ...Today, ...dark };
export const TodayNobody: Story = show(today, { ...answers, timebook: emptyTimebook });
export const TodayWithoutRight: Story = show(today, answers, allButReading);
export const TodayLoading: Story = showWaiting(today);

const decide = () => html`<opus-console-decide></opus-console-decide>`;
/** Old and new side by side, of two patients. */
export const Decide: Story = show(decide, answers);
export const DecideOne: Story = show(decide, {
  patientChanges: { changes: [patientChange('1', 'Kari')] },
});
export const DecideNothing: Story = show(decide, { patientChanges: { changes: [] } });
export const DecideOffline: Story = show(decide, { patientChanges: new StaffError('offline') });

const explained = (explained: Explained) =>
  show(() => html`<opus-console-why .parts=${[monday, 'bleking']}></opus-console-why>`, {
    ...answers,
    explain: explained,
  });
const passed = (rule: string, check: Explained['rules'][number]['check']) => ({
  ...{ rule, check, passed: true, because: null },
});
const rules: Explained['rules'] = [
  ...[passed('P-40', 'open'), passed('A-06', 'date'), passed('P-42', 'published')],
  {
    ...{ rule: 'A-03', check: 'category', passed: false, because: 'category' },
    where: { kind: 'preblock-definition', id: 'kun-akutt', field: 'categories' },
  },
];
/** The first rule that stands in the way, and what to change. */
export const Why: Story = explained({
  ...{ offered: false, rules },
  clinicians: [{ clinician: 'lise-negard', offered: false, rules, starts: [] }],
});
/** There are times after all. */
export const WhyOffered: Story = explained({
  ...{ offered: true, rules: rules.slice(0, 3) },
  clinicians: [
    {
      ...{ clinician: 'lise-negard', offered: true, rules: rules.slice(0, 3) },
      starts: [{ start: at('09:30'), clinic: 'hvalstad' }],
    },
  ],
});

/** Cancelling asks whether the patient is told. */
export const TodayCancel: Story = show(
  () =>
    html`<opus-console-today-cancel
      .entry=${timebook.entries[0]!}
      .name=${'Kari Lund'}
    ></opus-console-today-cancel>`,
  answers,
);
