/** An answer to a reminder, and the start that it was about. */
interface Answered {
  smsAnswer: 'yes' | 'no' | null;
  smsAnswerTo: Date | null;
}

/** What a patient has answered to an appointment as it is; null: nothing, or to the time before it was moved (M-08). */
export function answerTo(
  { smsAnswer, smsAnswerTo }: Answered,
  startsAt: Date,
): 'yes' | 'no' | null {
  return smsAnswerTo?.getTime() === startsAt.getTime() ? smsAnswer : null;
}

/** What an answer comes to. */
export interface Consequence {
  /** What is noted at the appointment; undefined: what was said before stays. */
  answer?: 'yes' | 'no';
  followUp: boolean;
  /** `ask` whether the appointment is to be cancelled · `cancel` it · say that it is `too-late` for that. */
  then?: 'ask' | 'cancel' | 'too-late';
}

/**
 * What an answer about an appointment ahead comes to. `said`: what the patient has answered to this reminder, or, where it is no answer
 * to one, to the appointment before. Nothing is cancelled but by the second answer, to the question that the first was asked
 * back, and only where the account says so.
 */
export function consequenceOf(
  meaning: 'yes' | 'no' | 'cancel',
  said: 'yes' | 'no' | null,
  { cancels, mayCancel }: { cancels: boolean; mayCancel: boolean },
): Consequence {
  if (said !== 'no') {
    return meaning === 'yes'
      ? { answer: 'yes', followUp: false }
      : { answer: 'no', followUp: true, then: 'ask' };
  }
  // A yes to the question could be one to cancelling, or to coming after all: somebody has to ask.
  if (meaning === 'yes') return { followUp: true };
  if (meaning === 'cancel' && cancels) {
    return mayCancel ? { followUp: false, then: 'cancel' } : { followUp: true, then: 'too-late' };
  }
  return { answer: 'no', followUp: true };
}
