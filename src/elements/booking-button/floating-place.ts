/** Share of the window's height above which something is no bar but the page itself. */
const mostOfWindow = 0.6;

/**
 * Keeps a floating button above what a page names: a consent bar, a bar of its own at the foot of the window, its footer. Follows
 * scrolling, the window's size, and bars that come and go.
 */
export class FloatingPlace {
  readonly #observer = new MutationObserver(() => this.#ask());
  readonly #ask = (): void => {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#measure();
    });
  };
  #frame: number | undefined;
  #selector = '';

  constructor(private readonly host: HTMLElement) {}

  /** Begins with a CSS selector of what is not to be covered; one that is none, or empty, ends it. */
  follow(selector: string): void {
    this.stop();
    if (!selector) return;
    try {
      document.querySelector(selector);
    } catch {
      console.error(`<${this.host.localName}> \`avoid="${selector}"\` is no CSS selector.`); // eslint-disable-line no-console -- tells the web master
      return;
    }
    this.#selector = selector;
    addEventListener('scroll', this.#ask, { passive: true, capture: true });
    addEventListener('resize', this.#ask);
    const attributeFilter = ['class', 'style', 'hidden', 'open'];
    this.#observer.observe(document.body, { subtree: true, childList: true, attributeFilter });
    this.#measure();
  }

  stop(): void {
    removeEventListener('scroll', this.#ask, { capture: true });
    removeEventListener('resize', this.#ask);
    this.#observer.disconnect();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#lift(0);
  }

  #measure(): void {
    const tops = [...document.querySelectorAll(this.#selector)].flatMap((element) => {
      const { top, bottom, height } = element.getBoundingClientRect();
      const isBar = height > 0 && height < innerHeight * mostOfWindow;
      // Only what reaches the foot of the window lies where the button floats.
      return isBar && top < innerHeight && bottom > innerHeight - 80 ? [top] : [];
    });
    this.#lift(Math.max(0, innerHeight - Math.min(innerHeight, ...tops)));
  }

  #lift(pixels: number): void {
    const value = `${Math.round(pixels)}px`;
    const { style } = this.host;
    if (style.getPropertyValue('--_lift') === value) return;
    if (pixels === 0) style.removeProperty('--_lift');
    else style.setProperty('--_lift', value);
  }
}
