import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SubdomainState } from '../../contract/index.js';
import { siteNameProblem, toSiteName } from '../../contract/index.js';
import type { StaffApi } from '../api/staff-api.js';

/** How long nothing is typed before the service is asked, milliseconds. */
const pause = 400;

/** What is known of a name: what the service says, what is wrong with it as text, or nothing yet. */
export type NameState =
  SubdomainState['state'] | Exclude<ReturnType<typeof siteNameProblem>, undefined> | 'asking';

/** Asks whether the booking page could have the name that is being typed (S-03). */
export class NameCheck implements ReactiveController {
  /** Undefined: nothing was typed, or the service did not answer; saving says then. */
  state: NameState | undefined;
  #name: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
    this.#name = undefined;
  }

  /** Tells of what was typed; the same name is asked for once. */
  check(api: StaffApi, typed: string): void {
    const name = toSiteName(typed);
    if (name === this.#name) return;
    this.#name = name;
    this.#stop();
    const problem = siteNameProblem(name);
    this.#set(problem ?? 'asking');
    if (!problem) this.#timer = setTimeout(() => void this.#ask(api, name), pause);
  }

  /** Forgets what was typed. */
  clear(): void {
    if (this.#name === undefined) return;
    this.#name = undefined;
    this.#stop();
    this.#set(undefined);
  }

  async #ask(api: StaffApi, name: string): Promise<void> {
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const { data } = await api.call('subdomainState', { id: name, signal: asked.signal });
      if (!asked.signal.aborted) this.#set(data.state);
    } catch {
      if (!asked.signal.aborted) this.#set(undefined);
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }

  #set(state: NameState | undefined): void {
    this.state = state;
    this.host.requestUpdate();
  }
}
