import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fieldsMatching, typedFieldAt, withField } from './merge-typing.js';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

interface Options<Field extends string> {
  /** What fields are called, in the order of the list. */
  labels: () => Readonly<Record<Field, string>>;
  /** Takes the text with a field put in. */
  change: (text: string) => void;
}

/**
 * The merge fields of one text: a button puts one in at the cursor, and typing `[` opens a list of them, of which arrows, Enter and
 * Escape choose.
 */
export class MergeFieldController<Field extends string> implements ReactiveController {
  /** Fields that fit what is typed; empty: no list is open. */
  matches: readonly Field[] = [];
  /** Place of the one that Enter takes. */
  active = 0;
  #control: TextControl | undefined;
  #cursor: number | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: Options<Field>,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#cursor === undefined || !this.#control) return;
    // The text has come by now.
    const cursor = this.#cursor;
    this.#cursor = undefined;
    this.#control.focus();
    this.#control.setSelectionRange(cursor, cursor);
  }

  /** The control that the text is typed into. */
  readonly attach = (element: Element | undefined): void => {
    this.#control = element as TextControl | undefined;
  };

  /** Puts a field in where the cursor is or was. */
  insert(field: Field): void {
    const control = this.#control;
    if (!control) return;
    const { value, selectionStart, selectionEnd } = control;
    const start = selectionStart ?? value.length;
    this.#put(withField(value, { start, end: selectionEnd ?? start }, field));
  }

  /** Takes one of the open list in place of what was typed. */
  choose(field: Field): void {
    const control = this.#control;
    const end = control?.selectionStart ?? 0;
    const typed = control && typedFieldAt(control.value, end);
    this.close();
    if (control && typed) this.#put(withField(control.value, { start: typed.start, end }, field));
  }

  readonly handleInput = (): void => {
    const control = this.#control;
    const typed = control && typedFieldAt(control.value, control.selectionStart ?? 0);
    this.active = 0;
    this.#show(typed ? fieldsMatching(typed.query, this.options.labels()) : []);
  };

  readonly handleKeyDown = (event: KeyboardEvent): void => {
    const { matches, active } = this;
    const field = matches[active];
    if (!field || event.isComposing) return;
    const last = matches.length - 1;
    if (event.key === 'ArrowDown') this.active = active === last ? 0 : active + 1;
    else if (event.key === 'ArrowUp') this.active = active === 0 ? last : active - 1;
    else if (event.key === 'Enter' || event.key === 'Tab') this.choose(field);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.host.requestUpdate();
  };

  readonly close = (): void => this.#show([]);

  #show(matches: readonly Field[]): void {
    if (matches.length === 0 && this.matches.length === 0) return;
    this.matches = matches;
    this.host.requestUpdate();
  }

  #put({ text, cursor }: { text: string; cursor: number }): void {
    this.#cursor = cursor;
    this.options.change(text);
    this.host.requestUpdate();
  }
}
