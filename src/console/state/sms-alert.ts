import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Me, SmsState } from '../../contract/index.js';
import type { StaffApi } from '../api/staff-api.js';
import { maySomewhere } from './console-context.js';

/** Something that decides whether SMS leave was changed or seen anew: the warning above every page is looked at again. */
export class SmsChangedEvent extends Event {
  constructor(readonly status?: Pick<SmsState, 'state'>) {
    super('opus-console-sms-changed', { bubbles: true, composed: true });
  }
}

/** States in which messages do not leave, and nobody has set a pause. */
const troubles = ['failing', 'late', 'test-mode'] as const;
export type SmsTrouble = (typeof troubles)[number];

/** Looked at again after so long, while somebody has the console in front of them; milliseconds. */
const interval = 5 * 60_000;

/** Whether messages leave, for whoever is signed in: what every page warns of (*SMS informasjon*). */
export class SmsAlert implements ReactiveController {
  trouble: SmsTrouble | undefined;
  #api: StaffApi | undefined;
  #person: string | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #readAt = 0;
  #runs = 0;

  constructor(private readonly host: ReactiveControllerHost & EventTarget) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('opus-console-sms-changed', this.#take);
    document.addEventListener('visibilitychange', this.#refresh);
    this.#timer = setInterval(this.#refresh, interval);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('opus-console-sms-changed', this.#take);
    document.removeEventListener('visibilitychange', this.#refresh);
    clearInterval(this.#timer);
  }

  /** For whom; reads it where that is somebody else than before. */
  follow(api: StaffApi, me: Me | undefined): void {
    const person = me && maySomewhere(me, 'read') ? (me.id ?? me.name) : undefined;
    if (api === this.#api && person === this.#person) return;
    this.#api = api;
    this.#person = person;
    this.trouble = undefined;
    this.#runs += 1;
    if (person !== undefined) void this.#read();
  }

  readonly #take = (event: Event) => {
    if (!(event instanceof SmsChangedEvent)) return;
    this.#runs += 1;
    if (event.status) this.#set(event.status);
    else void this.#read();
  };

  readonly #refresh = () => {
    const isOld = Date.now() - this.#readAt >= interval;
    if (this.#person !== undefined && isOld && !document.hidden) void this.#read();
  };

  async #read(): Promise<void> {
    const run = (this.#runs += 1);
    this.#readAt = Date.now();
    // Without an answer nothing is known, and nothing is said.
    const found = await this.#api!.call('messageState', { isBackground: true }).catch(
      () => undefined,
    );
    if (run === this.#runs && found) this.#set(found.data);
  }

  #set({ state }: Pick<SmsState, 'state'>): void {
    this.#readAt = Date.now();
    const trouble = troubles.find((one) => one === state);
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    this.host.requestUpdate();
  }
}
