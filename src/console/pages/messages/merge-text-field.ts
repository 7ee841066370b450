import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { alertIcon } from '../../../theme/icons.js';
import type { MergeFieldController } from './merge-field-controller.js';

export interface MergeTextSetup<Field extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Lines of a longer text; absent: one. */
  readonly rows?: number;
  readonly placeholder?: string | undefined;
  readonly hint?: string | undefined;
  /** Why it can't be changed now. */
  readonly reason?: string | undefined;
  /** What is wrong with it, in words. */
  readonly problem?: string | undefined;
  readonly labels: Readonly<Record<Field, string>>;
  /** Name of the list, and what a screen reader hears when it opens. */
  readonly listLabel: string;
  readonly listHint: string;
  readonly controller: MergeFieldController<Field>;
  readonly onInput: (text: string) => void;
  readonly onFocus: () => void;
}

/** A text with merge fields: typing `[` opens the list of them under it. */
export function mergeTextField<Field extends string>(setup: MergeTextSetup<Field>): TemplateResult {
  const { id, label, value, rows, hint, reason, problem, controller } = setup;
  const isOpen = controller.matches.length > 0;
  const described = [hint && `${id}-hint`, reason && `${id}-reason`, problem && `${id}-problem`];
  const describedBy = described.filter(Boolean).join(' ') || undefined;
  const active = isOpen ? `${id}-option-${controller.active}` : undefined;
  const take = (event: Event) => {
    setup.onInput((event.target as HTMLTextAreaElement).value);
    controller.handleInput();
  };
  const control = rows
    ? html`<textarea
        class="control"
        id=${id}
        rows=${rows}
        placeholder=${ifDefined(setup.placeholder)}
        autocomplete="off"
        aria-autocomplete="list"
        aria-controls=${ifDefined(isOpen ? `${id}-list` : undefined)}
        aria-activedescendant=${ifDefined(active)}
        aria-describedby=${ifDefined(describedBy)}
        aria-invalid=${problem === undefined ? 'false' : 'true'}
        ?readonly=${reason !== undefined}
        .value=${live(value)}
        @input=${take}
        @keydown=${controller.handleKeyDown}
        @focus=${setup.onFocus}
        @blur=${controller.close}
        ${ref(controller.attach)}
      ></textarea>`
    : html`<input
        class="control"
        id=${id}
        autocomplete="off"
        maxlength="200"
        aria-autocomplete="list"
        aria-controls=${ifDefined(isOpen ? `${id}-list` : undefined)}
        aria-activedescendant=${ifDefined(active)}
        aria-describedby=${ifDefined(describedBy)}
        aria-invalid=${problem === undefined ? 'false' : 'true'}
        ?readonly=${reason !== undefined}
        .value=${live(value)}
        @input=${take}
        @keydown=${controller.handleKeyDown}
        @focus=${setup.onFocus}
        @blur=${controller.close}
        ${ref(controller.attach)}
      />`;
  return html`<div class="field merge">
    <label for=${id}>${label}</label>
    ${hint ? html`<div class="hint" id="${id}-hint">${hint}</div>` : nothing}${control}
    ${isOpen ? renderList(setup) : nothing}
    <span class="visually-hidden" role="status">${isOpen ? setup.listHint : ''}</span>
    ${reason ? html`<div class="reason" id="${id}-reason">${reason}</div>` : nothing}
    ${problem ? html`<div class="error" id="${id}-problem">${alertIcon}${problem}</div>` : nothing}
  </div>`;
}

function renderList<Field extends string>({
  id,
  labels,
  listLabel,
  controller,
}: MergeTextSetup<Field>): TemplateResult {
  // The text keeps the focus.
  const keepFocus = (event: Event) => event.preventDefault();
  return html`<div
    class="fields-list"
    role="listbox"
    tabindex="0"
    id="${id}-list"
    aria-label=${listLabel}
  >
    ${controller.matches.map(
      (field, index) =>
        html`<div
          role="option"
          id="${id}-option-${index}"
          aria-selected=${index === controller.active ? 'true' : 'false'}
          @pointerdown=${keepFocus}
          @click=${() => controller.choose(field)}
        >
          <span>${labels[field]}</span> <code>${field}</code>
        </div>`,
    )}
  </div>`;
}

export const mergeTextStyles = css`
  .merge {
    position: relative;
  }

  .fields-list {
    /* In the page and not above it: nothing lies beneath it that somebody may want to press. */
    margin-block-start: 4px;
    max-block-size: 264px;
    overflow: auto;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_paper);
    box-shadow: 0 8px 24px rgb(0 20 30 / 12%);
  }

  .fields-list [role='option'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
    padding: 8px 12px;
    cursor: pointer;
  }

  .fields-list [role='option']:hover {
    background: var(--_accent-soft);
  }

  .fields-list [aria-selected='true'] {
    background: var(--_accent-soft);
    box-shadow: inset 3px 0 0 var(--_accent-border);
  }

  .fields-list code {
    color: var(--_ink-quiet);
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-start: 8px;
  }

  .chip {
    min-block-size: 36px;
    padding: 2px 14px;
    border: 1px solid var(--_control-line);
    border-radius: 18px;
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--_small);
    cursor: pointer;
  }

  .chip:hover:not(:disabled) {
    border-color: var(--_accent-border);
  }

  .chip:disabled {
    color: var(--_ink-quiet);
    cursor: default;
  }
`;
