import type { LitElement } from 'lit';

/** What a patient finds in an element: by role, name and text, never by class. */
export class ElementPage<E extends LitElement = LitElement> {
  constructor(readonly element: E) {}

  /** What can be pressed, in reading order; what is not shown is left out. */
  buttons(): HTMLButtonElement[] {
    return this.all<HTMLButtonElement>('button').filter((button) => isShown(button));
  }

  buttonNames(): string[] {
    return this.buttons().map(nameOf);
  }

  button(name: string): HTMLButtonElement {
    const found = this.buttons().find((button) => nameOf(button) === name);
    if (!found) throw new Error(`No button "${name}" among ${this.buttonNames().join(', ')}`);
    return found;
  }

  links(): HTMLAnchorElement[] {
    return this.all<HTMLAnchorElement>('a[href]').filter((link) => isShown(link));
  }

  headings(): string[] {
    return this.all('h2, h3').map((heading) => clean(heading.innerText));
  }

  /** The texts of what is marked as a list's item and shown. */
  items(): string[] {
    return this.all('li').filter(isShown).map(textOf);
  }

  /** Everything that is shown, in reading order, white space made single. */
  text(): string {
    return clean(shownText(this.element));
  }

  /** The next event of that kind. */
  next<T extends Event>(type: string): Promise<T> {
    return new Promise((resolve) => {
      this.element.addEventListener(type, (event) => resolve(event as T), { once: true });
    });
  }

  /** Presses a button and gives the event that comes of it. */
  press<T extends Event>(name: string, type: string): Promise<T> {
    const answer = this.next<T>(type);
    this.button(name).click();
    return answer;
  }

  all<T extends Element = HTMLElement>(selector: string): T[] {
    return [...this.element.renderRoot.querySelectorAll<T>(selector)];
  }
}

function isShown(element: Element): boolean {
  return element.checkVisibility();
}

function nameOf(element: Element): string {
  return element.getAttribute('aria-label') ?? textOf(element);
}

function textOf(element: Element): string {
  return clean(element.textContent);
}

function shownText(element: LitElement): string {
  return [...element.renderRoot.children]
    .filter((child): child is HTMLElement => child instanceof HTMLElement)
    .map((child) => child.innerText)
    .join(' ');
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
