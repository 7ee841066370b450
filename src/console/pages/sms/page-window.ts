import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';

/** So far beyond the window pages are drawn, and the next one is asked for; pixels. */
const margin = 2000;
/** So many rows are drawn in one frame: a hundred at once would keep the window from scrolling for several. */
const rowsAtOnce = 6;
/** So many pages are looked at together: of a thousand, a frame of scrolling changes two. */
const pagesOfBlock = 25;
/** So far beyond the window the pages of a block are there, drawn or not; pixels. */
const blockMargin = 2 * margin;

const blockOf = (page: number): number => Math.floor(page / pagesOfBlock);

/**
 * Draws of a long list only the pages in view and near it, since a hundred thousand rows with their buttons are more than a browser
 * holds. A page that is left keeps its height, so that nothing jumps; for assistive technology rows say their number. Far from the window
 * the room of many pages is one element: a thousand rooms cost each frame of scrolling more than the rows in view.
 */
export class PageWindow implements ReactiveController {
  /** How many rows of a page near the window are drawn. */
  readonly #near = new Map<number, number>();
  readonly #rows = new Map<number, number>();
  readonly #heights = new Map<number, number>();
  readonly #observed = new Map<Element, number>();
  /** Blocks near the window, whose pages are there. */
  readonly #nearBlocks = new Set<number>();
  readonly #observedBlocks = new Set<Element>();
  /** Whether pages have come or gone since they were observed. */
  #isOther = false;
  #end: Element | undefined;
  #frame: number | undefined;
  /** When rows of a page were last added, milliseconds since the page began. */
  readonly #drawnAt = new Map<number, number>();
  #list: unknown;
  /** Blocks whose rows are not all drawn. */
  readonly #short = new Set<number>();
  /** How often what is drawn of a block has changed. */
  readonly #changes = new Map<number, number>();
  readonly #pages = new IntersectionObserver((entries) => this.#note(entries), {
    rootMargin: `${margin}px 0px`,
  });
  readonly #blocks = new IntersectionObserver((entries) => this.#noteBlocks(entries), {
    rootMargin: `${blockMargin}px 0px`,
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

  hostUpdated(): void {
    if (this.#short.size === 0) return;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      for (const block of this.#short) this.#change(block);
      this.#short.clear();
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#pages.disconnect();
    this.#blocks.disconnect();
    this.#atEnd.disconnect();
    this.#observed.clear();
    this.#observedBlocks.clear();
    this.#nearBlocks.clear();
    this.#isOther = true;
    this.#end = undefined;
  }

  #change(block: number): void {
    this.#changes.set(block, (this.#changes.get(block) ?? 0) + 1);
  }

  /** Another list begins. */
  #begin(list: unknown): void {
    this.#list = list;
    this.#near.clear();
    this.#rows.clear();
    this.#heights.clear();
    this.#short.clear();
    this.#isOther = true;
  }

  /**
   * All pages of a list; with another `list`, nothing is known of their heights. What of a page is drawn, `renderRows` draws: the first
   * `shown` rows of it, which begins at the row `first` of the list. Only blocks of pages are drawn anew of which something changed, or
   * where one of `values` did.
   */
  renderPages<Row>(
    list: unknown,
    pages: readonly (readonly Row[])[],
    values: readonly unknown[],
    renderRows: (page: readonly Row[], shown: number, first: number) => unknown,
  ): readonly unknown[] {
    if (list !== this.#list) this.#begin(list);
    const blocks: unknown[] = [];
    let first = 0;
    for (let from = 0; from < pages.length; from += pagesOfBlock) {
      const block = pages.slice(from, from + pagesOfBlock);
      const begin = first;
      const change = this.#changes.get(from / pagesOfBlock);
      blocks.push(
        guard([list, begin, change, ...values, ...block], () => {
          let next = begin;
          return this.#renderBlock(from, block.length, () =>
            block.map((page, index) => {
              const start = next;
              next += page.length;
              return this.#renderPage(from + index, page.length, (shown) =>
                guard([page, shown, start, ...values], () => renderRows(page, shown, start)),
              );
            }),
          );
        }),
      );
      first = block.reduce((sum, page) => sum + page.length, first);
    }
    return blocks;
  }

  /** Some pages from one on; far from the window the room of all of them alone, where it is known. */
  #renderBlock(from: number, count: number, renderPages: () => unknown): TemplateResult {
    const pages = Array.from({ length: count }, (_, index) => from + index);
    const isFar =
      !this.#nearBlocks.has(blockOf(from)) &&
      pages.every((page) => this.#heights.has(page) && !this.#near.has(page));
    this.#isOther = true;
    const room = pages.reduce((sum, page) => sum + (this.#heights.get(page) ?? 0), 0);
    return html`<div
      class="block"
      role="presentation"
      data-block=${blockOf(from)}
      style=${isFar ? `block-size: ${room}px` : nothing}
    >
      ${isFar ? nothing : renderPages()}
    </div>`;
  }

  /**
   * A page of so many rows: those that are drawn, more with each frame, in the room of all where that is known; far from the window its
   * room alone. What was never seen is drawn, so that it has a height.
   */
  #renderPage(index: number, rows: number, renderRows: (shown: number) => unknown): TemplateResult {
    this.#rows.set(index, rows);
    const height = this.#heights.get(index);
    const isDrawn = this.#near.has(index) || height === undefined;
    const shown = isDrawn ? this.#shown(index, rows) : 0;
    const room = height === undefined ? nothing : `min-block-size: ${height}px`;
    return html`<div
      class="page"
      role="rowgroup"
      data-page=${index}
      style=${shown < rows ? room : nothing}
    >
      ${isDrawn ? renderRows(shown) : nothing}
    </div>`;
  }

  #shown(index: number, rows: number): number {
    const shown = Math.min(rows, (this.#near.get(index) ?? 0) + rowsAtOnce);
    if (shown !== this.#near.get(index)) this.#drawnAt.set(index, performance.now());
    this.#near.set(index, shown);
    if (shown < rows) this.#short.add(blockOf(index));
    return shown;
  }

  /** Watches the pages that are there; the end is looked at anew after each, as one that leaves it in view fires nothing. */
  observe(root: ParentNode, hasMore: boolean): void {
    if (this.#isOther) this.#observePages(root);
    this.#isOther = false;
    const end = root.querySelector('.end') ?? undefined;
    if (this.#end) this.#atEnd.unobserve(this.#end);
    this.#end = end;
    if (end && hasMore) this.#atEnd.observe(end);
  }

  #observePages(root: ParentNode): void {
    for (const block of root.querySelectorAll('.block')) {
      if (this.#observedBlocks.has(block)) continue;
      this.#observedBlocks.add(block);
      this.#blocks.observe(block);
    }
    for (const block of this.#observedBlocks) {
      if (block.isConnected) continue;
      this.#blocks.unobserve(block);
      this.#observedBlocks.delete(block);
    }
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
  }

  #noteBlocks(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const block = Number(target.getAttribute('data-block'));
      if (isIntersecting === this.#nearBlocks.has(block)) continue;
      if (isIntersecting) this.#nearBlocks.add(block);
      else this.#nearBlocks.delete(block);
      this.#change(block);
    }
    this.host.requestUpdate();
  }

  #note(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect, time } of entries) {
      const index = this.#observed.get(target);
      if (index === undefined) continue;
      // Whoever is at a row by keyboard stays there.
      if (isIntersecting || target.matches(':focus-within')) {
        if (this.#near.has(index)) continue;
        this.#near.set(index, 0);
        this.#change(blockOf(index));
      } else if (this.#isWhole(index, time)) {
        if (!this.#near.delete(index)) continue;
        this.#heights.set(index, boundingClientRect.height);
        this.#change(blockOf(index));
      } else {
        // Looked at again with the next frame, until it is drawn to its end.
        this.#pages.unobserve(target);
        this.#pages.observe(target);
      }
    }
    this.host.requestUpdate();
  }

  /** Whether a page had the height of all of its rows at a moment: what is told of it may be older than its last rows. */
  #isWhole(index: number, time: number): boolean {
    if (this.#heights.has(index)) return true;
    return this.#near.get(index) === this.#rows.get(index) && time > this.#drawnAt.get(index)!;
  }
}
