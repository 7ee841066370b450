import type { LitElement } from 'lit';
import type { Language } from '../../contract/index.js';
import { Localizer } from '../../locales/localizer.js';

/** The words in the language that the widget itself has chosen, instead of that of the page around. */
export class BookingLocalizer extends Localizer {
  constructor(private readonly booking: LitElement & { readonly language: Language }) {
    super(booking);
  }

  override lang(): Language {
    return this.booking.language;
  }
}
