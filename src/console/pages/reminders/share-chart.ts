import { css, html, svg } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ConsoleElement } from '../../parts/console-element.js';

/** One month of a chart. */
export interface Bar {
  readonly label: string;
  /** From 0 to 1; null: nothing is known of it. */
  readonly share: number | null;
  /** In the accent; the others are quiet. */
  readonly isMarked: boolean;
}

/** Height of the whole, of the values above the bars and of the months below them, CSS pixels. */
const [height, above, below] = [180, 20, 22];
/** A month is never wider than the share of so many of the whole: one bar alone would be a wall. */
const fewest = 6;
/** The top of the scale: the next of these shares. */
const scales = [0.05, 0.1, 0.2, 0.3, 0.5, 1];

/** Shares by month as bars. What it shows stands in a table beside it. */
export class ShareChart extends ConsoleElement {
  static override styles: CSSResultGroup = [
    ConsoleElement.styles,
    css`
      :host {
        display: block;
        max-inline-size: 720px;
        container-type: inline-size;
      }

      svg {
        display: block;
        inline-size: 100%;
        overflow: visible;
      }

      text {
        fill: var(--_ink-quiet);
        font-size: 12px;
        text-anchor: middle;
      }

      .value {
        fill: var(--_ink);
        font-variant-numeric: tabular-nums;
      }

      rect {
        fill: var(--_control-line);
      }

      rect.marked {
        fill: var(--_accent-text);
      }

      line {
        stroke: var(--_line);
      }

      @container (max-width: 519px) {
        svg:not(.few) :is(.value, .other) {
          display: none;
        }
      }

      @media (forced-colors: active) {
        rect {
          fill: Canvas;
          stroke: CanvasText;
        }

        rect.marked {
          fill: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) bars: readonly Bar[] = [];
  /** What it shows, for whoever does not see it. */
  @property({ attribute: false }) label = '';

  protected override render(): TemplateResult {
    const shares = this.bars.map(({ share }) => share ?? 0);
    const top = scales.find((scale) => scale >= Math.max(...shares)) ?? 1;
    const base = height - below;
    const few = this.bars.length > fewest ? '' : 'few';
    return html`<svg class=${few} role="img" aria-label=${this.label} height=${height}>
      ${this.bars.map((bar, index) => this.#renderBar(bar, { index, top, base }))}
      <line x1="0" x2="100%" y1=${base + 0.5} y2=${base + 0.5}></line>
    </svg>`;
  }

  #renderBar(
    { label, share, isMarked }: Bar,
    { index, top, base }: { index: number; top: number; base: number },
  ) {
    const step = 100 / Math.max(this.bars.length, fewest);
    const size = ((share ?? 0) / top) * (base - above);
    const middle = `${(index + 0.5) * step}%`;
    const percent = new Intl.NumberFormat(this.language, {
      style: 'percent',
      maximumFractionDigits: (share ?? 0) < 0.1 ? 1 : 0,
    });
    return svg`
      <rect class=${isMarked ? 'marked' : ''} x="${(index + 0.2) * step}%" width="${step * 0.6}%"
        y=${base - size} height=${size} rx="3"></rect>
      <text class="value" x=${middle} y=${base - size - 6}>${share === null ? '' : percent.format(share)}</text>
      <text class=${index % 2 === 0 ? '' : 'other'} x=${middle} y=${height - 4}>${label}</text>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-share-chart': ShareChart;
  }
}
