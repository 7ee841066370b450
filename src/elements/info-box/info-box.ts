import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { baseStyles } from '../../theme/base-styles.js';
import { linkedText } from '../linked-text.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './info-box.styles.js';

/**
 * A soft yellow note with a text of the account: the clinic's welcome, help with the form (P-08, P-27).
 * Plain text with line breaks and addresses as links; never HTML (N-03). Without heading and text it is empty.
 * @element opus-info-box
 * @summary The account's yellow note.
 * @csspart note - The note.
 */
export class InfoBox extends OpusElement {
  static override styles = [baseStyles, styles];

  @property() heading = '';
  @property() text = '';
  /** BCP 47 language of heading and text, where it is not that of the page around. */
  @property({ attribute: 'text-lang' }) textLang?: string;

  protected override render() {
    const { heading, text } = this;
    if (!heading && !text) return nothing;
    return html`<div class="box" part="note" lang=${ifDefined(this.textLang)}>
      ${heading ? html`<h3>${heading}</h3>` : nothing}
      ${text ? html`<p>${linkedText(text)}</p>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-info-box': InfoBox;
  }
}
