import type { AppointmentMessage, AppointmentMessages } from '../../../contract/index.js';
import { clinicDateTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { isWaiting } from '../sms/message-row.js';
import type { AppointmentSmsTexts } from './appointment-sms-texts.js';
import type { PrintedTable } from './print-table.js';
import { isTicked, resultText, shownOf, statusText } from './sms-state.js';

/** Without a value there is nothing to say. */
type Fact = [label: string, value: string | undefined];

/**
 * How long before, when it leaves or left, when it expires, when it was made, and what came of it; in short, only where it goes
 * by e-mail, when it leaves or left, and the result.
 */
export function factsOf(
  one: AppointmentMessage,
  texts: AppointmentSmsTexts,
  isShort = false,
): [label: string, value: string][] {
  const { words, language } = texts;
  const { message, draft } = one;
  const current = isTicked(one) ? message : undefined;
  const times = current ?? draft;
  const result = message && resultText(message, texts);
  const at = (instant: string | null | undefined) =>
    instant ? clinicDateTime(instant, language) : undefined;
  const email: Fact = [words.emailTo, message?.channel === 'email' ? message.to : undefined];
  const leaves: Fact[] = [
    [words.sends, current?.sentAt ? undefined : at(times?.sendsAt)],
    [words.sent, at(current?.sentAt)],
  ];
  const came: Fact = [words.result, result];
  const facts: Fact[] = isShort
    ? [email, ...leaves, came]
    : [
        email,
        [words.when, hoursText(one, texts)],
        ...leaves,
        [words.expires, !current || isWaiting(current) ? at(times?.expiresAt) : undefined],
        [words.made, at(message?.madeAt)],
        came,
        // More than one says that a gateway was asked again.
        [words.tries, message && message.tries > 1 ? String(message.tries) : undefined],
      ];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
}

function hoursText({ type, hours }: AppointmentMessage, { words }: AppointmentSmsTexts): string {
  if (type === 'thank-you') {
    return hours === 1 ? words.hourAfter : fill(words.hoursAfter, { hours });
  }
  return hours === 1 ? words.hourBefore : fill(words.hoursBefore, { hours });
}

/** All that is shown, for paper; `about` says whom and what it is about. */
export function tableOf(
  { planned, to, answers }: AppointmentMessages,
  about: readonly string[],
  texts: AppointmentSmsTexts,
): PrintedTable {
  const { words, types, language } = texts;
  return {
    title: words.title,
    lines: [...about, ...(to === null ? [] : [fill(words.to, { to })])],
    head: [words.message, words.text, words.status, words.when],
    rows: [
      ...shownOf(planned).map((one) => [
        types[one.type],
        (isTicked(one) ? one.message?.text : one.draft?.text) ?? '',
        one.message ? statusText(one.message, texts) : words.notMade,
        factsOf(one, texts)
          .map(([label, value]) => `${label}: ${value}`)
          .join('\n'),
      ]),
      ...answers.map(({ text, receivedAt }) => [
        words.answer,
        text,
        '',
        clinicDateTime(receivedAt, language),
      ]),
    ],
  };
}
