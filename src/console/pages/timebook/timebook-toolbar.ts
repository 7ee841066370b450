import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Language } from '../../../contract/index.js';
import type { CivilDate } from '../../../domain/civil-date.js';
import { isoWeek } from '../../../domain/week.js';
import { whyLink } from '../../parts/why-link.js';
import { dayName, daysInShort } from '../../words/dates.js';
import { fill, inLanguage } from '../../words/in-language.js';
import { waitingWords } from './waiting-words.js';
import type { TimebookSettings } from './timebook-source.js';
import type { timebookWords } from './timebook-words.js';

export type ViewKind = 'day' | 'week';

/** What somebody chooses to see. */
export interface ViewChange {
  readonly date?: CivilDate;
  readonly view?: ViewKind;
  readonly clinic?: string;
  readonly clinician?: string;
  readonly treatment?: string;
  readonly layers?: ReadonlySet<string>;
}

interface Toolbar extends Required<ViewChange> {
  readonly words: Record<keyof typeof timebookWords, string>;
  readonly language: Language;
  readonly settings: TimebookSettings;
  readonly dates: readonly CivilDate[];
  readonly today: CivilDate;
  readonly change: (part: ViewChange) => void;
  readonly turn: (by: number) => void;
  readonly undo: (redo: boolean) => void;
  readonly copy: () => void;
  /** How many wait for an earlier time; undefined: not known. */
  readonly waitingCount: number | undefined;
  readonly showWaiting: () => void;
  /** Whether all of it is open where there is little room. */
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/**
 * What is shown: when, whose, for which treatment, in which layers; and undo. Where there is little room one row of it stands above the
 * calendars, and the rest behind a button.
 */
export function renderToolbar(bar: Toolbar): TemplateResult {
  const { words, date, view, today, change, turn, undo, copy } = bar;
  return html`
    <div class=${classMap({ bar: true, open: bar.isOpen })} id="toolbar">
      <div class="when">
        <button
          class="button small"
          type="button"
          aria-label=${words.earlier}
          @click=${() => turn(-1)}
        >
          ‹
        </button>
        <b class="period" aria-live="polite">${periodOf(bar)}</b>
        <button
          class="button small"
          type="button"
          aria-label=${words.later}
          @click=${() => turn(1)}
        >
          ›
        </button>
        <button
          class="button small"
          type="button"
          ?disabled=${date === today}
          @click=${() => change({ date: today })}
        >
          ${words.today}
        </button>
      </div>
      ${renderMore(bar)}
      <div class="when wide">
        <input
          class="control compact rest"
          type="date"
          aria-label=${words.goTo}
          .value=${date}
          @change=${(event: Event) => {
            const { value } = event.target as HTMLInputElement;
            if (value) change({ date: value });
          }}
        />
      </div>
      <div class="when wide" role="group" aria-label=${words.show}>
        ${(['day', 'week'] as const).map(
          (kind) =>
            html`<button
              class="button small"
              type="button"
              aria-pressed=${view === kind ? 'true' : 'false'}
              @click=${() => change({ view: kind })}
            >
              ${words[kind]}
            </button>`,
        )}
      </div>
      <div class="when wide">
        <button
          class="button small"
          type="button"
          aria-keyshortcuts="Control+Z"
          @click=${() => undo(false)}
        >
          ${words.undo}
        </button>
        <button
          class="button small"
          type="button"
          aria-keyshortcuts="Control+Y"
          @click=${() => undo(true)}
        >
          ${words.redo}
        </button>
        <button class="button small rest" type="button" @click=${copy}>${words.copyWeek}</button>
        <button class="button small rest" type="button" @click=${bar.showWaiting}>
          ${inLanguage(waitingWords, bar.language).button}${bar.waitingCount ? ` (${bar.waitingCount})` : nothing}
        </button>
      </div>
    </div>
    <div class=${classMap({ bar: true, rest: true, open: bar.isOpen })}>
      ${renderChoices(bar)} ${renderLayers(bar)} ${whyLink(bar, bar.language)}
      <p class="hint lead">${words.lead}</p>
    </div>
  `;
}

/** Opens and closes the rest of the toolbar, and says how much of it is chosen other than usual. */
function renderMore({
  words,
  view,
  clinic,
  clinician,
  treatment,
  layers,
  isOpen,
  toggle,
}: Toolbar) {
  const chosen = [clinic, view === 'day' && clinician, treatment].filter(Boolean).length;
  const count = chosen + layerNames.length - layers.size;
  return html`<button
    class="button small more"
    type="button"
    aria-expanded=${isOpen ? 'true' : 'false'}
    aria-controls="toolbar"
    aria-label=${count > 0 ? fill(words.moreInUse, { count }) : words.more}
    @click=${toggle}
  >
    ⋯${count > 0 ? html`<sup>${count}</sup>` : nothing}
  </button>`;
}

function periodOf({ dates, view, words, language }: Toolbar): string {
  const [first] = dates;
  if (view === 'day') return dayName(first!, language);
  return `${words.week} ${isoWeek(first!).week}, ${daysInShort(first!, dates.at(-1)!, language)}`;
}

function renderChoices({ settings, words, change, clinic, clinician, treatment }: Toolbar) {
  const select = (
    label: string,
    value: string,
    options: readonly { id: string; name: string }[],
    all: string,
    take: (id: string) => void,
  ) =>
    html`<select
      class="control compact"
      aria-label=${label}
      @change=${(event: Event) => take((event.target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${value === ''}>${all}</option>
      ${options.map(({ id, name }) => html`<option value=${id} ?selected=${value === id}>${name}</option>`)}
    </select>`;
  const { clinics, clinicians, templates } = settings;
  const atClinic = clinicians.filter(
    (one) => !clinic || one.clinics.some((works) => works.clinic === clinic),
  );
  return html`
    ${clinics.length > 1 ? select(words.clinic, clinic, clinics, words.allClinics, (id) => change({ clinic: id, clinician: '' })) : nothing}
    ${select(words.clinician, clinician, atClinic, words.allClinicians, (id) => change({ clinician: id }))}
    ${select(
      words.treatment,
      treatment,
      templates.filter(({ useInBooking }) => useInBooking),
      words.anyTreatment,
      (id) => change({ treatment: id }),
    )}
  `;
}

/** The layers of the calendars, and their words. */
const layerNames = [
  ['working-time', 'layerWorking'],
  ['preblocks', 'layerPreblocks'],
  ['offered', 'layerOffered'],
  ['entries', 'layerEntries'],
] as const;

function renderLayers({ words, layers, change }: Toolbar): TemplateResult {
  const flip = (name: string, is: boolean) => {
    const next = new Set(layers);
    if (is) next.add(name);
    else next.delete(name);
    change({ layers: next });
  };
  return html`<div class="layers" role="group" aria-label=${words.show}>
    ${layerNames.map(
      ([name, label]) =>
        html`<label class="layer"
          ><input
            type="checkbox"
            .checked=${layers.has(name)}
            @change=${(event: Event) => flip(name, (event.target as HTMLInputElement).checked)}
          />${words[label]}</label
        >`,
    )}
  </div>`;
}
