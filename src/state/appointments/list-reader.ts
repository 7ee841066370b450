import { BookingError } from '../../api/booking-error.js';
import type { FlowStore } from '../flow-store.js';
import type { SessionController } from '../session/session-controller.js';
import type { AppointmentsAction, AppointmentsState } from './appointments-state.js';

/** Milliseconds after which a list is read anew when the patient comes back to it. */
const freshFor = 30_000;
/** Milliseconds until a list that could not be read after a change is asked for again, longer each time; in all some four minutes. */
const waits = [1000, 2000, 4000, 8000, 15_000, 30_000, 60_000, 120_000];

/** Reads the list of own appointments into the store (P-35). */
export class ListReader {
  /** When the list was read last, epoch milliseconds of the browser's clock. */
  #readAt = 0;

  constructor(
    private readonly store: FlowStore<AppointmentsState, AppointmentsAction>,
    private readonly session: () => SessionController | undefined,
  ) {}

  /** Reads the list; whoever would not log in sees no failure, nor does somebody else, whose list is read anew. */
  async load(): Promise<void> {
    await this.store.run('list', async () => {
      try {
        await this.#read();
      } catch (cause) {
        if (!(cause instanceof BookingError && cause.kind === 'login-required')) throw cause;
      }
    });
  }

  /** Reads the list anew behind the scenes; where that fails, the present one stays. */
  async reload(): Promise<void> {
    await this.#read().catch(() => undefined);
  }

  /** Reads the list anew after a change, as often as it takes: until then nothing says what may be done with what was changed. */
  async reloadChanged(): Promise<void> {
    const isCurrent = this.store.follow();
    const changedAt = Date.now();
    for (const wait of [...waits, undefined]) {
      await this.reload();
      if (!wait || this.#readAt >= changedAt) return;
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (!isCurrent() || !this.session()?.current) return;
    }
  }

  /** Reads the list again where it may have changed elsewhere. */
  refresh(): void {
    const { flow, operation } = this.store.state;
    if (!flow.list || operation || Date.now() - this.#readAt < freshFor) return;
    if (this.session()?.current) void this.reload();
  }

  async #read(): Promise<void> {
    const session = this.session();
    if (!session) return;
    const isCurrent = this.store.follow();
    const list = await session.call((token) => session.api.appointments(token));
    if (!isCurrent()) return;
    this.#readAt = Date.now();
    this.store.dispatch({ type: 'read', list });
  }
}
