import type { ReactiveControllerHost } from 'lit';
import type { SmsSearch } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import type { StaffError } from '../../api/staff-error.js';
import { asStaffError } from '../../state/record-editor.js';
import type { Message } from './message-row.js';

/**
 * Messages page by page, as one scrolls. A page is replaced by another array when one of its messages changes, and stays the same
 * otherwise, so that only what is new is drawn.
 */
export class MessagePages {
  pages: readonly (readonly Message[])[] = [];
  failure: StaffError | undefined;
  isLoading = false;
  /** Raised when the first page of what is searched for has come; until then those of the search before are there. */
  finds = 0;
  #api: StaffApi | undefined;
  #search: SmsSearch = { box: 'sent' };
  /** Where the next page begins; undefined after the last. */
  #next: string | undefined;
  #running: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  get count(): number {
    return this.pages.reduce((sum, page) => sum + page.length, 0);
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  /** Begins anew with what is searched for. */
  async find(api: StaffApi, search: SmsSearch, isBackground = false): Promise<void> {
    this.#api = api;
    this.#search = search;
    this.#next = undefined;
    this.#running?.abort();
    await this.#read([], isBackground);
  }

  /** Reads the next page, unless one is on its way. */
  async more(): Promise<void> {
    if (this.hasMore && !this.isLoading) await this.#read(this.pages);
  }

  /** Puts messages as they are now in place of what was read before. */
  replace(changed: readonly Message[]): void {
    const now = new Map(changed.map((message) => [message.id, message]));
    this.pages = this.pages.map((page) =>
      page.some(({ id }) => now.has(id))
        ? page.map((message) => now.get(message.id) ?? message)
        : page,
    );
    this.host.requestUpdate();
  }

  /** Ids of all that have been read. */
  ids(): string[] {
    return this.pages.flatMap((page) => page.map(({ id }) => id));
  }

  /** Those of some ids that have been read. */
  withIds(ids: ReadonlySet<string>): Message[] {
    return this.pages.flatMap((page) => page.filter(({ id }) => ids.has(id)));
  }

  async #read(before: readonly (readonly Message[])[], isBackground = false): Promise<void> {
    const running = (this.#running = new AbortController());
    const { signal } = running;
    this.#set({ isLoading: true, failure: undefined });
    try {
      const cursor = this.#next;
      // In the body: a number is personal (N-02).
      const body = { ...this.#search, ...(cursor === undefined ? {} : { cursor }) };
      const { data } = await this.#api!.call('searchMessages', { body, signal, isBackground });
      if (signal.aborted) return;
      const { items, next } = data;
      this.#next = next;
      if (cursor === undefined) this.finds += 1;
      this.#set({ pages: items.length === 0 ? before : [...before, items], isLoading: false });
    } catch (error) {
      if (signal.aborted) return;
      this.#set({ failure: asStaffError(error), isLoading: false });
    }
  }

  #set(change: Partial<Pick<MessagePages, 'pages' | 'failure' | 'isLoading'>>): void {
    Object.assign(this, change);
    this.host.requestUpdate();
  }
}
