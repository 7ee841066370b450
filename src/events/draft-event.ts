import type { PatientDraft } from '../domain/patient-draft.js';

/** The patient typed in the form. Carries personal data, so it never leaves the widget (P-41). */
export class OpusDraftEvent extends Event {
  static readonly type = 'opus-draft';
  constructor(readonly draft: PatientDraft) {
    super(OpusDraftEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-draft': OpusDraftEvent;
  }
}
