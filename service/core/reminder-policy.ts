import type {
  Language,
  Market,
  ReminderException,
  Reminders,
  RemindersPatch,
  SmsType,
} from '../../src/contract/index.js';
import type { CivilDate } from '../../src/domain/civil-date.js';
import { isPublicHoliday } from './public-holidays.js';
import type { SendingRules } from './sending-time.js';

/** The policy of an account that has set none: no reminders. */
export const noReminders: Reminders = {
  to: 'all',
  reminders: [],
  thankYou: null,
  texts: { general: null, message: null, recall: null },
  daysWithoutSending: [],
  pauses: { saturday: false, sunday: false, night: null },
  publicHolidays: false,
  testMode: false,
  email: false,
  answers: 'none',
  exceptions: [],
};

const standardHours = 24;

/** A policy with a patch: what is absent stays, lists are replaced, and hours that are left out are 24 (M-09). */
export function patchedReminders(policy: Reminders, patch: RemindersPatch): Reminders {
  const { reminders, thankYou, texts, daysWithoutSending, pauses, exceptions, ...rest } = patch;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...policy,
    ...(Object.fromEntries(given) as Partial<Reminders>),
    ...(reminders && {
      reminders: reminders.map(({ hoursBefore = standardHours, text = null }) => ({
        hoursBefore,
        text,
      })),
    }),
    ...(thankYou !== undefined && {
      thankYou: thankYou && {
        hoursAfter: thankYou.hoursAfter ?? standardHours,
        text: thankYou.text ?? null,
      },
    }),
    texts: { ...policy.texts, ...defined(texts) },
    ...(daysWithoutSending && { daysWithoutSending: [...new Set(daysWithoutSending)].sort() }),
    pauses: { ...policy.pauses, ...defined(pauses) },
    ...(exceptions && { exceptions }),
  };
}

function defined<Value extends object>(value: Value | undefined): Partial<Value> {
  const given = Object.entries(value ?? {}).filter(([, part]) => part !== undefined);
  return Object.fromEntries(given) as Partial<Value>;
}

/** Something of a policy that cannot be, with its place. */
export interface PolicyProblem {
  path: string;
  code: string;
}

/** What is wrong with a policy beyond its shape: names are those of the account's clinics and clinicians. */
export function checkReminders(
  { daysWithoutSending, pauses: { night }, exceptions }: Reminders,
  known: { clinics: readonly string[]; clinicians: readonly string[] },
): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  // No minute would ever be counted.
  if (daysWithoutSending.length === 7) {
    problems.push({ path: 'daysWithoutSending', code: 'no-day-left' });
  }
  if (night && night.from === night.to) problems.push({ path: 'pauses.night', code: 'no-time' });
  const seen = new Set<string>();
  for (const [index, exception] of exceptions.entries()) {
    const path = `exceptions.${index}`;
    const { clinic, clinician, language } = exception;
    const key = JSON.stringify([clinic, clinician, language]);
    if (key === '[null,null,null]') problems.push({ path, code: 'empty' });
    else if (seen.has(key)) problems.push({ path, code: 'twice' });
    seen.add(key);
    if (clinic !== undefined && !known.clinics.includes(clinic)) {
      problems.push({ path: `${path}.clinic`, code: 'unknown' });
    }
    if (clinician !== undefined && !known.clinicians.includes(clinician)) {
      problems.push({ path: `${path}.clinician`, code: 'unknown' });
    }
  }
  return problems;
}

/** Every text that a policy has of its own, with its place. */
export function* textsIn(
  policy: Pick<Reminders, 'reminders' | 'thankYou' | 'texts' | 'exceptions'>,
): Generator<{ path: string; text: string }> {
  yield* textsOf(policy, '');
  for (const [index, exception] of policy.exceptions.entries()) {
    yield* textsOf(exception, `exceptions.${index}.`);
  }
}

type Texts = Pick<ReminderException, 'reminders' | 'thankYou' | 'texts'>;

function* textsOf({ reminders = [], thankYou, texts = {} }: Texts, place: string) {
  for (const [index, { text }] of reminders.entries()) {
    if (text) yield { path: `${place}reminders.${index}.text`, text };
  }
  if (thankYou?.text) yield { path: `${place}thankYou.text`, text: thankYou.text };
  for (const [name, text] of Object.entries(texts)) {
    if (text) yield { path: `${place}texts.${name}`, text };
  }
}

/** Who and where a message is about, and the language that it is written in. */
export interface MessageScope {
  clinic: string | undefined;
  clinician: string | undefined;
  language: Language;
  /** Language of the account's own texts. */
  textLanguage: Language;
}

/** One message of a policy: hours before the start, or after the end; null: the standard text. */
export interface PlannedType {
  type: SmsType;
  hours: number;
  text: string | null;
}

/**
 * What the policy has for an appointment (M-04): of clinician before clinic before language before the account. A text that names no
 * language is in the account's own.
 */
export function plannedTypes(policy: Reminders, scope: MessageScope): PlannedType[] {
  const layers = layersOf(policy, scope);
  const lists = layers.flatMap((layer) => (layer.reminders ? [{ layer, ...layer }] : []));
  const wanted = lists[0]?.reminders ?? [];
  const reminders = wanted.map((_, index): PlannedType => {
    const at = lists.map(({ reminders, layer }) => ({ layer, entry: reminders![index] }));
    return {
      type: `reminder-${index + 1}` as SmsType,
      hours:
        at.find(({ entry }) => entry?.hoursBefore !== undefined)?.entry?.hoursBefore ??
        standardHours,
      text: firstText(at.map(({ layer, entry }) => [layer, entry?.text])),
    };
  });
  const thanks = layers.filter(({ thankYou }) => thankYou !== undefined);
  if (!thanks[0]?.thankYou) return reminders;
  const hours = thanks.find(({ thankYou }) => thankYou?.hoursAfter !== undefined);
  const thankYou: PlannedType = {
    type: 'thank-you',
    hours: hours?.thankYou?.hoursAfter ?? standardHours,
    text: firstText(thanks.map((layer) => [layer, layer.thankYou?.text])),
  };
  return [...reminders, thankYou];
}

/** The account's own text of a type that staff send, or null for the standard one. */
export function ownText(policy: Reminders, type: SmsType, scope: MessageScope): string | null {
  if (type === 'general' || type === 'message' || type === 'recall') {
    return firstText(layersOf(policy, scope).map((layer) => [layer, layer.texts?.[type]]));
  }
  return plannedTypes(policy, scope).find((planned) => planned.type === type)?.text ?? null;
}

interface Layer extends Texts {
  /** Whether its texts are in the language of the message. */
  isInLanguage: boolean;
}

/** What counts for a message, the most special first, the account's own last. */
function layersOf(policy: Reminders, scope: MessageScope): Layer[] {
  const { clinic, clinician, language, textLanguage } = scope;
  const matching = policy.exceptions.filter(
    (one) =>
      (one.clinic === undefined || one.clinic === clinic) &&
      (one.clinician === undefined || one.clinician === clinician) &&
      (one.language === undefined || one.language === language),
  );
  const weight = (one: ReminderException) =>
    (one.clinician === undefined ? 0 : 4) +
    (one.clinic === undefined ? 0 : 2) +
    (one.language === undefined ? 0 : 1);
  const sorted = matching.sort((one, other) => weight(other) - weight(one));
  return [...sorted, policy].map((layer) => {
    const named = 'language' in layer ? layer.language : undefined;
    return { ...layer, isInLanguage: (named ?? textLanguage) === language };
  });
}

/** The first text of its own; one that is set to null goes back to the standard text. */
function firstText(texts: readonly (readonly [Layer, string | null | undefined])[]): string | null {
  return texts.find(([{ isInLanguage }, text]) => isInLanguage && text !== undefined)?.[1] ?? null;
}

/** Whether an account plans any messages with its appointments. */
export function plansMessages({ to, reminders, thankYou, exceptions }: Reminders): boolean {
  if (to === 'none') return false;
  return [{ reminders, thankYou }, ...exceptions].some(
    (layer) => (layer.reminders ?? []).length > 0 || Boolean(layer.thankYou),
  );
}

const knownRules = new WeakMap<Reminders, Map<string, SendingRules>>();

/** When messages of an account may leave; the same object for the same policy, since much is remembered by it. */
export function sendingRules(
  policy: Reminders,
  { timeZone, market }: { timeZone: string; market: Market },
): SendingRules {
  const { daysWithoutSending, pauses, publicHolidays } = policy;
  const known = knownRules.get(policy) ?? new Map<string, SendingRules>();
  knownRules.set(policy, known);
  const key = `${timeZone} ${market}`;
  const rules = known.get(key) ?? {
    timeZone,
    daysWithoutSending,
    pauses,
    isHoliday: (date: CivilDate) => publicHolidays && isPublicHoliday(market, date),
  };
  known.set(key, rules);
  return rules;
}

/** Whether an answer is taken as a yes or a no to the appointment (M-08). */
export const takesAnswers = ({ answers }: Pick<Reminders, 'answers'>): boolean =>
  answers === 'confirm' || answers === 'cancel';
