import { html, nothing } from 'lit';
import { textParts } from '../domain/text-links.js';

/** An account's text, its addresses as links made here, never markup of the account (N-03). Another page opens beside this one, so that nothing typed is lost. */
export function linkedText(text: string): unknown {
  return textParts(text).map(({ text: words, href }) =>
    href
      ? html`<a
          href=${href}
          target=${/^h/i.test(href) ? '_blank' : nothing}
          rel="noopener noreferrer"
          >${words}</a
        >`
      : words,
  );
}
