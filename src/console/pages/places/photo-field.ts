import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ImageUpload } from '../../../contract/index.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { NoPictureError, sizeOf } from '../../parts/picture.js';
import { fill } from '../../words/in-language.js';
import { clinicianWords } from './clinician-words.js';
import type { Size } from './crop.js';
import type { CroppedEvent } from './photo-crop.js';
import { photoUrl } from './photo.js';

/** Largest file that may be chosen (S-02), bytes. */
const maxFileBytes = 25_000_000;

/** Another photo was chosen, or none any more. */
export class PhotoEvent extends Event {
  constructor(readonly photo: ImageUpload | undefined) {
    super('opus-console-photo', { bubbles: true });
  }
}

/** A clinician's photo: any picture is taken, cropped and made small in the browser (S-02). */
export class PhotoField extends ConsoleElement {
  static override styles: CSSResultGroup = [
    ConsoleElement.styles,
    css`
      .photo {
        display: block;
        inline-size: 96px;
        block-size: 96px;
        margin-block: 12px;
        border-radius: 50%;
        object-fit: cover;
      }

      .row {
        margin-block: 12px;
      }

      label:focus-within {
        outline: 2px solid var(--_focus);
        outline-offset: 2px;
      }
    `,
  ];

  @property({ attribute: false }) photo: ImageUpload | undefined;
  @property({ attribute: false }) name = '';
  @property({ type: Boolean }) disabled = false;
  @state() private chosen: { readonly file: File; readonly size: Size } | undefined;
  @state() private problem:
    { readonly word: 'noPicture' | 'tooLarge'; readonly file: string } | undefined;

  protected override render(): TemplateResult {
    const words = this.words(clinicianWords);
    const { photo, chosen, problem } = this;
    return html`<div role="group" aria-labelledby="photo" aria-describedby="photo-hint">
      <strong id="photo">${words.photo}</strong>
      <div class="hint" id="photo-hint">${words.photoHint}</div>
      ${
        photo && !chosen
          ? html`<img
              class="photo"
              src=${photoUrl(photo)}
              alt=${fill(words.photoOf, { name: this.name })}
              width="96"
              height="96"
            />`
          : nothing
      }
      ${
        chosen
          ? html`<opus-console-photo-crop
              .file=${chosen.file}
              .size=${chosen.size}
              @opus-console-cropped=${this.#take}
              @opus-console-crop-cancelled=${() => (this.chosen = undefined)}
            ></opus-console-photo-crop>`
          : this.#renderButtons()
      }
      ${
        problem
          ? html`<p class="notice problem" role="alert">
              ${fill(words[problem.word], { file: problem.file })}
            </p>`
          : nothing
      }
    </div>`;
  }

  #renderButtons(): TemplateResult {
    const words = this.words(clinicianWords);
    return html`<div class="row">
      <label class="button">
        ${words.choosePhoto}
        <input
          class="visually-hidden"
          type="file"
          accept="image/*"
          ?disabled=${this.disabled}
          @change=${this.#choose}
        />
      </label>
      ${
        this.photo
          ? html`<button
              class="link"
              type="button"
              ?disabled=${this.disabled}
              @click=${() => this.dispatchEvent(new PhotoEvent(undefined))}
            >
              ${words.removePhoto}
            </button>`
          : nothing
      }
    </div>`;
  }

  readonly #choose = async (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    this.problem = undefined;
    if (file.size > maxFileBytes) {
      this.problem = { word: 'tooLarge', file: file.name };
      return;
    }
    try {
      this.chosen = { file, size: await sizeOf(file) };
    } catch (error) {
      if (!(error instanceof NoPictureError)) throw error;
      this.problem = { word: 'noPicture', file: file.name };
    }
  };

  readonly #take = ({ photo }: CroppedEvent) => {
    this.chosen = undefined;
    this.dispatchEvent(new PhotoEvent(photo));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-photo-field': PhotoField;
  }
}
