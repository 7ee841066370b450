import type {
  Language,
  Reminders,
  RemindersPatch,
  ReminderTexts,
  SmsType,
} from '../../src/contract/index.js';
import { SmsType as Types } from '../../src/contract/index.js';
import {
  findReminderFieldProblem,
  withCommonFields,
} from '../../src/domain/message-text/reminder-fields.js';
import { mergeFields } from '../../src/domain/message-text/merge-fields.js';
import { smsLength } from '../../src/domain/message-text/sms-length.js';
import { smsText } from '../../src/domain/message-text/sms-text.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { checkReminders, noReminders, patchedReminders, textsIn } from '../core/reminder-policy.js';
import { compose } from '../messages/compose.js';
import { standardSms } from '../messages/reminder-texts.js';
import { replanSome } from '../reminders/replan.js';
import { beginReplanning } from '../store/reminder-runs.js';
import { findReminders } from '../store/reminders.js';
import { updateAccount } from '../store/staff/account.js';
import { samplesIn } from './message-texts.js';

/** The policy of reminders in force (M-04, M-05). */
export async function readReminders({ tx }: Pick<Work, 'tx'>): Promise<Reminders> {
  return (await findReminders(tx)) ?? noReminders;
}

/** A policy with a patch; throws `invalid` with the place of each thing that is wrong, below `place` where the patch stands there. */
export async function checkedReminders(
  work: Work,
  patch: RemindersPatch,
  place = '',
): Promise<Reminders> {
  const policy = patchedReminders(await readReminders(work), patch);
  const { rows } = await work.catalogue();
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);
  const known = { clinics: ids(rows.clinics), clinicians: ids(rows.clinicians) };
  const problems = checkReminders(policy, known);
  const texts = [...textsIn(policy)].flatMap(({ path, text }) => {
    const problem = findReminderFieldProblem(text);
    return problem ? [{ path, ...problem }] : [];
  });
  const fields = [...problems, ...texts].map(({ path, code }) => ({ path: place + path, code }));
  if (fields.length === 0) return policy;
  const unknown = texts.map(({ field }) => `[${field}]`).join(', ');
  throw new ProblemError('invalid', {
    fields,
    ...(unknown && {
      detail: `There is no field ${unknown}. Known are: ${mergeFields.join(', ')}.`,
    }),
  });
}

/** Changes the policy of an account that is locked; what waits is worked through again (M-10). */
export async function changeReminders(work: Work, patch: RemindersPatch): Promise<void> {
  const policy = await checkedReminders(work, patch);
  const { tx, account, now, page } = work;
  const { rows } = await work.catalogue();
  await updateAccount(tx, { reminders: policy });
  await beginReplanning(tx, account.id, new Date(now));
  // Where there are few, that is all; the rest a worker does.
  await replanSome(tx, { account, rows, policy, page, now });
}

/** Standard texts of Opus SMS in the account's languages, with sample values for previews. */
export async function listReminderTexts(work: Work): Promise<ReminderTexts> {
  const { languages, textLanguage } = work.account;
  const { answers } = await readReminders(work);
  const all = [...new Set([...languages, textLanguage])];
  return {
    items: all.flatMap((lang) =>
      Types.options.map((type) => standardText(work, type, lang, answers)),
    ),
    samples: Object.fromEntries(all.map((lang) => [lang, { ...samplesIn(work, lang) }])),
  };
}

function standardText(work: Work, type: SmsType, lang: Language, answers: Reminders['answers']) {
  const text = standardSms(type, lang, answers);
  const common = { subject: null, text: withCommonFields(text, lang), format: 'plain' } as const;
  const filled = compose(common, lang, samplesIn(work, lang));
  return { type, lang, text, length: smsLength(smsText(filled.text)) };
}
