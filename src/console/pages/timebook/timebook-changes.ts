import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { prefix } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';

/** After a connection that broke, in milliseconds. */
const pause = { first: 1000, longest: 30_000 };

/**
 * Follows an account's timebook by server-sent events, and says when it changes. Read with `fetch`, since a service inside the page has
 * no cookies and `EventSource` takes no header.
 */
export class TimebookFollower implements ReactiveController {
  /** Whether changes of others arrive. */
  isFollowing = false;
  #aborting: AbortController | undefined;
  #lastId: string | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly changed: () => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#aborting?.abort();
    this.#aborting = undefined;
  }

  /** Begins, or goes on as somebody else. */
  follow(api: StaffApi): void {
    this.#aborting?.abort();
    const aborting = (this.#aborting = new AbortController());
    void this.#run(api, aborting.signal);
  }

  async #run(api: StaffApi, signal: AbortSignal): Promise<void> {
    let wait = pause.first;
    while (!signal.aborted) {
      try {
        await this.#read(api, signal);
        wait = pause.first;
      } catch {
        if (signal.aborted) return;
        this.#set(false);
        await new Promise((resolve) => setTimeout(resolve, wait));
        wait = Math.min(wait * 2, pause.longest);
        // What was missed meanwhile.
        this.changed();
      }
    }
  }

  async #read(api: StaffApi, signal: AbortSignal): Promise<void> {
    const url = `${api.url}${prefix.staff.replace('{account}', api.account)}/timebook/changes`;
    const headers = {
      ...api.authorization,
      ...(this.#lastId ? { 'Last-Event-ID': this.#lastId } : {}),
    };
    const response = await api.fetch(url, { signal, headers, credentials: 'same-origin' });
    if (!response.ok || !response.body) throw new Error(`Changes: ${response.status}`);
    this.#set(true);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += value;
      const events = text.split('\n\n');
      text = events.pop()!;
      for (const event of events) this.#take(event);
    }
  }

  #take(event: string): void {
    this.#lastId = /^id: (.+)$/m.exec(event)?.[1] ?? this.#lastId;
    if (/^event: change$/m.test(event)) this.changed();
  }

  #set(isFollowing: boolean): void {
    if (this.isFollowing === isFollowing) return;
    this.isFollowing = isFollowing;
    this.host.requestUpdate();
  }
}
