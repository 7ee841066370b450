import type { Booking } from '../../../src/elements/booking/booking.js';
import { OpusCodeEvent } from '../../../src/events/confirm-events.js';
import { waitUntil } from '../../support/wait-until.js';

/** Everything that is on screen of an element, shadow roots and slots followed. */
export function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element || node instanceof ShadowRoot)) return '';
  if (node instanceof HTMLElement && (node.hidden || node.localName === 'style')) return '';
  if (node instanceof HTMLSlotElement)
    return node.assignedNodes({ flatten: true }).map(textOf).join(' ');
  const root = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  return [...root.childNodes].map(textOf).join(' ').replace(/\s+/g, ' ');
}

/** Every element below, shadow roots crossed. */
export function* below(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* below(element.shadowRoot);
  }
}

/** The booking page as a patient meets it. */
export class BookingPage {
  constructor(readonly element: Booking) {}

  get text(): string {
    return textOf(this.element);
  }

  async shows(text: string | RegExp): Promise<void> {
    const holds = () =>
      typeof text === 'string' ? this.text.includes(text) : text.test(this.text);
    await waitUntil(holds, `"${text}" on screen, which says: ${this.text.slice(0, 600)}`);
  }

  all(selector: string): HTMLElement[] {
    return [...below(this.element.renderRoot as ShadowRoot)].filter((element) =>
      element.matches(selector),
    ) as HTMLElement[];
  }

  async button(name: RegExp): Promise<HTMLElement> {
    const find = () =>
      this.all('button').find((each) =>
        name.test((each.getAttribute('aria-label') ?? textOf(each)).trim()),
      );
    await waitUntil(find, `button ${name}`);
    return find() as HTMLElement;
  }

  async press(name: RegExp): Promise<void> {
    (await this.button(name)).click();
    await this.element.updateComplete;
  }

  async type(name: string, value: string): Promise<void> {
    const host = this.all(`[name="${name}"]`)[0] as HTMLElement & { value: string };
    const input = host.shadowRoot?.querySelector<HTMLInputElement>('input, textarea');
    if (!input) throw new Error(`no field ${name}`);
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }

  /** What stands in a field. */
  value(name: string): string {
    return (this.all(`[name="${name}"]`)[0] as HTMLInputElement).value;
  }

  /** Changes the language as the patient does it. */
  async speak(language: string): Promise<void> {
    const select = this.all('select')[0] as HTMLSelectElement;
    select.focus();
    select.value = language;
    select.dispatchEvent(new Event('change'));
    await this.element.updateComplete;
  }

  async fillIn(): Promise<void> {
    await this.shows('Your details');
    await this.type('firstName', 'Kari');
    await this.type('lastName', 'Nordmann');
    await this.type('nationalId', '190476-49954');
    await this.type('email', 'kari@example.com');
    await this.type('mobile', '99999999');
    (this.all('input[type="checkbox"]')[0] as HTMLInputElement).click();
    (this.all('button[type="submit"]')[0] as HTMLElement).click();
  }

  async enterCode(code: string): Promise<void> {
    this.all('opus-review')[0]?.dispatchEvent(new OpusCodeEvent(code));
    await this.element.updateComplete;
  }

  /** What has focus, shadow roots crossed. */
  get focused(): Element | null {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  }

  async focusesHeading(text: string): Promise<void> {
    await waitUntil(
      () =>
        this.focused && /^h\d$/.test(this.focused.localName) && textOf(this.focused).includes(text),
      `focus on heading "${text}"`,
    );
  }
}
