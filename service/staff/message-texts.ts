import type {
  Language,
  MessageText,
  MessageTextInput,
  MessageTextList,
} from '../../src/contract/index.js';
import { languages, MessageEvent } from '../../src/contract/index.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import type { MergeValues, TextFormat } from '../../src/domain/message-text/merge-fields.js';
import { findFieldProblem, mergeFields } from '../../src/domain/message-text/merge-fields.js';
import { smsLength } from '../../src/domain/message-text/sms-length.js';
import { smsText } from '../../src/domain/message-text/sms-text.js';
import { compose } from '../messages/compose.js';
import { waysOnline } from '../messages/links.js';
import { sampleValues } from '../messages/sample-values.js';
import type { TextPurpose } from '../messages/text-in-force.js';
import { textId, textInForce } from '../messages/text-in-force.js';
import type { MessageTextRow } from '../store/message-texts.js';
import * as store from '../store/message-texts.js';
import { requireFound } from './found.js';

const channels = ['sms', 'email'] as const;
const purposes: TextPurpose[] = MessageEvent.options.flatMap((event) =>
  channels.flatMap((channel) => languages.map((lang) => ({ event, channel, lang }))),
);

/** The texts of messages about appointments: the account's own, else the standard ones (M-01 to M-03). */
export async function listMessageTexts(work: Work): Promise<MessageTextList> {
  const own = new Map((await store.listMessageTexts(work.tx)).map((row) => [row.id, row]));
  const { languages, textLanguage } = work.account;
  const texts = purposes
    .filter(
      (purpose) => [...languages, textLanguage].includes(purpose.lang) || own.has(textId(purpose)),
    )
    .map((purpose) => toMessageText(purpose, own.get(textId(purpose)), work));
  const samples = texts.map(({ lang }) => [lang, samplesIn(work, lang)] as const);
  return { texts, items: texts, samples: Object.fromEntries(samples) };
}

/** Stores the account's own text; throws `not-found` and `invalid` (M-03). */
export async function putMessageText(
  { tx, account }: Work,
  id: string,
  input: MessageTextInput,
): Promise<void> {
  const purpose = purposeOf(id);
  check(purpose, input);
  const { subject, text, format = 'plain' } = input;
  await store.putMessageText(tx, account.id, {
    id,
    subject: subject?.trim() || null,
    text,
    format,
  });
}

/** Goes back to the standard text; throws `not-found` when it is in force already. */
export async function deleteMessageText({ tx }: Work, id: string): Promise<void> {
  purposeOf(id);
  requireFound(await store.deleteMessageText(tx, id));
}

/** What a text is for, by its id; throws `not-found`. */
function purposeOf(id: string): TextPurpose {
  const purpose = purposes.find((known) => textId(known) === id);
  if (!purpose) throw new ProblemError('not-found');
  return purpose;
}

/** Throws `not-found` and `invalid`, as storing such a text does. */
export function checkMessageText(id: string, input: MessageTextInput): TextPurpose {
  const purpose = purposeOf(id);
  check(purpose, input);
  return purpose;
}

/** Throws `invalid` for a text that could not be sent, naming the field that is wrong (M-03). */
function check({ channel }: TextPurpose, { subject, text, format = 'plain' }: MessageTextInput) {
  if (channel === 'sms') {
    if (subject?.trim()) throw invalid({ path: 'subject', code: 'email-only' });
    if (format === 'html') throw invalid({ path: 'format', code: 'email-only' });
  }
  if (subject && /\p{Cc}/u.test(subject)) throw invalid({ path: 'subject', code: 'format' });
  checkFields('subject', subject ?? '', 'plain');
  checkFields('text', text, format);
}

function checkFields(path: 'subject' | 'text', text: string, format: TextFormat): void {
  const problem = findFieldProblem(text, format);
  if (!problem) return;
  const { code, field } = problem;
  const detail =
    code === 'unknown-field'
      ? `There is no field [${field}]. Known are: ${mergeFields.join(', ')}.`
      : `[${field}] stands inside a tag, where only the links may.`;
  throw new ProblemError('invalid', { fields: [{ path, code }], detail });
}

/** What patients can do about the sample appointment: its template may be moved and cancelled, as most may. */
function sampleWays({ account, page }: Pick<Work, 'account' | 'page'>) {
  const online = waysOnline(account.settings, { moveOnline: true, cancelOnline: true });
  return page === undefined ? { move: false, cancel: false } : online;
}

/** Sample values of the merge fields in a language, with links only where patients have them. */
export function samplesIn(work: Pick<Work, 'account' | 'page'>, lang: Language): MergeValues {
  const ways = sampleWays(work);
  const values = sampleValues(lang, work.page ?? '');
  return {
    ...values,
    MOVE_LINK: ways.move ? values.MOVE_LINK : '',
    CANCEL_LINK: ways.cancel ? values.CANCEL_LINK : '',
  };
}

function toMessageText(
  purpose: TextPurpose,
  own: MessageTextRow | undefined,
  work: Work,
): MessageText {
  const inForce = textInForce(purpose, own, { ...sampleWays(work), phone: true });
  const { text } = compose(inForce, purpose.lang, samplesIn(work, purpose.lang));
  return {
    id: textId(purpose),
    ...purpose,
    ...(inForce.subject === null ? {} : { subject: inForce.subject }),
    text: inForce.text,
    format: inForce.format,
    isStandard: !own,
    ...(purpose.channel === 'sms' ? { length: smsLength(smsText(text)) } : {}),
  };
}
