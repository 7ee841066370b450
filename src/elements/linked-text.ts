import { html, nothing } from 'lit';
import { textParts } from '../domain/text-links.js';

/** An account's text with its addresses as links; never markup of the account (N-03). Links open another tab, so that nothing typed is lost. */
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
