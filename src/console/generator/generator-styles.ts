import { css } from 'lit';

/** Choices beside preview and code, where there is room. */
export const generatorStyles = css`
  .columns {
    display: grid;
    gap: 32px 48px;
  }

  @media (width >= 1180px) {
    .columns {
      grid-template-columns: minmax(300px, 400px) minmax(0, 1fr);
      align-items: start;
    }
  }

  fieldset {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: 8px;
    padding: 0;
    font-weight: 600;
  }

  .way {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 12px;
    align-items: center;
  }

  .way input {
    inline-size: 20px;
    block-size: 20px;
  }

  .way .hint {
    grid-column: 2;
  }

  .parts {
    gap: 4px;
  }

  .parts label {
    display: flex;
    gap: 12px;
    align-items: center;
    min-block-size: 32px;
  }

  .parts input {
    inline-size: 20px;
    block-size: 20px;
  }

  .result {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 32px;
    min-inline-size: 0;
  }

  h2 {
    margin-block-end: 4px;
  }

  pre {
    margin: 8px 0 12px;
    padding: 12px 16px;
    max-block-size: 480px;
    overflow: auto;
    border-radius: var(--_radius);
    background: var(--_accent-soft);
    font-size: 0.875em;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .piece {
    margin-block-start: 16px;
  }

  .piece + .piece {
    margin-block-start: 24px;
  }

  .file {
    color: var(--_ink-quiet);
    font-size: var(--_small);
    font-weight: 600;
  }

  /* A floating button floats in here: the box is what it is fixed to. */
  .stage {
    position: relative;
    box-sizing: border-box;
    margin-block-start: 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_panel-radius);
    overflow: hidden;
    transform: translate(0);
  }

  .stage .bar {
    display: flex;
    gap: 6px;
    padding: 10px 14px;
    border-block-end: 1px solid var(--_line);
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  .stage .room {
    box-sizing: border-box;
    max-block-size: 640px;
    overflow: auto;
    padding: 20px;
  }

  .stage.empty .room {
    min-block-size: 240px;
  }

  .lines {
    display: grid;
    gap: 12px;
    margin-block-end: 20px;
  }

  .lines span {
    block-size: 12px;
    border-radius: 6px;
    background: var(--_line);
  }

  .lines span:first-child {
    inline-size: 45%;
    block-size: 20px;
  }

  .lines span:last-child {
    inline-size: 70%;
  }
`;
