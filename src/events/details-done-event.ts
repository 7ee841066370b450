import type { PatientDraft } from '../domain/patient-draft.js';

/** The form passed its checks and the patient goes on (P-25, P-28). Carries personal data, so it never leaves the widget. */
export class OpusDetailsDoneEvent extends Event {
  static readonly type = 'opus-details-done';
  constructor(readonly draft: PatientDraft) {
    super(OpusDetailsDoneEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-details-done': OpusDetailsDoneEvent;
  }
}
