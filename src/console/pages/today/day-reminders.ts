import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { EntryReminder, TimebookEntry } from '../../../contract/index.js';
import { fill } from '../../words/in-language.js';
import type { smsDeliveryWords, smsStatusWords } from '../../words/sms-words.js';
import type { todayWords } from './today-words.js';

/** What the columns of SMS are told in. */
export interface ReminderTexts {
  readonly words: Record<keyof typeof todayWords, string>;
  readonly status: Record<keyof typeof smsStatusWords, string>;
  readonly delivery: Record<keyof typeof smsDeliveryWords, string>;
}

/** *SMS1* to *SMS3*, as many as somebody of the day has. */
export type ReminderColumns = 0 | 1 | 2 | 3;

const numbers = { 'reminder-1': 1, 'reminder-2': 2, 'reminder-3': 3 } as const;

/** How many columns a day's list needs; 0: nobody has a reminder, or they may not be read. */
export function reminderColumns(entries: readonly TimebookEntry[]): ReminderColumns {
  const needed = entries.flatMap(({ reminders = [] }) =>
    reminders.map(({ type }) => numbers[type]),
  );
  return needed.reduce<ReminderColumns>((most, number) => (number > most ? number : most), 0);
}

/** The heads of the columns; the cells say the same to those who do not see them. */
export function renderReminderHeads(
  columns: ReminderColumns,
  { words }: ReminderTexts,
): TemplateResult | typeof nothing {
  if (columns === 0) return nothing;
  return html`<div class="entry heads" aria-hidden="true">
    <div class="reminders">
      ${countTo(columns).map((number) => html`<span>${fill(words.smsNumber, { number })}</span>`)}
    </div>
  </div>`;
}

/** The reminders of one appointment, which lead to all of its SMS; nothing where there are none. */
export function renderReminders(
  { reminders }: TimebookEntry,
  name: string,
  {
    columns,
    texts,
    onOpen,
  }: { columns: ReminderColumns; texts: ReminderTexts; onOpen: () => void },
): TemplateResult | typeof nothing {
  if (!reminders?.length) return nothing;
  return html`<button class="reminders" type="button" aria-haspopup="dialog" @click=${onOpen}>
    <span class="visually-hidden">${texts.words.sms}: ${name}</span>
    ${countTo(columns).map((number) => {
      const reminder = reminders.find(({ type }) => numbers[type] === number);
      return reminder ? renderOne(reminder, texts) : html`<span></span>`;
    })}
  </button>`;
}

function renderOne(
  { type, status, delivery }: EntryReminder,
  { words, status: statuses, delivery: deliveries }: ReminderTexts,
): TemplateResult {
  const isBad = delivery === 'not-delivered' || ['F', 'FV', 'U'].includes(status);
  return html`<span class="reminder ${isBad ? 'bad' : ''}"
    ><span class="number">${fill(words.smsNumber, { number: numbers[type] })}</span>
    <span class="letter">${status} ${statuses[status]}</span>
    ${delivery ? html`<span class="delivery ${delivery}">${deliveries[delivery]}</span>` : nothing}</span
  >`;
}

const countTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
