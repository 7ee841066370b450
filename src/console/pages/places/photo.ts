import { css, html } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ImageUpload } from '../../../contract/index.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { readOne } from '../../catalogue/records.js';

export const photoUrl = ({ type, base64 }: ImageUpload): string => `data:${type};base64,${base64}`;

/** The photo of a clinician in a list, read as soon as it is in view: a list of hundreds reads those on the screen. */
export class ClinicianPhoto extends ConsoleElement {
  static override styles: CSSResultGroup = [
    ConsoleElement.styles,
    css`
      :host {
        flex: none;
        inline-size: 44px;
        min-inline-size: 0;
        block-size: 44px;
        overflow: hidden;
        border-radius: 50%;
        background: var(--_accent-soft);
      }

      :host::before {
        content: none;
      }

      span {
        display: grid;
        place-items: center;
        block-size: 100%;
        font-size: var(--_small);
        font-weight: 600;
      }

      img {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
    `,
  ];

  @property({ attribute: false }) clinician = '';
  @property({ attribute: false }) name = '';
  /** What the list says of the photo; absent: there is none. */
  @property({ attribute: false }) size: unknown;
  /** Photos that were read already, by clinician. */
  @property({ attribute: false }) known = new Map<string, string>();
  @state() private isSeen = false;
  readonly #observer = new IntersectionObserver((entries) => {
    this.isSeen ||= entries.some(({ isIntersecting }) => isIntersecting);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const isWanted = this.isSeen && this.size !== undefined && this.size !== null;
    if (isWanted && !this.known.has(this.clinician)) void this.#read();
  }

  async #read(): Promise<void> {
    const { known, clinician } = this;
    // Asked once; without an answer the initials stay.
    known.set(clinician, '');
    const found = await readOne(this.console!.api, 'clinicians', clinician).catch(() => undefined);
    const photo = found?.data.photo;
    if (photo) known.set(clinician, photoUrl(photo));
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const url = this.size ? this.known.get(this.clinician) : undefined;
    // The name stands beside it.
    return url
      ? html`<img src=${url} alt="" width="44" height="44" />`
      : html`<span aria-hidden="true">${initials(this.name)}</span>`;
  }
}

/** The first letters of the first and the last word of a name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters.map((word) => [...(word ?? '')][0] ?? '').join('');
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-photo': ClinicianPhoto;
  }
}
