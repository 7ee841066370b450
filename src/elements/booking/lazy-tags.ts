import type { ReactiveControllerHost } from 'lit';

/** Brings a tag's definition. */
export type TagLoader = () => Promise<unknown>;

export type LaterViews = typeof import('./later-views.js');

/** Tags and templates whose code arrives while the patient is still reading what comes before them. */
export class LazyTags {
  /** What draws the later steps, once it is there. */
  later: LaterViews | undefined;
  /** True when something could not be had. */
  isBroken = false;
  private readonly loading = new Map<string, Promise<void>>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly loaders: () => Readonly<Record<string, TagLoader>>,
  ) {}

  /** True when the tag can be used; otherwise it is on its way, and the host is rendered again when it is there. */
  isReady(tag: string): boolean {
    if (!this.later && !this.isBroken) this.bring('', () => this.bringViews(), true);
    if (customElements.get(tag)) return true;
    if (!this.isBroken) this.fetch(tag, true);
    return false;
  }

  /** Tries again what could not be had. */
  retry(): void {
    this.isBroken = false;
    this.host.requestUpdate();
  }

  /** Brings tags that are soon needed, when the browser has nothing better to do. */
  prefetch(tags: readonly string[]): void {
    const missing = tags.filter((tag) => !customElements.get(tag) && !this.loading.has(tag));
    if (missing.length === 0) return;
    const fetchAll = () => missing.forEach((tag) => this.fetch(tag, false));
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(fetchAll, { timeout: 1000 });
    else setTimeout(fetchAll, 100);
  }

  private fetch(tag: string, isNeeded: boolean): void {
    const load = this.loaders()[tag];
    if (load && !customElements.get(tag)) this.bring(tag, load, isNeeded);
  }

  private bring(name: string, load: TagLoader, isNeeded: boolean): void {
    if (this.loading.has(name)) return;
    const wait = load()
      .then(
        () => undefined,
        () => {
          // Told when it is needed; what was only brought ahead of time is asked for again then.
          if (isNeeded) this.isBroken = true;
        },
      )
      .finally(() => {
        this.loading.delete(name);
        this.host.requestUpdate();
      });
    this.loading.set(name, wait);
  }

  private async bringViews(): Promise<void> {
    this.later = await import('./later-views.js');
  }
}
