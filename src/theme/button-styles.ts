import { css } from 'lit';

/** `.button` (outlined), `.button.primary` (the one next action) and `.link` (a quiet button that reads as a link). */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 8px 20px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    font-weight: 500;
    text-decoration: none;
    cursor: pointer;
    transition: border-color var(--_motion);
  }

  .button:hover {
    border-color: var(--_accent-border);
  }

  .button.primary {
    border-color: var(--_accent-border);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button.primary:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .button[aria-disabled='true'],
  .button:disabled {
    opacity: 0.55;
    cursor: default;
  }

  .link {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent-text);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
`;
