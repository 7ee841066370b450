import type { ReactiveControllerHost } from 'lit';
import { whenIdle } from '../../state/browser/when-idle.js';

/** Brings a tag's definition. */
export type TagLoader = () => Promise<unknown>;

export type LaterViews = typeof import('./later-views.js');

/** Tags and templates whose code arrives while the patient is still reading what comes before them. */
export class LazyTags {
  /** What draws the later steps, once it is there. */
  later: LaterViews | undefined;
  /** True when something that is needed could not be had. */
  isBroken = false;
  private readonly loading = new Set<string>();
  private readonly tried = new Set<string>();
  /** What is brought ahead of time: asked for once a step, whether it comes or not. */
  private ahead: readonly string[] | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly loaders: () => Readonly<Record<string, TagLoader>>,
    /** Brings the words that the later steps speak. */
    private readonly loadWords: () => Promise<void>,
  ) {}

  /** True when the tag can be used; otherwise it is on its way, and the host is rendered again when it is there. */
  isReady(tag: string): boolean {
    if (!this.isBroken) {
      if (!this.later) this.bring('', () => this.bringViews(), true);
      this.fetch(tag, true);
    }
    return customElements.get(tag) !== undefined;
  }

  /** True when the tag can be used; asked for once, and missed by nobody when it does not come. */
  tryFor(tag: string): boolean {
    if (!this.tried.has(tag)) this.fetch(tag, false);
    this.tried.add(tag);
    return customElements.get(tag) !== undefined;
  }

  /** Tries again what could not be had. */
  retry(): void {
    this.isBroken = false;
    this.ahead = undefined;
    this.host.requestUpdate();
  }

  /** Brings tags that are soon needed, when the browser has nothing better to do. */
  prefetch(tags: readonly string[]): void {
    if (tags === this.ahead) return;
    this.ahead = tags;
    void whenIdle().then(() => {
      tags.forEach((tag) => this.fetch(tag, false));
      this.bring('', () => this.bringViews(), false);
    });
  }

  private fetch(tag: string, isNeeded: boolean): void {
    const load = this.loaders()[tag];
    if (load && !customElements.get(tag)) this.bring(tag, load, isNeeded);
  }

  private bring(name: string, load: TagLoader, isNeeded: boolean): void {
    if (this.loading.has(name)) return;
    this.loading.add(name);
    load()
      // Told when it is needed; what was only brought ahead of time is asked for again then.
      .catch(() => (this.isBroken ||= isNeeded))
      .finally(() => {
        this.loading.delete(name);
        this.host.requestUpdate();
      });
  }

  private async bringViews(): Promise<void> {
    if (this.later) return;
    const [views] = await Promise.all([import('./later-views.js'), this.loadWords()]);
    this.later = views;
  }
}
