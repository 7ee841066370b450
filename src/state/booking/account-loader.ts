import type { BookingApi } from '../../api/booking-api.js';
import type { Account } from '../../contract/index.js';
import { narrowed, type Narrowing } from '../../domain/narrowing.js';

/** The account as it is shown: whole, or what a link is about (P-10). It may be read anew at any time (P-40). */
export class AccountLoader {
  current: Account | undefined;
  isLoading = false;
  private whole: Account | undefined;
  private loading = new AbortController();

  constructor(
    private readonly api: Pick<BookingApi, 'account'>,
    private narrowing: Narrowing,
  ) {}

  /** True while a link leaves out what the account offers besides. */
  get isNarrowed(): boolean {
    return this.current !== this.whole;
  }

  /** Shows all that the account offers, where a link showed less. */
  widen(): void {
    this.narrowing = {};
    this.current = this.whole;
  }

  /** Reads it; undefined when it is being read once more. Rejects with a `BookingError`. */
  async read(): Promise<Account | undefined> {
    this.end();
    const { signal } = (this.loading = new AbortController());
    this.isLoading = true;
    try {
      const account = await this.api.account({ signal });
      if (signal.aborted) return undefined;
      this.whole = account;
      return (this.current = narrowed(account, this.narrowing));
    } catch (cause) {
      if (signal.aborted) return undefined;
      throw cause;
    } finally {
      if (!signal.aborted) this.isLoading = false;
    }
  }

  /** Another one takes its place: what is on its way is of no matter. */
  end(): void {
    this.loading.abort();
  }
}
