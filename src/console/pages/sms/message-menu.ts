import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { ConsoleElement } from '../../parts/console-element.js';

/** Something that can be done with a message. */
export interface Action {
  readonly name: string;
  readonly label: string;
  readonly do: () => void;
}

/** The actions of one message, at the pointer or beneath a button: by mouse, arrows, Enter and Escape. */
export class MessageMenu extends ConsoleElement {
  static override styles = [
    ConsoleElement.styles,
    css`
      .menu {
        position: fixed;
        z-index: 10;
        inset-block-start: 0;
        inset-inline-start: 0;
        min-inline-size: 220px;
        margin: 0;
        padding: 6px;
        border: 1px solid var(--_control-line);
        border-radius: var(--_radius);
        background: var(--_paper);
        color: inherit;
        box-shadow: 0 8px 24px rgb(0 20 30 / 16%);
      }

      button {
        display: block;
        inline-size: 100%;
        min-block-size: 40px;
        padding: 6px 12px;
        border: 0;
        border-radius: 6px;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }

      button:hover,
      button:focus-visible {
        background: var(--_accent-soft);
      }
    `,
  ];

  @state() private actions: readonly Action[] = [];
  @state() private isOpen = false;
  #opener: HTMLElement | undefined;

  get #menu(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.menu')!;
  }

  /** Opens with some actions at a place of the window, in pixels; the focus goes back to `opener`. */
  async open(actions: readonly Action[], x: number, y: number, opener: HTMLElement): Promise<void> {
    this.actions = actions;
    this.isOpen = true;
    this.#opener = opener;
    await this.updateComplete;
    const menu = this.#menu;
    menu.style.translate = '0 0';
    // Where a list is a container, what is fixed is fixed to the list and not to the window.
    const { left, top, width, height } = menu.getBoundingClientRect();
    const within = (at: number, room: number) => Math.max(8, Math.min(at, room - 8));
    const across = within(x, innerWidth - width) - left;
    const down = within(y, innerHeight - height) - top;
    menu.style.translate = `${across}px ${down}px`;
    this.#items[0]?.focus();
  }

  get #items(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('[role="menuitem"]')];
  }

  protected override render(): TemplateResult {
    return html`<div
      class="menu"
      role="menu"
      ?hidden=${!this.isOpen}
      @keydown=${this.#move}
      @focusout=${this.#leave}
    >
      ${this.actions.map(
        (action) =>
          html`<button
            type="button"
            role="menuitem"
            tabindex="-1"
            @click=${() => this.#choose(action)}
          >
            ${action.label}
          </button>`,
      )}
    </div>`;
  }

  #close(): void {
    this.#opener?.focus();
    this.isOpen = false;
  }

  /** Whoever is elsewhere has left it. */
  readonly #leave = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node && this.#menu.contains(relatedTarget))) this.isOpen = false;
  };

  #choose(action: Action): void {
    this.#close();
    action.do();
  }

  readonly #move = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) items[(at + step + items.length) % items.length]?.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') this.#close();
    else return;
    event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-menu': MessageMenu;
  }
}
