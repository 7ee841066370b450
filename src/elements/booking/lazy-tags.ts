import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Brings a tag's definition. */
export type TagLoader = () => Promise<unknown>;

/** Tags whose code arrives while the patient is still reading what comes before them. */
export class LazyTags implements ReactiveController {
  private readonly broken = new Set<string>();
  private readonly loading = new Set<string>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly loaders: () => Readonly<Record<string, TagLoader>>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // The interface asks for one method; everything here starts on demand.
  }

  /** True when the tag can be used; otherwise it is on its way, and the host is rendered again when it is there. */
  isReady(tag: string): boolean {
    if (customElements.get(tag)) return true;
    if (!this.broken.has(tag)) this.fetch(tag);
    return false;
  }

  /** True when the tag's code could not be had. */
  isBroken(tag: string): boolean {
    return this.broken.has(tag);
  }

  /** Tries again what could not be had. */
  retry(): void {
    this.broken.clear();
    this.host.requestUpdate();
  }

  /** Brings a tag that is soon needed, when the browser has nothing better to do. */
  prefetch(tags: readonly string[]): void {
    const missing = tags.filter((tag) => !customElements.get(tag) && !this.loading.has(tag));
    if (missing.length === 0) return;
    const fetchAll = () => missing.forEach((tag) => this.fetch(tag));
    if ('requestIdleCallback' in window) requestIdleCallback(fetchAll, { timeout: 2000 });
    else setTimeout(fetchAll, 200);
  }

  private fetch(tag: string): void {
    const load = this.loaders()[tag];
    if (!load || this.loading.has(tag)) return;
    this.loading.add(tag);
    load()
      .catch(() => this.broken.add(tag))
      .finally(() => {
        this.loading.delete(tag);
        this.host.requestUpdate();
      });
  }
}
