import type { ReactiveControllerHost } from 'lit';
import type { StaffError } from '../api/staff-error.js';
import { asStaffError } from './record-editor.js';

/** Something that a page reads: the last answer stays while it is read anew. */
export class Loaded<T> {
  value: T | undefined;
  failure: StaffError | undefined;
  isLoading = false;
  #read: ((isBackground: boolean) => Promise<T>) | undefined;
  #runs = 0;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Reads with `read` from now on; it is told whether the page asks by itself. */
  async load(read: (isBackground: boolean) => Promise<T>): Promise<void> {
    this.#read = read;
    await this.reload();
  }

  async reload({ isBackground = false } = {}): Promise<void> {
    const run = (this.#runs += 1);
    if (!this.#read) return;
    this.isLoading = true;
    this.host.requestUpdate();
    try {
      const value = await this.#read(isBackground);
      if (run !== this.#runs) return;
      this.value = value;
      this.failure = undefined;
    } catch (error) {
      if (run !== this.#runs) return;
      this.failure = asStaffError(error);
    }
    this.isLoading = false;
    this.host.requestUpdate();
  }
}
