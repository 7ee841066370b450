import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { StaffTheme } from '../../../contract/index.js';
import { accentPalette } from '../../../domain/accent-palette.js';
import { contrastRatio, parseHex } from '../../../domain/contrast.js';
import { textField } from '../../parts/fields.js';
import { NoPictureError, readPicture, shrinkPicture } from '../../parts/picture.js';
import { RecordEditor } from '../../state/record-editor.js';
import { themeSource } from '../../state/record-sources.js';
import { fill } from '../../words/in-language.js';
import { bookingPageWords } from './page-words.js';
import type { Draft } from './preview-fetch.js';
import { BookingPageSection } from './section.js';

/** Largest logo (S-05), bytes; and the longest side of one that is made smaller, pixels. */
const maxLogoBytes = 25_000;
const longestSide = 640;
const isColour = (text: unknown): text is string =>
  typeof text === 'string' && /^#[0-9a-f]{6}$/i.test(text);

/** Colour with its contrast, and logo (S-05, P-09). */
export class BookingPageLook extends BookingPageSection<StaffTheme> {
  static override styles: CSSResultGroup = [
    BookingPageSection.styles,
    css`
      input[type='color'] {
        inline-size: 64px;
        block-size: 48px;
        padding: 4px;
        border: 1px solid var(--_control-line);
        border-radius: var(--_radius);
        background: var(--_paper);
      }

      .logo {
        display: block;
        max-inline-size: 240px;
        max-block-size: 96px;
        margin-block: 12px;
      }

      .field {
        flex: 1 1 200px;
      }
    `,
  ];

  protected override readonly editor = new RecordEditor<StaffTheme>(this);
  /** A chosen file that is too large, until it is made smaller. */
  @state() private large: File | undefined;
  @state() private isNoPicture = false;

  protected override open(): void {
    void this.editor.open(themeSource(this.console!.api));
  }

  protected override toDraft({ accent, logo }: StaffTheme): Draft {
    return {
      accent: accent === null || isColour(accent) ? accent : null,
      logo: logo && {
        url: `data:${logo.type};base64,${logo.base64}`,
        width: logo.width,
        height: logo.height,
      },
    };
  }

  protected override get recordName(): string {
    return this.words(bookingPageWords).look;
  }

  protected override nameOf(path: string): string {
    const words = this.words(bookingPageWords);
    return path === 'accent' ? words.accent : words.logo;
  }

  protected override renderRecord({ accent, logo }: StaffTheme): TemplateResult {
    const words = this.words(bookingPageWords);
    return html`<section class="section" aria-labelledby="colour">
        <h2 id="colour">${words.accent}</h2>
        <div class="row">
          <input
            type="color"
            aria-label=${words.accent}
            .value=${isColour(accent) ? accent : '#1f6f78'}
            ?disabled=${this.reason !== undefined}
            @input=${(event: Event) =>
              this.editor.set('accent', (event.target as HTMLInputElement).value)}
          />
          ${textField({
            ...this.field('accent', words.accentCode, { reason: this.reason }),
            maxLength: 7,
            whenEmpty: 'null',
          })}
          ${
            accent === null
              ? nothing
              : html`<button
                  class="link"
                  type="button"
                  ?disabled=${this.reason !== undefined}
                  @click=${() => this.editor.set('accent', null)}
                >
                  ${words.accentStandard}
                </button>`
          }
        </div>
        <p class="hint">${words.accentHint}</p>
        <p role="status">${accent === null || isColour(accent) ? this.#contrast(accent) : ''}</p>
      </section>
      <section class="section" aria-labelledby="logo">
        <h2 id="logo">${words.logo}</h2>
        <p class="hint">${words.logoHint}</p>
        ${
          logo
            ? html`<img
                class="logo"
                alt=${words.logo}
                src="data:${logo.type};base64,${logo.base64}"
              />`
            : nothing
        }
        <div class="row">
          <label class="button">
            ${words.chooseFile}
            <input
              class="visually-hidden"
              type="file"
              accept="image/*"
              ?disabled=${this.reason !== undefined}
              @change=${this.#choose}
            />
          </label>
          ${
            logo
              ? html`<button
                  class="link"
                  type="button"
                  ?disabled=${this.reason !== undefined}
                  @click=${() => this.editor.set('logo', null)}
                >
                  ${this.shell.remove}
                </button>`
              : nothing
          }
        </div>
        ${this.#renderProblem()}
      </section>`;
  }

  /** What becomes of the colour on buttons, with its contrast (WCAG 2.2, 1.4.3). */
  #contrast(accent: string | null): string {
    const words = this.words(bookingPageWords);
    const palette = accentPalette(accent ?? undefined);
    const { format } = new Intl.NumberFormat(this.language, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    const ratio = format(contrastRatio(parseHex(palette.accent)!, parseHex(palette.onAccent)!));
    return palette.accent.toLowerCase() === (accent ?? palette.accent).toLowerCase()
      ? fill(words.accentFits, { ratio })
      : fill(words.accentChanged, { ratio, colour: palette.accent });
  }

  #renderProblem(): TemplateResult | typeof nothing {
    const words = this.words(bookingPageWords);
    if (this.isNoPicture)
      return html`<p class="notice problem" role="alert">${words.notAnImage}</p>`;
    const refused = this.editor.problemOf('logo');
    if (refused) {
      return html`<p class="notice problem" role="alert">${this.problemText(refused)}</p>`;
    }
    const { large } = this;
    if (!large) return nothing;
    const values = { bytes: large.size, most: maxLogoBytes };
    return html`<div class="notice problem" role="alert">
      <p>${fill(words.logoTooLarge, values)}</p>
      <button class="button" type="button" @click=${() => this.#shrink(large)}>
        ${words.makeSmaller}
      </button>
    </div>`;
  }

  readonly #choose = async (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    this.large = undefined;
    await this.#take(async () => {
      const { bytes, ...picture } = await readPicture(file);
      if (bytes > maxLogoBytes) this.large = file;
      else this.editor.set('logo', picture);
    });
  };

  #shrink(file: File): Promise<void> {
    return this.#take(async () => {
      const limits = { longest: longestSide, maxBytes: maxLogoBytes };
      const { bytes: _bytes, ...picture } = await shrinkPicture(file, limits);
      this.large = undefined;
      this.editor.set('logo', picture);
    });
  }

  async #take(work: () => Promise<void>): Promise<void> {
    this.isNoPicture = false;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof NoPictureError)) throw error;
      this.isNoPicture = true;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-page-look': BookingPageLook;
  }
}
