import type { Explained, ExplainInput, ExplainedRule } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { formatInstant, toClockTime } from '../../src/domain/clock-time.js';
import { checkDate, checkInstant } from '../context/dates.js';
import { invalid } from '../context/problem.js';
import { explainTimes, type Finding, type Missed, type Verdict } from '../core/explain.js';
import type { Catalogue } from '../core/model.js';
import { positionOf, rules } from '../core/rules.js';
import { cliniciansOf, loadTimebook } from '../store/timebook.js';
import type { StaffWork } from './actor.js';

/**
 * Why a treatment is offered or not on a date, or at one start, to a patient who is not logged in: rule by rule, for each clinician
 * (C-08, P-19, P-40, P-42). Throws `invalid`.
 */
export async function explain(work: StaffWork, input: ExplainInput): Promise<Explained> {
  const { tx, account, now, catalogue } = work;
  const { timeZone } = account;
  const { catalogue: rows } = await catalogue();
  const missed = toMissed(input, timeZone);
  checkNames(rows, input);
  const range = { from: missed.date, to: addDays(missed.date, 1) };
  const timebook = await loadTimebook(tx, timeZone, range, cliniciansOf(rows, input), now);
  // Nobody is logged in (P-42).
  const newPatient = account.settings.selfCreation;
  const circumstances = { status: account.status, newPatient, now };
  const verdicts = explainTimes({ ...rows, ...timebook }, missed, circumstances);
  const clinicians = verdicts.map((verdict) => ({
    clinician: verdict.clinician,
    ...outcomeOf(verdict, timeZone),
    starts: verdict.starts.map(({ start, clinic }) => ({
      start: formatInstant(start, timeZone),
      clinic,
    })),
  }));
  const nearest = nearestOf(verdicts);
  return {
    ...(nearest ? outcomeOf(nearest, timeZone) : { offered: false, rules: [] }),
    clinicians,
  };
}

function toMissed({ date, start, ...rest }: ExplainInput, timeZone: string): Missed {
  if ((date === undefined) === (start === undefined)) {
    throw invalid({ path: 'date', code: date === undefined ? 'required' : 'unknown' });
  }
  if (date !== undefined) {
    checkDate('date', date);
    return { date, ...rest };
  }
  checkInstant('start', start!);
  const instant = Date.parse(start!);
  return { date: toClockTime(instant, timeZone).date, start: instant, ...rest };
}

function checkNames(
  { templates, clinics, clinicians }: Catalogue,
  { treatment, clinic, clinician }: ExplainInput,
): void {
  const isUnknown = (items: readonly { id: string }[], id: string | undefined) =>
    id !== undefined && !items.some((item) => item.id === id);
  if (isUnknown(templates, treatment)) throw invalid({ path: 'treatment', code: 'unknown' });
  if (isUnknown(clinics, clinic)) throw invalid({ path: 'clinic', code: 'unknown' });
  if (isUnknown(clinicians, clinician)) throw invalid({ path: 'clinician', code: 'unknown' });
}

/** The clinician who has times, else the first of those who pass most checks. */
function nearestOf(verdicts: readonly Verdict[]): Verdict | undefined {
  const reached = ({ finding }: Verdict) => (finding ? positionOf(finding.because) : rules.length);
  return verdicts.reduce<Verdict | undefined>(
    (best, one) => (best && reached(best) >= reached(one) ? best : one),
    undefined,
  );
}

/** The checks up to the first that failed, in their order. */
function outcomeOf({ finding }: Verdict, timeZone: string) {
  const reached = finding ? positionOf(finding.because) : rules.length;
  return {
    offered: !finding,
    rules: rules.slice(0, reached + 1).map(({ check, rule }, position): ExplainedRule => {
      const passed = position < reached;
      return { check, rule, passed, ...(passed ? { because: null } : told(finding!, timeZone)) };
    }),
  };
}

function told({ because, where }: Finding, timeZone: string) {
  if (!where) return { because };
  const { from, to, ...rest } = where;
  const write = (instant: number | undefined, name: 'from' | 'to') =>
    instant === undefined ? {} : { [name]: formatInstant(instant, timeZone) };
  return { because, where: { ...rest, ...write(from, 'from'), ...write(to, 'to') } };
}
