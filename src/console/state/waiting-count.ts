import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Me } from '../../contract/index.js';
import type { StaffApi } from '../api/staff-api.js';
import { maySomewhere } from './console-context.js';

/** How many changes wait for yes or no, as a page has just read it: the menu shows it. */
export class WaitingEvent extends Event {
  constructor(readonly count: number) {
    super('opus-console-waiting', { bubbles: true, composed: true });
  }
}

/** Milliseconds for which a count is good enough when somebody comes back to the page. */
const freshFor = 60_000;

/** How many changes of patients wait for yes or no (P-39), for whoever may decide; undefined for everybody else. */
export class WaitingCount implements ReactiveController {
  count: number | undefined;
  #api: StaffApi | undefined;
  #person: string | undefined;
  #readAt = 0;
  /** Raised by all that makes an answer under way an old one. */
  #runs = 0;

  constructor(private readonly host: ReactiveControllerHost & EventTarget) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('opus-console-waiting', this.#take);
    document.addEventListener('visibilitychange', this.#refresh);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('opus-console-waiting', this.#take);
    document.removeEventListener('visibilitychange', this.#refresh);
  }

  /** Whose count it is; reads it where that is somebody else than before. */
  follow(api: StaffApi, me: Me | undefined): void {
    const person = me && maySomewhere(me, 'decide') ? me.id : undefined;
    if (api === this.#api && person === this.#person) return;
    this.#api = api;
    this.#person = person;
    this.count = undefined;
    this.#runs += 1;
    if (person !== undefined) void this.#read();
  }

  readonly #take = (event: Event) => {
    if (!(event instanceof WaitingEvent)) return;
    this.#runs += 1;
    this.#set(event.count);
  };

  /** Patients write while the reception is elsewhere. */
  readonly #refresh = () => {
    const isOld = Date.now() - this.#readAt > freshFor;
    if (this.#person !== undefined && isOld && !document.hidden) void this.#read();
  };

  async #read(): Promise<void> {
    const run = (this.#runs += 1);
    this.#readAt = Date.now();
    // Without an answer the menu has no count, which is no reason to trouble anybody.
    const found = await this.#api!.call('patientChanges', { isBackground: true }).catch(
      () => undefined,
    );
    if (run === this.#runs && found) this.#set(found.data.changes.length);
  }

  #set(count: number): void {
    this.#readAt = Date.now();
    if (count === this.count) return;
    this.count = count;
    this.host.requestUpdate();
  }
}
