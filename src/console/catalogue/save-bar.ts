import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { shellWords } from '../words/shell-words.js';

interface SaveBar {
  readonly shell: Record<keyof typeof shellWords, string>;
  readonly isBusy: boolean;
  readonly save: () => unknown;
  readonly discard: () => unknown;
}

/** Below what has changed: stores it, or leaves all as it was. */
export const saveBar = ({ shell, isBusy, save, discard }: SaveBar): TemplateResult =>
  html`<div class="save-bar row">
    <button class="button primary" type="button" ?disabled=${isBusy} @click=${save}>
      ${isBusy ? shell.saving : shell.save}
    </button>
    <button class="link" type="button" ?disabled=${isBusy} @click=${discard}>
      ${shell.discard}
    </button>
    <span class="hint" role="status">${shell.unsaved}</span>
  </div>`;
