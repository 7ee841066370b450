import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Box } from './message-row.js';
import type { MessageTexts } from './message-texts.js';

/** What stands in a row beside whom it went to or came from. */
export type ColumnName = 'message' | 'status' | 'appointment' | 'times' | 'expires' | 'tries';

interface Column {
  readonly name: ColumnName;
  /** Its share of the width. */
  readonly width: string;
  /** Whether it is shown until somebody chooses. */
  readonly isUsual: boolean;
}

const usual = (name: ColumnName, width: string): Column => ({ name, width, isUsual: true });
const more = (name: ColumnName, width: string): Column => ({ name, width, isUsual: false });

const columnsIn: Readonly<Record<Box, readonly Column[]>> = {
  sent: [
    usual('message', 'minmax(0, 2.2fr)'),
    usual('status', 'minmax(0, 1.1fr)'),
    usual('appointment', 'minmax(0, 1.1fr)'),
    usual('times', 'minmax(0, 1.7fr)'),
    more('expires', 'minmax(0, 0.9fr)'),
    more('tries', 'minmax(0, 0.6fr)'),
  ],
  received: [
    usual('message', 'minmax(0, 2.6fr)'),
    usual('status', 'minmax(0, 1.2fr)'),
    usual('times', 'minmax(0, 1.8fr)'),
  ],
};

/** Those of a box that are shown, in their order. */
export type ShownColumns = readonly ColumnName[];

const usualOf = (box: Box): ShownColumns =>
  columnsIn[box].flatMap(({ name, isUsual }) => (isUsual ? name : []));

const keyOf = (box: Box) => `opus-console-columns-${box}`;

/** What was chosen on this device; the usual ones where nothing was, or the browser stores nothing. */
export function readColumns(box: Box): ShownColumns {
  try {
    const stored = localStorage.getItem(keyOf(box));
    if (stored === null) return usualOf(box);
    const names = stored.split(' ');
    return columnsIn[box].flatMap(({ name }) => (names.includes(name) ? name : []));
  } catch {
    return usualOf(box);
  }
}

/** Keeps the choice on this device: names of columns, and nothing of anybody. */
export function keepColumns(box: Box, columns: ShownColumns): void {
  try {
    localStorage.setItem(keyOf(box), columns.join(' '));
  } catch {
    // It holds until the page is left.
  }
}

/** The columns of a grid whose rows have a tick before and actions behind. */
export function gridOf(box: Box, shown: ShownColumns): string {
  const widths = columnsIn[box].flatMap(({ name, width }) => (shown.includes(name) ? width : []));
  return `36px minmax(0, 1.3fr) ${widths.join(' ')} 44px`;
}

/** The head of a column. */
export function headOf(box: Box, name: ColumnName, { words }: MessageTexts): string {
  if (name === 'times') return box === 'sent' ? words.made : words.answered;
  return words[name];
}

/** Which columns there are, to tick; the first one always is. */
export function renderColumnChoice(
  box: Box,
  shown: ShownColumns,
  texts: MessageTexts,
  onChange: (columns: ShownColumns) => void,
): TemplateResult {
  const tick = (name: ColumnName, isShown: boolean) =>
    onChange(
      columnsIn[box].flatMap((column) =>
        (column.name === name ? isShown : shown.includes(column.name)) ? column.name : [],
      ),
    );
  return html`<details class="columns">
    <summary class="button small">${texts.words.columns}</summary>
    <div class="choice" role="group" aria-label=${texts.words.columns}>
      ${columnsIn[box].map(
        ({ name }) =>
          html`<label
            ><input
              type="checkbox"
              .checked=${live(shown.includes(name))}
              @change=${(event: Event) => tick(name, (event.target as HTMLInputElement).checked)}
            />${headOf(box, name, texts)}</label
          >`,
      )}
    </div>
  </details>`;
}
