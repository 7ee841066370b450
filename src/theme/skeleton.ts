import { css, html, type TemplateResult } from 'lit';

/** Goes with `renderSkeleton`. It appears only where loading takes longer than a moment. */
export const skeletonStyles = css`
  .skeleton {
    display: grid;
    gap: 16px;
    opacity: 0;
    animation: appear var(--_motion) 150ms forwards;
  }

  .skeleton-line {
    block-size: 88px;
    border-radius: var(--_panel-radius);
    background: rgb(127 127 127 / 13%);
  }

  .skeleton-line.line {
    inline-size: min(320px, 70%);
    block-size: 32px;
    border-radius: var(--_radius);
  }

  .skeleton-line.big {
    inline-size: 100%;
    block-size: 320px;
  }

  @keyframes appear {
    to {
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .skeleton-line {
      border: 1px solid GrayText;
    }
  }
`;

/** The height of a placeholder. */
export type SkeletonLine = 'line' | 'card' | 'big';

/** Placeholders in the size of what is being loaded. */
export function renderSkeleton(...sizes: readonly SkeletonLine[]): TemplateResult {
  return html`<div class="skeleton">
    ${sizes.map((size) => html`<i class="skeleton-line ${size}"></i>`)}
  </div>`;
}
