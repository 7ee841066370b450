import type { SmsRun, SmsRunInput } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';

/**
 * Sends texts so that nobody gets one twice: as long as what is sent stays the same, it goes under the same key, also when somebody
 * presses again after a call without an answer. What is sent on purpose once more has another key.
 */
export class SafeSending {
  #key = crypto.randomUUID() as string;
  #sent = '';

  /** Begins a run; rejects with a `StaffError`. */
  async send(api: StaffApi, input: SmsRunInput): Promise<SmsRun> {
    const body = JSON.stringify(input);
    if (body !== this.#sent) this.#key = crypto.randomUUID();
    this.#sent = body;
    const { data } = await api.call('startMessageRun', { body: input, idempotencyKey: this.#key });
    // It has arrived: the same text again is another message.
    this.#sent = '';
    return data;
  }
}
