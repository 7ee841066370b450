import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Language } from '../../../contract/index.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { toHash } from '../../state/route.js';
import { noDraft, previewFetch, type Draft } from './preview-fetch.js';
import { bookingPageWords } from './page-words.js';

/** Widths of the page in the preview, pixels. */
const widths = { phone: 375, desktop: 1040 } as const;
/** How long typing has to rest before the preview begins anew, milliseconds. */
const rest = 400;

/** The real `<opus-booking>` with the unsaved draft in it and with real times (C-06). */
export class BookingPreview extends ConsoleElement {
  static override styles: CSSResultGroup = [
    ConsoleElement.styles,
    css`
      .bar {
        justify-content: space-between;
        margin-block-end: 12px;
      }

      .bar + .hint {
        margin-block-end: 12px;
      }

      .widths {
        display: flex;
        gap: 4px;
      }

      .widths button {
        min-block-size: 36px;
        padding: 4px 12px;
      }

      .widths button[aria-pressed='true'] {
        border-color: var(--_accent-border);
        background: var(--_accent-soft);
      }

      .window {
        overflow: hidden;
        border: 1px solid var(--_line);
        border-radius: var(--_panel-radius);
      }

      .paper {
        box-sizing: border-box;
        padding: 24px;
        transform-origin: 0 0;
      }
    `,
  ];

  @property({ attribute: false }) draft = noDraft;
  /** What the page speaks; undefined: what the console speaks. */
  @property({ attribute: false }) pageLanguage: Language | undefined;
  /** Id of the clinic whose treatments are shown at once; empty: the page from its beginning. */
  @property({ attribute: false }) clinic = '';
  @state() private width: keyof typeof widths = 'phone';
  @state() private room = 400;
  @state() private height = 600;
  /** Raised by each draft that is shown: the widget then begins anew. */
  @state() private run = 0;
  @state() private isMissing = false;
  #shown: Draft | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #fetch: typeof fetch | undefined;
  // In the next frame: a size that is set while sizes are told would be told in the frame after that, with an error.
  readonly #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  override connectedCallback(): void {
    super.connectedCallback();
    // Patients load nothing of the console; the console loads the widget as a page does.
    import('../../../define/booking.js').catch(() => (this.isMissing = true));
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#observer.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('draft') || this.draft === this.#shown) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#shown = this.draft;
        this.run += 1;
      },
      this.run === 0 ? 0 : rest,
    );
  }

  protected override render(): TemplateResult {
    const words = this.words(bookingPageWords);
    const context = this.console;
    const width = widths[this.width];
    const scale = Math.min(1, this.room / width);
    return html`
      <div class="row bar">
        <h2 id="preview">${words.preview}</h2>
        <div class="widths">
          ${(['phone', 'desktop'] as const).map(
            (name) =>
              html`<button
                class="button"
                type="button"
                aria-pressed=${name === this.width ? 'true' : 'false'}
                @click=${() => (this.width = name)}
              >
                ${words[name]}
              </button>`,
          )}
        </div>
      </div>
      <p class="hint">${words.previewHint} <a href=${toHash({ page: 'why' })}>${words.why}</a></p>
      <div
        class="window"
        role="region"
        aria-labelledby="preview"
        style=${styleMap({
          inlineSize: `${width * scale + 2}px`,
          blockSize: `${this.height * scale + 2}px`,
        })}
      >
        <div
          class="paper"
          style=${styleMap({ inlineSize: `${width}px`, transform: `scale(${scale})` })}
        >
          ${this.isMissing ? this.renderUnreachable() : context && this.run > 0 ? this.#renderWidget() : nothing}
        </div>
      </div>
    `;
  }

  #renderWidget(): unknown {
    const { api } = this.console!;
    this.#fetch ??= previewFetch(api.fetch, () => this.#shown ?? noDraft);
    // A new element for each draft: what was chosen in it belongs to the former page.
    return keyed(
      this.run,
      html`<opus-booking
        data-run=${this.run}
        account=${api.account}
        api=${api.url}
        lang=${this.pageLanguage ?? this.language}
        clinic=${this.clinic || nothing}
        step=${this.clinic ? 'treatment' : nothing}
        .fetch=${this.#fetch}
      ></opus-booking>`,
    );
  }

  protected override updated(): void {
    const paper = this.renderRoot.querySelector('.paper');
    if (paper) this.#observer.observe(paper);
  }

  #measure(): void {
    const paper = this.renderRoot.querySelector<HTMLElement>('.paper');
    this.room = this.clientWidth - 2;
    if (paper) this.height = Math.max(320, paper.offsetHeight);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-preview': BookingPreview;
  }
}
