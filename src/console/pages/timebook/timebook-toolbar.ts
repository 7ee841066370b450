import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Language } from '../../../contract/index.js';
import type { CivilDate } from '../../../domain/civil-date.js';
import { isoWeek } from '../../../domain/week.js';
import { whyLink } from '../../parts/why-link.js';
import { dayName } from '../../words/dates.js';
import { inLanguage } from '../../words/in-language.js';
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
}

/** What is shown: when, whose, for which treatment, in which layers; and undo. */
export function renderToolbar(bar: Toolbar): TemplateResult {
  const { words, date, view, today, change, turn, undo, copy } = bar;
  return html`
    <div class="bar">
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
        <input
          class="control compact"
          type="date"
          aria-label=${words.goTo}
          .value=${date}
          @change=${(event: Event) => {
            const { value } = event.target as HTMLInputElement;
            if (value) change({ date: value });
          }}
        />
      </div>
      <div class="when" role="group" aria-label=${words.show}>
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
      <div class="when">
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
        <button class="button small" type="button" @click=${copy}>${words.copyWeek}</button>
        <button class="button small" type="button" @click=${bar.showWaiting}>
          ${inLanguage(waitingWords, bar.language).button}${bar.waitingCount ? ` (${bar.waitingCount})` : nothing}
        </button>
      </div>
    </div>
    <div class="bar">${renderChoices(bar)} ${renderLayers(bar)} ${whyLink(bar, bar.language)}</div>
  `;
}

function periodOf({ dates, view, words, language }: Toolbar): string {
  const [first] = dates;
  if (view === 'day') return dayName(first!, language);
  const days = `${dayName(first!, language)} – ${dayName(dates.at(-1)!, language)}`;
  return `${words.week} ${isoWeek(first!).week}, ${days}`;
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

function renderLayers({ words, layers, change }: Toolbar): TemplateResult {
  const names = [
    ['working-time', words.layerWorking],
    ['preblocks', words.layerPreblocks],
    ['offered', words.layerOffered],
    ['entries', words.layerEntries],
  ] as const;
  const flip = (name: string, is: boolean) => {
    const next = new Set(layers);
    if (is) next.add(name);
    else next.delete(name);
    change({ layers: next });
  };
  return html`<div class="layers" role="group" aria-label=${words.show}>
    ${names.map(
      ([name, label]) =>
        html`<label class="layer"
          ><input
            type="checkbox"
            .checked=${layers.has(name)}
            @change=${(event: Event) => flip(name, (event.target as HTMLInputElement).checked)}
          />${label}</label
        >`,
    )}
  </div>`;
}
