import { css } from 'lit';

export const styles = css`
  .frame {
    container-type: inline-size;
  }

  p,
  .progress {
    display: none;
  }

  ol {
    display: flex;
    gap: 8px;
  }

  li {
    position: relative;
    display: flex;
    flex: auto;
    align-items: center;
    gap: 8px;
  }

  li:last-child {
    flex: initial;
  }

  /* Text of twice the size breaks before it runs out of the page. */
  li,
  .step {
    min-inline-size: 0;
  }

  .name {
    overflow-wrap: anywhere;
  }

  /* The way to the next step. */
  li:not(:last-child)::after {
    flex: 1;
    min-inline-size: 8px;
    block-size: 1px;
    background: var(--_line);
    content: '';
  }

  li.done::after {
    background: var(--_accent-border);
  }

  .step {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_ink-quiet);
    text-align: start;
  }

  .mark {
    display: grid;
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    place-items: center;
    border: 1px solid var(--_control-line);
    border-radius: 50%;
    font-size: 14px;
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }

  .icon {
    inline-size: 16px;
    block-size: 16px;
  }

  .current .step {
    color: var(--_ink);
    font-weight: 600;
  }

  .current .mark {
    border-color: var(--_accent-border);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .done .step {
    color: var(--_ink);
  }

  .done .mark {
    border-color: transparent;
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }

  button.step {
    cursor: pointer;
  }

  button:hover .name {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  @container (max-width: 831px) {
    ol {
      gap: 12px;
    }

    li {
      align-items: start;
    }

    li:not(:last-child)::after {
      position: absolute;
      inset-block-start: 14px;
      inset-inline: 36px -4px;
    }

    .step {
      flex-direction: column;
      align-items: start;
      gap: 4px;
      font-size: var(--_small);
    }
  }

  @container (max-width: 479px) {
    ol {
      display: none;
    }

    p {
      display: block;
    }

    .of {
      color: var(--_ink-quiet);
    }

    strong {
      font-weight: 600;
    }

    .progress {
      display: flex;
      gap: 4px;
      margin-block-start: 8px;
    }

    i {
      flex: 1;
      block-size: 4px;
      border-radius: 2px;
      background: var(--_line);
    }

    .filled {
      background: var(--_accent-border);
    }
  }

  @media (forced-colors: active) {
    .done .mark {
      border-color: ButtonText;
    }

    .current .mark {
      border-width: 3px;
      border-color: Highlight;
    }

    i,
    li::after {
      forced-color-adjust: none;
      background: CanvasText;
    }

    i {
      border: 1px solid CanvasText;
      background: Canvas;
    }

    .filled {
      background: CanvasText;
    }
  }
`;
