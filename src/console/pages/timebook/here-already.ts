import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { itemName } from './grid-items.js';
import type { Item } from './timebook-model.js';
import { toClock } from './timebook-model.js';
import type { TimebookSettings } from './timebook-source.js';
import type { timebookWords } from './timebook-words.js';

/** What lies on a stretch already, each to be opened. */
export function renderHere(
  here: readonly Item[],
  {
    words,
    settings,
    open,
  }: {
    words: Record<keyof typeof timebookWords, string>;
    settings: TimebookSettings;
    open: (item: Item) => void;
  },
): TemplateResult | typeof nothing {
  const look = { words, definitions: new Map(settings.definitions.map((one) => [one.id, one])) };
  const shown = here.filter(({ kind }) => kind !== 'offered' && kind !== 'taken');
  if (shown.length === 0) return nothing;
  return html`<p><b>${words.hereAlready}</b></p>
    <p class="row">
      ${shown.map(
        (item) =>
          html`<button class="button small" type="button" @click=${() => open(item)}>
            ${itemName(item, look)} ${toClock(item.from)}–${toClock(item.to)}
          </button>`,
      )}
    </p>`;
}
