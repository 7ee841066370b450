import type { MessageTextInput, SmsLength } from '../../../contract/index.js';
import type { MergeFieldProblem, MergeValues } from '../../../domain/message-text/merge-fields.js';
import {
  fillHtml,
  fillPlain,
  findFieldProblem,
} from '../../../domain/message-text/merge-fields.js';
import { smsLength } from '../../../domain/message-text/sms-length.js';
import { smsText } from '../../../domain/message-text/sms-text.js';

/** A draft as a patient would get it, and what is said about it while somebody types. */
export interface CheckedDraft {
  readonly subject: string;
  /** The text with sample values: plain, or HTML. */
  readonly text: string;
  /** Of an SMS. */
  readonly length: SmsLength | undefined;
  /** The first character that makes an SMS take more parts. */
  readonly unusual: string | undefined;
  readonly subjectProblem: MergeFieldProblem | undefined;
  readonly textProblem: MergeFieldProblem | undefined;
  /** An SMS that names the treatment, which is health data. */
  readonly namesTreatment: boolean;
}

/** Looks at a draft as the service does when it is stored (M-02, M-03), with sample values in its fields. */
export function checkDraft(
  { subject = '', text, format = 'plain' }: MessageTextInput,
  channel: 'sms' | 'email',
  samples: MergeValues,
): CheckedDraft {
  const isSms = channel === 'sms';
  const filled = format === 'html' ? fillHtml(text, samples) : fillPlain(text, samples).trim();
  const sent = isSms ? smsText(filled) : filled;
  const length = isSms ? smsLength(sent) : undefined;
  return {
    subject: fillPlain(subject, samples).replace(/\s+/g, ' ').trim(),
    text: sent,
    length,
    unusual:
      length?.encoding === 'ucs-2'
        ? [...sent].find((character) => smsLength(character).encoding === 'ucs-2')
        : undefined,
    subjectProblem: findFieldProblem(subject, 'plain'),
    textProblem: findFieldProblem(text, format),
    namesTreatment: isSms && /\[\s*TREATMENT_(?:NAME|DESCRIPTION)\s*\]/i.test(text),
  };
}
