import type { SmsSenderInput } from '../../src/contract/index.js';
import { parsePhone } from '../../src/domain/phone.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { isSenderName } from '../core/sms-sender.js';
import { removeSmsSender, storeSmsSender } from '../store/sms-senders.js';
import { requireFound } from './found.js';

/** Stores who a company's SMS come from (M-08, M-14); throws `not-found` and `invalid`. */
export async function putSmsSender(work: Work, company: string, input: SmsSenderInput) {
  const { tx, account } = work;
  const { rows } = await work.catalogue();
  if (!rows.companies.some(({ id }) => id === company)) throw new ProblemError('not-found');
  const name = input.name?.trim() || null;
  const typed = input.number?.trim() || null;
  if (name === null && typed === null) throw invalid({ path: 'name', code: 'empty' });
  if (name !== null && !isSenderName(name)) throw invalid({ path: 'name', code: 'format' });
  const parsed = typed === null ? undefined : parsePhone(account.market, typed);
  if (parsed && !parsed.ok) throw invalid({ path: 'number', code: parsed.reason });
  const number = parsed?.ok ? parsed.value.e164 : null;
  await storeSmsSender(tx, account.id, company, { name, number, approvals: input.approvals ?? {} });
}

/** Goes back to the account's sender; throws `not-found`. */
export async function deleteSmsSender({ tx }: Work, company: string): Promise<void> {
  requireFound(await removeSmsSender(tx, company));
}
