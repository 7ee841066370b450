import { sendKeys } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import { ElementPage } from './element-page.js';

/** What the fields of the form have for a test, whatever they are. */
export interface Field extends LitElement {
  name: string;
  label: string;
  hint: string;
  error: string;
  value: string;
  required: boolean;
  disabled: boolean;
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  checkValidity(): boolean;
}

/** One field, as a patient and a screen reader meet it. */
export class FieldPage extends ElementPage<Field> {
  get control(): HTMLInputElement | HTMLTextAreaElement {
    return this.all<HTMLInputElement>('input, textarea')[0] as HTMLInputElement;
  }

  get labelText(): string {
    return (this.control.labels?.[0]?.innerText ?? '').replace(/\s+/g, ' ').trim();
  }

  /** The words that are read out after the label. */
  get description(): string {
    const ids = (this.control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
    const root = this.element.shadowRoot as ShadowRoot;
    return ids
      .map((id) => {
        const part = root.getElementById(id);
        if (!part) throw new Error(`aria-describedby names "${id}", which is not there.`);
        return part.innerText.trim();
      })
      .join(' ');
  }

  get isInvalid(): boolean {
    return this.control.getAttribute('aria-invalid') === 'true';
  }

  /** Types with the keyboard, character by character. */
  async type(text: string): Promise<void> {
    this.element.focus();
    if (text) await sendKeys({ type: text });
    await this.element.updateComplete;
  }

  /** Empties the field and types. */
  async retype(text: string): Promise<void> {
    this.element.focus();
    this.control.select();
    await sendKeys({ press: 'Delete' });
    await this.type(text);
  }

  /** Goes on with Tab. */
  async leave(): Promise<void> {
    await sendKeys({ press: 'Tab' });
    await this.element.updateComplete;
  }

  async enter(): Promise<void> {
    await sendKeys({ press: 'Enter' });
    await this.element.updateComplete;
  }
}

/** An element with fields in it. */
export class FormPage<E extends LitElement = LitElement> extends ElementPage<E> {
  fields(): FieldPage[] {
    return this.all<Field>('[name]')
      .filter((field) => 'hint' in field)
      .map((field) => new FieldPage(field));
  }

  field(label: string): FieldPage {
    const found = this.fields().find((field) => field.element.label === label);
    if (!found) {
      const labels = this.fields().map((field) => field.element.label);
      throw new Error(`No field "${label}" among ${labels.join(', ')}`);
    }
    return found;
  }

  labels(): string[] {
    return this.fields().map((field) => field.labelText);
  }

  /** Label → what is said to be wrong, of the fields where something is. */
  errors(): Record<string, string> {
    const wrong = this.fields().filter((field) => field.isInvalid);
    return Object.fromEntries(wrong.map((field) => [field.element.label, field.description]));
  }

  /** Everything settled, the fields included. */
  async settled(): Promise<void> {
    await this.element.updateComplete;
    for (const field of this.all<LitElement>('*')) await field.updateComplete;
    await this.element.updateComplete;
  }
}

/** The innermost element that has focus. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
