import { css, html } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { ImageUpload } from '../../../contract/index.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { shrinkPicture } from '../../parts/picture.js';
import { clinicianWords } from './clinician-words.js';
import { clampedCrop, draggedCrop, maxZoom, partOfCrop, wholeCrop } from './crop.js';
import type { Crop, Size } from './crop.js';

/** Largest photo (S-02), bytes; and its side in pixels, enough for a card on a sharp screen. */
const maxBytes = 25_000;
const side = 320;

/** The part of a picture that somebody has chosen, made small. */
export class CroppedEvent extends Event {
  constructor(readonly photo: ImageUpload) {
    super('opus-console-cropped', { bubbles: true });
  }
}

/** Chooses a square of a picture, by dragging or by sliders (S-02). */
export class PhotoCrop extends ConsoleElement {
  static override styles: CSSResultGroup = [
    ConsoleElement.styles,
    css`
      .stage {
        position: relative;
        inline-size: min(280px, 100%);
        aspect-ratio: 1;
        margin-block: 12px;
        overflow: hidden;
        border-radius: var(--_panel-radius);
        background: var(--_accent-soft);
        cursor: grab;
        touch-action: none;
      }

      .stage img {
        position: absolute;
        max-inline-size: none;
        pointer-events: none;
      }

      /* What cards show of the square: they are round. */
      .stage::after {
        position: absolute;
        inset: 0;
        border-radius: 50%;
        box-shadow: 0 0 0 280px rgb(255 255 255 / 45%);
        content: '';
        pointer-events: none;
      }

      .sliders {
        display: grid;
        gap: 12px;
        inline-size: min(280px, 100%);
        margin-block-end: 16px;
      }

      input[type='range'] {
        inline-size: 100%;
        block-size: 28px;
        accent-color: var(--_accent-text);
      }
    `,
  ];

  @property({ attribute: false }) file!: Blob;
  @property({ attribute: false }) size!: Size;
  @state() private crop: Crop = wholeCrop;
  @state() private isBusy = false;
  #url: string | undefined;
  /** Where the pointer was last, while it drags. */
  #pointer: { readonly x: number; readonly y: number } | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('file') && this.#url) return;
    this.#forget();
    this.#url = URL.createObjectURL(this.file);
    this.crop = wholeCrop;
  }

  #forget(): void {
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = undefined;
  }

  protected override render(): TemplateResult {
    const words = this.words(clinicianWords);
    const { x, y, width } = partOfCrop(this.size, this.crop);
    const share = (length: number) => `${(length / width) * 100}%`;
    const place = {
      width: share(this.size.width),
      height: share(this.size.height),
      left: share(-x),
      top: share(-y),
    };
    return html`<div role="group" aria-label=${words.crop} aria-describedby="crop-hint">
      <strong>${words.crop}</strong>
      <div class="hint" id="crop-hint">${words.cropHint}</div>
      <div
        class="stage"
        @pointerdown=${this.#grab}
        @pointermove=${this.#drag}
        @pointerup=${this.#drop}
        @pointercancel=${this.#drop}
      >
        <img src=${this.#url ?? ''} alt="" draggable="false" style=${styleMap(place)} />
      </div>
      <div class="sliders">
        ${this.#renderSlider('zoom', words.zoom, { min: 1, max: maxZoom, step: 0.05 })}
        ${this.#renderSlider('across', words.across, { min: 0, max: 1, step: 0.01 })}
        ${this.#renderSlider('down', words.down, { min: 0, max: 1, step: 0.01 })}
      </div>
      <div class="row">
        <button class="button" type="button" ?disabled=${this.isBusy} @click=${this.#use}>
          ${words.useCrop}
        </button>
        <button class="link" type="button" @click=${this.#cancel}>${this.shell.cancel}</button>
      </div>
    </div>`;
  }

  #renderSlider(
    name: keyof Crop,
    label: string,
    { min, max, step }: Readonly<Record<'min' | 'max' | 'step', number>>,
  ): TemplateResult {
    const take = (event: Event) => {
      const value = Number((event.target as HTMLInputElement).value);
      this.crop = clampedCrop(this.size, { ...this.crop, [name]: value });
    };
    return html`<div>
      <label for=${name}>${label}</label>
      <input
        type="range"
        id=${name}
        min=${min}
        max=${max}
        step=${step}
        .value=${live(String(this.crop[name]))}
        @input=${take}
      />
    </div>`;
  }

  readonly #grab = (event: PointerEvent) => {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#pointer = { x: event.clientX, y: event.clientY };
  };

  readonly #drag = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    if (!this.#pointer) return;
    const { clientWidth: length } = currentTarget as HTMLElement;
    const [right, below] = [clientX - this.#pointer.x, clientY - this.#pointer.y];
    this.#pointer = { x: clientX, y: clientY };
    this.crop = draggedCrop(this.size, this.crop, right / length, below / length);
  };

  readonly #drop = () => (this.#pointer = undefined);

  readonly #cancel = () => this.dispatchEvent(new Event('opus-console-crop-cancelled'));

  readonly #use = async () => {
    this.isBusy = true;
    try {
      const part = partOfCrop(this.size, this.crop);
      const { bytes: _bytes, ...photo } = await shrinkPicture(this.file, {
        longest: side,
        maxBytes,
        part,
      });
      this.dispatchEvent(new CroppedEvent(photo));
    } finally {
      this.isBusy = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-photo-crop': PhotoCrop;
  }
}
