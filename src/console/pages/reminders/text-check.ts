import type { Language, SmsLength } from '../../../contract/index.js';
import type { MergeFieldProblem, MergeValues } from '../../../domain/message-text/merge-fields.js';
import {
  findReminderFieldProblem,
  reminderFields,
  withCommonFields,
} from '../../../domain/message-text/reminder-fields.js';
import { checkDraft } from '../messages/draft-check.js';

/** A text of Opus SMS as a patient would get it, and what is said about it while somebody types. */
export interface CheckedText {
  /** With sample values, as it is sent. */
  readonly text: string;
  readonly length: SmsLength;
  /** The first character that makes it take more parts. */
  readonly unusual: string | undefined;
  readonly problem: MergeFieldProblem | undefined;
  readonly namesTreatment: boolean;
}

/** Looks at a text as the service does when it is stored and sent (M-02 to M-04), with sample values in its fields. */
export function checkText(text: string, language: Language, samples: MergeValues): CheckedText {
  const checked = checkDraft({ text: withCommonFields(text, language) }, 'sms', samples);
  return {
    text: checked.text,
    length: checked.length!,
    unusual: checked.unusual,
    problem: findReminderFieldProblem(text),
    namesTreatment: checked.namesTreatment,
  };
}

/** Fields that the four short ones stand for. */
const covered = /^(?:PATIENT_(?:FIRST|LAST)_NAME|CLINICIAN_(?:TITLE|NAME)|TIMESLOT_START_\w+)$/;

/**
 * What can be put into a text, by what it is called: the four short fields in the language of the text, named in that of the reader,
 * and those of M-03 that they do not stand for.
 */
export function fieldLabels(
  textLanguage: Language,
  reader: Language,
  common: Readonly<Record<string, string>>,
): { short: Record<string, string>; others: Record<string, string> } {
  const names = reminderFields[reader];
  const short = reminderFields[textLanguage].map((field, index) => [field, names[index]!]);
  const others = Object.entries(common).filter(([field]) => !covered.test(field));
  return {
    short: Object.fromEntries(short) as Record<string, string>,
    others: Object.fromEntries(others),
  };
}
