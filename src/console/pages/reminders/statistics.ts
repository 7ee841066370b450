import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { SmsStatistics } from '../../../contract/index.js';
import { readAll } from '../../catalogue/records.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { monthName } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import type { Bar } from './share-chart.js';
import type { MonthLine, Part } from './statistics-model.js';
import { compareMissed, monthLines, shareOf } from './statistics-model.js';
import { statisticsWords } from './statistics-words.js';

interface Read {
  readonly statistics: SmsStatistics;
  readonly clinics: readonly { readonly id: string; readonly name: string }[];
}

const columns = [
  'sent',
  'delivered',
  'notDelivered',
  'failed',
  'answered',
  'appointments',
  'missed',
] as const;

/** Delivered, answered, and who stayed away, by month and clinic: as a chart and as a table (M-13, C-07). */
export class SmsStatisticsSection extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      .choice {
        max-inline-size: 360px;
        margin-block-end: 32px;
      }

      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 24px;
        margin-block: 8px;
        color: var(--_ink-quiet);
        font-size: var(--_small);
      }

      .legend span::before {
        display: inline-block;
        inline-size: 12px;
        block-size: 12px;
        margin-inline-end: 8px;
        border: 1px solid transparent;
        border-radius: 3px;
        background: var(--_control-line);
        content: '';
      }

      .legend .after::before {
        background: var(--_accent-text);
      }

      .compared {
        margin-block: 4px 16px;
        font-weight: 600;
      }

      .hint {
        max-inline-size: 68ch;
        margin-block-start: 8px;
      }

      .wide {
        max-inline-size: max-content;
        overflow-x: auto;
        /* A shadow at the edge tells that there is more; at the end it is covered. */
        background:
          linear-gradient(to left, var(--_paper) 40px, transparent) right / 60px 100% no-repeat
            local,
          linear-gradient(to left, color-mix(in srgb, var(--_ink) 22%, transparent), transparent)
            right / 14px 100% no-repeat scroll;
      }

      td,
      thead th {
        font-variant-numeric: tabular-nums;
        text-align: end;
        white-space: nowrap;
      }

      th:first-child {
        text-align: start;
        white-space: nowrap;
      }

      tbody th {
        color: inherit;
        font-size: inherit;
      }

      /* On a phone a month is a list, each number beside what it is. */
      @media (max-width: 639px) {
        thead {
          position: absolute;
          clip-path: inset(50%);
        }

        tbody tr {
          display: grid;
          padding-block: 12px;
          border-block-end: 1px solid var(--_line);
        }

        tbody th,
        td {
          padding: 3px 0;
          border: 0;
        }

        td {
          display: flex;
          justify-content: space-between;
          gap: 16px;
        }

        td::before {
          color: var(--_ink-quiet);
          content: attr(data-label) / '';
        }
      }

      @media (forced-colors: active) {
        .legend span::before {
          border-color: CanvasText;
          background: Canvas;
        }

        .legend .after::before {
          background: CanvasText;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  @state() private clinic = '';
  readonly #read = new Loaded<Read>(this);

  protected override open(): void {
    if (this.reasonWithout('messages')) return;
    const { api } = this.console!;
    void this.#read.load(async () => {
      const [statistics, clinics] = await Promise.all([
        api.call('messageStatistics'),
        readAll(api, 'clinics'),
      ]);
      return { statistics: statistics.data, clinics };
    });
  }

  protected override render(): TemplateResult {
    const words = this.words(statisticsWords);
    const reason = this.reasonWithout('messages');
    return html`<p class="lead">${words.lead}</p>
      ${reason ? html`<p class="notice">${reason}</p>` : this.renderLoaded(this.#read, (read) => this.#renderAll(read))}`;
  }

  #renderAll({ statistics, clinics }: Read): TemplateResult {
    const words = this.words(statisticsWords);
    const lines = monthLines(statistics, this.clinic);
    if (lines.length === 0) return html`<p>${words.nothing}</p>`;
    return html`
      ${clinics.length > 1 ? this.#renderChoice(clinics) : nothing}
      ${this.#renderMissed(statistics, lines)} ${this.#renderDelivered(lines)}
      ${this.#renderTable(lines)}
      <p class="hint">${words.kept}</p>
    `;
  }

  #renderChoice(clinics: Read['clinics']): TemplateResult {
    const words = this.words(statisticsWords);
    return html`<div class="choice">
      <label for="clinic">${words.clinic}</label>
      <select
        class="control"
        id="clinic"
        @change=${(event: Event) => (this.clinic = (event.target as HTMLSelectElement).value)}
      >
        <option value="">${words.allClinics}</option>
        ${clinics.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.clinic}>${name}</option>`)}
      </select>
    </div>`;
  }

  #renderMissed(statistics: SmsStatistics, lines: readonly MonthLine[]): TemplateResult {
    const words = this.words(statisticsWords);
    const compared = compareMissed(statistics, this.clinic);
    const isKnown = compared.before.total + compared.after.total > 0;
    const unknown = lines.reduce((sum, line) => sum + line.unknown, 0);
    const bars = lines.map(({ month, missed, appointments, isAfter }) =>
      this.#bar(month, { count: missed, total: appointments }, isAfter),
    );
    return html`<section class="section" aria-labelledby="missed">
      <h2 id="missed">${words.missedTitle}</h2>
      ${
        isKnown
          ? html`<p class="compared">
                ${fill(words.beforeAfter, {
                  before: this.#shown(compared.before),
                  after: this.#shown(compared.after),
                })}
              </p>
              ${this.#renderChart(bars, words.missedTitle)}
              <p class="legend">
                <span>${words.legendBefore}</span><span class="after">${words.legendAfter}</span>
              </p>`
          : html`<p class="notice">${words.noArrivals}</p>`
      }
      <p class="hint">
        ${words.missedHelp} ${unknown > 0 ? fill(words.unknown, { count: unknown }) : ''}
      </p>
    </section>`;
  }

  #renderDelivered(lines: readonly MonthLine[]): TemplateResult {
    const words = this.words(statisticsWords);
    const bars = lines.map(({ month, delivered, sent }) =>
      this.#bar(month, { count: delivered, total: sent }, true),
    );
    return html`<section class="section" aria-labelledby="delivered">
      <h2 id="delivered">${words.deliveredTitle}</h2>
      ${this.#renderChart(bars, words.deliveredTitle)}
      <p class="hint">${words.deliveredHelp}</p>
    </section>`;
  }

  #renderChart(bars: readonly Bar[], title: string): TemplateResult {
    return html`<opus-console-share-chart
      .bars=${bars}
      .label=${fill(this.words(statisticsWords).chart, { title })}
    ></opus-console-share-chart>`;
  }

  #bar(month: string, part: Part, isMarked: boolean): Bar {
    return { label: monthName(month, this.language, 'short'), share: shareOf(part), isMarked };
  }

  #shown(part: Part): string {
    const words = this.words(statisticsWords);
    const share = shareOf(part);
    if (share === null) return words.noNumbers;
    const percent = new Intl.NumberFormat(this.language, {
      style: 'percent',
      maximumFractionDigits: 1,
    });
    return fill(words.shareOf, { share: percent.format(share), ...part });
  }

  #renderTable(lines: readonly MonthLine[]): TemplateResult {
    const words = this.words(statisticsWords);
    const numbers = new Intl.NumberFormat(this.language);
    // The table that scrolls is the landmark.
    return html`<div class="section">
      <h2 id="table">${words.table}</h2>
      <div class="wide" tabindex="0" role="region" aria-labelledby="table">
        <table>
          <thead>
            <tr>
              <th scope="col">${words.month}</th>
              ${columns.map((name) => html`<th scope="col">${words[name]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${[...lines].reverse().map(
              (line) =>
                html`<tr>
                  <th scope="row">${monthName(line.month, this.language, 'long')}</th>
                  ${columns.map(
                    (name) =>
                      html`<td data-label=${words[name]}>${numbers.format(line[name])}</td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-statistics': SmsStatisticsSection;
  }
}
