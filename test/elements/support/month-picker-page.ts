import type { MonthPicker } from '../../../src/elements/month-picker/month-picker.js';
import { waitUntil } from '../../support/wait-until.js';

/** The month picker as a patient meets it: days by name. */
export class MonthPickerPage {
  constructor(readonly element: MonthPicker) {}

  /** The open picker inside an element. */
  static async in(root: ParentNode): Promise<MonthPickerPage> {
    const find = () => root.querySelector('opus-month-picker');
    await waitUntil(() => find()?.shadowRoot?.querySelector('dialog[open]'), 'the dialog');
    return new MonthPickerPage(find() as MonthPicker);
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  get dialog(): HTMLDialogElement {
    return this.root.querySelector('dialog') as HTMLDialogElement;
  }

  /** "Januar 2027". */
  get heading(): string {
    return this.root.querySelector('[slot=heading]')?.textContent?.trim() ?? '';
  }

  get status(): string {
    return this.root.querySelector('[role=status]')?.textContent?.trim() ?? '';
  }

  get days(): HTMLButtonElement[] {
    const month = this.root.querySelector('calendar-month') as HTMLElement;
    return [...(month.shadowRoot?.querySelectorAll<HTMLButtonElement>('td button') ?? [])];
  }

  day(name: string): HTMLButtonElement {
    const found = this.days.find((day) => day.ariaLabel === name);
    if (!found)
      throw new Error(`No "${name}" among ${this.days.map((day) => day.ariaLabel).join()}`);
    return found;
  }

  /** Names of the days that are marked as having free times. */
  marked(): (string | null)[] {
    return this.days.filter((day) => day.part.contains('free')).map((day) => day.ariaLabel);
  }

  button(name: string): HTMLElement {
    const date = this.root.querySelector('calendar-date') as HTMLElement;
    const all = [...this.root.querySelectorAll('button, calendar-date > span')] as HTMLElement[];
    const found = all.find((each) => each.textContent?.trim() === name);
    if (!found) throw new Error(`No button "${name}"`);
    const slot = found.slot && date.shadowRoot?.querySelector(`slot[name=${found.slot}]`);
    return slot ? (slot.closest('button') as HTMLElement) : found;
  }

  /** The name of the day that has the focus. */
  focused(): string {
    const month = this.root.querySelector('calendar-month');
    return month?.shadowRoot?.activeElement?.ariaLabel ?? '';
  }
}
