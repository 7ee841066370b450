import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';

// Drawn on a grid of 20, in the colour of the text, and hidden from screen readers: the text beside them says the same.

/** A drawing as an icon. */
export function icon(path: SVGTemplateResult): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 20 20"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${path}
  </svg>`;
}

/** Done, chosen, succeeded. */
export const tickIcon = icon(svg`<path d="m5 10.5 3.5 3.5L15 6.5" />`);

/** Opens or leads on. */
export const chevronIcon = icon(svg`<path d="m8 5 5 5-5 5" />`);

/** A place. */
export const placeIcon = icon(
  svg`<path d="M10 18s6-5 6-10a6 6 0 0 0-12 0c0 5 6 10 6 10Z" /><circle cx="10" cy="8" r="2" />`,
);

/** Something went wrong. */
export const alertIcon = icon(
  svg`<circle cx="10" cy="10" r="8" /><path d="M10 6v4.5M10 14v.01" />`,
);
