import type { ReactiveControllerHost } from 'lit';
import { tellBrokenScript } from './broken-script.js';
import { whenIdle } from './when-idle.js';

/** Loads the definition of a tag. */
export type TagLoader = () => Promise<unknown>;

/**
 * Loads elements, and the templates that render them, when they are needed or soon will be. The host is rendered again
 * when something has arrived or failed.
 */
export class TagsController<Views = undefined> {
  /** The templates, once they are loaded. */
  views: Views | undefined;
  /** True when something that is needed could not be loaded. */
  isBroken = false;
  readonly #loading = new Set<unknown>();
  readonly #tried = new Set<string>();
  /** The tags that were prefetched last: each list is requested once, whether it arrives or not. */
  #prefetched: readonly string[] | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly loaders: () => Readonly<Record<string, TagLoader>>,
    private readonly loadViews?: () => Promise<Views>,
  ) {}

  /** True when the tag is defined; otherwise it is being loaded. */
  isReady(tag: string): boolean {
    if (!this.isBroken) {
      this.#requestViews(true);
      this.#request(tag, true);
    }
    return customElements.get(tag) !== undefined;
  }

  /** As `isReady`, for a tag that the page can do without: requested once, and a failure is not reported. */
  isOptionalReady(tag: string): boolean {
    if (!this.#tried.has(tag)) this.#request(tag, false);
    this.#tried.add(tag);
    return customElements.get(tag) !== undefined;
  }

  /** Loads again what failed. */
  retry(): void {
    this.isBroken = false;
    this.#prefetched = undefined;
    this.host.requestUpdate();
  }

  /** Loads tags that are soon needed, when the browser is idle. */
  prefetch(tags: readonly string[]): void {
    if (tags === this.#prefetched) return;
    this.#prefetched = tags;
    void whenIdle().then(() => {
      tags.forEach((tag) => this.#request(tag, false));
      this.#requestViews(false);
    });
  }

  #request(tag: string, isNeeded: boolean): void {
    const loader = this.loaders()[tag];
    if (loader && !customElements.get(tag)) this.#load(tag, loader, isNeeded);
  }

  #requestViews(isNeeded: boolean): void {
    const { loadViews } = this;
    if (!loadViews || this.views) return;
    this.#load(loadViews, async () => (this.views = await loadViews()), isNeeded);
  }

  #load(key: unknown, loader: TagLoader, isNeeded: boolean): void {
    if (this.#loading.has(key)) return;
    this.#loading.add(key);
    loader()
      // A prefetch that failed is not reported: the tag is requested again when it is needed.
      .catch((cause: unknown) => {
        if (isNeeded) tellBrokenScript(cause);
        this.isBroken ||= isNeeded;
      })
      .finally(() => {
        this.#loading.delete(key);
        this.host.requestUpdate();
      });
  }
}
