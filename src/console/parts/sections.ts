import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { toHash } from '../state/route.js';

/** Links to the parts of a page, the open one marked. */
export function sectionLinks<Name extends string>({
  page,
  names,
  current,
  words,
  label,
}: {
  page: string;
  names: readonly Name[];
  current: Name | undefined;
  words: Readonly<Record<Name, string>>;
  label: string;
}): TemplateResult {
  return html`<nav class="sections" aria-label=${label}>
    ${names.map(
      (name) =>
        html`<a
          href=${toHash({ page, parts: [name] })}
          aria-current=${name === current ? 'true' : 'false'}
          >${words[name]}</a
        >`,
    )}
  </nav>`;
}

export const sectionStyles = css`
  .sections {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin-block-end: 32px;
    border-block-end: 1px solid var(--_line);
  }

  .sections a {
    padding: 8px 0 10px;
    color: var(--_ink);
    text-decoration: none;
  }

  .sections a[aria-current='true'] {
    box-shadow: inset 0 -3px 0 var(--_accent-border);
    font-weight: 600;
  }
`;
