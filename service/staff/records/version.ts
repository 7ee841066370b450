import { ProblemError } from '../../context/problem.js';
import { canonicalJson } from '../../core/record-diff.js';
import type { RecordValue } from '../../core/record-diff.js';
import { sha256 } from '../../store/secrets.js';
import type { StaffWork } from '../actor.js';
import type { RecordName } from './registry.js';
import { kindOf } from './registry.js';

/** For which state of a record a change is meant (RFC 9110, 13.1); empty: for any. */
export interface Condition {
  /** Versions, or `*` for any that there is. */
  ifMatch?: readonly string[];
  /** It must not be there yet. */
  isNew?: boolean;
}

/** A short text that is another one whenever the content is another. */
export async function versionOf(content: unknown): Promise<string> {
  return (await sha256(canonicalJson(content ?? null))).slice(0, 22);
}

/** The version of a record in its present state. */
export async function recordVersion(
  work: StaffWork,
  name: RecordName,
  id: string,
  value: RecordValue,
): Promise<string> {
  const { compared } = kindOf(name);
  return versionOf(compared ? await compared(work, id) : value);
}

/** Throws `version-conflict` with the present state where a change is meant for another one (C-03). */
export async function checkCondition(
  work: StaffWork,
  name: RecordName,
  id: string,
  value: RecordValue | undefined,
  condition: Condition,
): Promise<void> {
  await checkVersion(value, condition, (present) => recordVersion(work, name, id, present));
}

/** The same of anything that is read as it is stored. */
export async function checkVersion(
  value: RecordValue | undefined,
  { ifMatch, isNew }: Condition,
  versionOfValue: (value: RecordValue) => Promise<string> = versionOf,
): Promise<void> {
  if (isNew && value) throw new ProblemError('version-conflict', { current: value });
  if (!ifMatch) return;
  const version = value && (await versionOfValue(value));
  const isMeant = version !== undefined && (ifMatch.includes('*') || ifMatch.includes(version));
  if (isMeant) return;
  throw new ProblemError('version-conflict', value ? { current: value } : {});
}
