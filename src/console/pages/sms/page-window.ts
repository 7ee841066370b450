import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';

/** So far beyond the window pages are drawn, and the next one is asked for; pixels. */
const margin = 2000;

/**
 * Draws of a long list only the pages in view and near it, since a hundred thousand rows with their buttons are more than a browser
 * holds. A page that is left keeps its height, so that nothing jumps; for assistive technology rows say their number.
 */
export class PageWindow implements ReactiveController {
  readonly #near = new Set<number>();
  readonly #heights = new Map<number, number>();
  readonly #observed = new Map<Element, number>();
  #end: Element | undefined;
  readonly #pages = new IntersectionObserver((entries) => this.#note(entries), {
    rootMargin: `${margin}px 0px`,
  });
  readonly #atEnd = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.more();
    },
    { rootMargin: `${margin}px 0px` },
  );

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Asks for the next page. */
    private readonly more: () => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#pages.disconnect();
    this.#atEnd.disconnect();
    this.#observed.clear();
    this.#end = undefined;
  }

  /** Another list begins. */
  forget(): void {
    this.#near.clear();
    this.#heights.clear();
  }

  /** A page: its rows, or room of their height. What was never seen is drawn, so that it has a height. */
  renderPage(index: number, renderRows: () => unknown): TemplateResult {
    const height = this.#heights.get(index);
    const isDrawn = this.#near.has(index) || height === undefined;
    return html`<div
      class="page"
      role="rowgroup"
      data-page=${index}
      style=${isDrawn ? nothing : `block-size: ${height}px`}
    >
      ${isDrawn ? renderRows() : nothing}
    </div>`;
  }

  /** Watches the pages that are there; the end is looked at anew after each, as one that leaves it in view fires nothing. */
  observe(root: ParentNode, hasMore: boolean): void {
    for (const page of root.querySelectorAll('.page')) {
      if (this.#observed.has(page)) continue;
      this.#observed.set(page, Number(page.getAttribute('data-page')));
      this.#pages.observe(page);
    }
    for (const page of this.#observed.keys()) {
      if (page.isConnected) continue;
      this.#pages.unobserve(page);
      this.#observed.delete(page);
    }
    const end = root.querySelector('.end') ?? undefined;
    if (this.#end) this.#atEnd.unobserve(this.#end);
    this.#end = end;
    if (end && hasMore) this.#atEnd.observe(end);
  }

  #note(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const index = this.#observed.get(target);
      if (index === undefined) continue;
      // Whoever is at a row by keyboard stays there.
      if (isIntersecting || target.matches(':focus-within')) this.#near.add(index);
      else if (this.#near.delete(index) || !this.#heights.has(index)) {
        this.#heights.set(index, boundingClientRect.height);
      }
    }
    this.host.requestUpdate();
  }
}
