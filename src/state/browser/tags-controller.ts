import type { ReactiveControllerHost } from 'lit';

/** Brings a tag's definition. */
export type TagLoader = () => Promise<unknown>;

/** Tags whose code arrives when it is first needed. */
export class TagsController {
  /** True when something that is needed could not be had. */
  isBroken = false;
  private readonly loading = new Set<string>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly loaders: () => Readonly<Record<string, TagLoader>>,
  ) {}

  /** True when the tag can be used; otherwise it is on its way, and the host is rendered again when it is there. */
  isReady(tag: string): boolean {
    if (customElements.get(tag)) return true;
    const load = this.loaders()[tag];
    if (!load || this.isBroken || this.loading.has(tag)) return false;
    this.loading.add(tag);
    load()
      .catch(() => (this.isBroken = true))
      .finally(() => {
        this.loading.delete(tag);
        this.host.requestUpdate();
      });
    return false;
  }

  /** Tries again what could not be had. */
  retry(): void {
    this.isBroken = false;
    this.host.requestUpdate();
  }
}
