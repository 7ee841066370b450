import type { ReactiveControllerHost } from 'lit';
import type { PatientsFound } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import type { StaffError } from '../../api/staff-error.js';
import { asStaffError } from '../../state/record-editor.js';

export type FoundPatient = PatientsFound['patients'][number];

/**
 * Patients on file page by page, all or those that a text finds (C-03). A page is never changed once it is read, so that a list of
 * thousands draws only what is new.
 */
export class PatientList {
  pages: readonly (readonly FoundPatient[])[] = [];
  failure: StaffError | undefined;
  isLoading = false;
  #api: StaffApi | undefined;
  #query = '';
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

  /** Begins anew: with whom a text finds, or with everybody where it is empty. */
  async find(api: StaffApi, query: string): Promise<void> {
    this.#api = api;
    this.#query = query.trim();
    this.#next = undefined;
    this.#running?.abort();
    this.#running = undefined;
    await this.#read([]);
  }

  /** Reads the next page, unless one is on its way. */
  async more(): Promise<void> {
    if (this.hasMore && !this.isLoading) await this.#read(this.pages);
  }

  async #read(before: readonly (readonly FoundPatient[])[]): Promise<void> {
    const running = (this.#running = new AbortController());
    this.#set({ isLoading: true, failure: undefined });
    try {
      const { items, next } = await this.#call(running.signal);
      if (running.signal.aborted) return;
      this.#next = next;
      this.#set({ pages: items.length === 0 ? before : [...before, items], isLoading: false });
    } catch (error) {
      if (running.signal.aborted) return;
      this.#set({ failure: asStaffError(error), isLoading: false });
    }
  }

  async #call(
    signal: AbortSignal,
  ): Promise<{ items: readonly FoundPatient[]; next?: string | undefined }> {
    const cursor = this.#next;
    if (this.#query === '') {
      const { data } = await this.#api!.call('patients', { query: { cursor }, signal });
      return data as { items: FoundPatient[]; next?: string };
    }
    // In the body: what is searched for is personal (N-02).
    const body = { q: this.#query, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = await this.#api!.call('findPatient', { body, signal });
    return { items: data.patients, next: data.next };
  }

  #set(change: Partial<Pick<PatientList, 'pages' | 'failure' | 'isLoading'>>): void {
    Object.assign(this, change);
    this.host.requestUpdate();
  }
}
