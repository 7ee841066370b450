import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SmsPreview, SmsRun, SmsRunInput } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import type { StaffError } from '../../api/staff-error.js';
import { asStaffError } from '../../state/record-editor.js';
import { nowInstant } from '../../words/dates.js';
import { SafeSending } from './sms-sending.js';

/** Above so many messages it is asked twice. */
const many = 50;
/** Milliseconds after the last change before it is shown what it would be. */
const pause = 400;

/** Where the controller gets what it asks about. */
export interface AskingSetup {
  readonly api: () => StaffApi;
  /** What is about to be sent, where an instant is needed at `now`; undefined: something is still missing. */
  readonly input: (now: string) => SmsRunInput | undefined;
  /** Hears of each call that failed. */
  readonly failed: (failure: StaffError) => void;
}

/**
 * Says what a text would be before it is sent, asks whoever sends it to several, twice above fifty, and sends it once (M-11). The
 * answer of an older question never stands in place of a newer one's.
 */
export class SmsAsking implements ReactiveController {
  /** What it would be, as far as the service has said. */
  preview: SmsPreview | undefined;
  /** Why the service would not take it. */
  wrong: StaffError | undefined;
  /** The question that is open: none, the first or the second. */
  times: 0 | 1 | 2 = 0;
  readonly #sending = new SafeSending();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looks = 0;
  /** The instant of `now`, the same for as long as the same thing is tried to be sent. */
  #now: string | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly setup: AskingSetup,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** What is to be sent has changed; unless told, it is looked at soon. */
  change({ isLooked = true } = {}): void {
    this.#now = undefined;
    this.#set({ wrong: undefined });
    if (!isLooked) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), pause);
  }

  /** What was looked at is no longer what is to be sent. */
  forget(): void {
    this.#now = undefined;
    this.#set({ preview: undefined });
  }

  /** Asks the service what it would be; true when it answered. */
  async look(): Promise<boolean> {
    clearTimeout(this.#timer);
    const look = (this.#looks += 1);
    const body = this.#input();
    if (!body) {
      this.#set({ preview: undefined });
      return false;
    }
    try {
      const { data } = await this.setup.api().call('previewMessages', { body });
      if (look !== this.#looks) return false;
      this.#set({ preview: data, wrong: undefined });
      return true;
    } catch (error) {
      if (look !== this.#looks) return false;
      const wrong = asStaffError(error);
      this.#set({ preview: undefined, wrong });
      this.setup.failed(wrong);
      return false;
    }
  }

  /** Somebody wants to send it: `send` may go at once, `asked` waits for an answer, `no` has nobody or nothing to go. */
  async ask(): Promise<'send' | 'asked' | 'no'> {
    const isLooked = await this.look();
    const messages = (isLooked && this.preview?.messages) || 0;
    if (messages > 1) this.#set({ times: 1 });
    return messages === 0 ? 'no' : messages === 1 ? 'send' : 'asked';
  }

  /** The open question is answered with yes; true when there is no other one. */
  agree(): boolean {
    const isAgain = this.times === 1 && (this.preview?.messages ?? 0) > many;
    this.#set({ times: isAgain ? 2 : 0 });
    return !isAgain;
  }

  /** The open question is answered with no. */
  stop(): void {
    this.#set({ times: 0 });
  }

  /** Sends it; rejects with a `StaffError`. */
  async send(): Promise<SmsRun> {
    const input = this.#input();
    if (!input) throw new Error('There is nothing to send.');
    return this.#sending.send(this.setup.api(), input);
  }

  #input(): SmsRunInput | undefined {
    this.#now ??= nowInstant();
    return this.setup.input(this.#now);
  }

  #set(change: Partial<Pick<SmsAsking, 'preview' | 'wrong' | 'times'>>): void {
    Object.assign(this, change);
    this.host.requestUpdate();
  }
}
