import type { ExplainedRule, Fault, Language } from '../../../contract/index.js';
import { addDays } from '../../../domain/civil-date.js';
import { wholeDay } from '../../words/dates.js';
import { fill, inLanguage } from '../../words/in-language.js';
import { dayFaultWords, faultWords } from './fault-words.js';
import type { Asked, WhyData } from './why-data.js';

/** A rule that failed, and for whom. */
export interface Failed {
  readonly rule: ExplainedRule & { readonly because: Fault };
  /** Empty where it is about the whole account. */
  readonly clinician: string;
  readonly asked: Asked;
  readonly data: WhyData;
  /** Today by the account's clock. */
  readonly today: string;
}

const nameIn = (items: readonly { id: string; name: string }[], id: string | undefined): string =>
  items.find((item) => item.id === id)?.name ?? id ?? '';

/** Names and times of what failed, for the sentences about it. */
export function valuesOf(failed: Failed, language: Language): Record<string, string | number> {
  const { rule, asked, data, clinician, today } = failed;
  const { where = undefined } = rule;
  const template = data.templates.find(({ id }) => id === asked.treatment);
  const lists = where?.kind === 'preblock-list' ? data.preblockLists : data.templateLists;
  return {
    clinician: nameIn(data.clinicians, clinician),
    // As the patient sees it (P-46).
    treatment: (template?.name ?? asked.treatment).replace(/^- /, ''),
    date: wholeDay(asked.date, language),
    first: wholeDay(addDays(today, (template?.leadDays ?? -1) + 1), language),
    minutes: template?.minutes ?? 0,
    category: nameIn(data.categories, template?.category),
    list: nameIn(lists, where?.id),
    preblock: nameIn(data.definitions, where?.item ?? where?.id),
    resource: where?.kind === 'resource' ? (where.id ?? '') : '',
    every: template?.minutesBetweenOffers === 0 ? data.step : everyOf(template),
    time: asked.time,
    days: data.definitions.find(({ id }) => id === where?.id)?.expiresDaysBefore ?? 0,
    hours: data.clinicians.find(({ id }) => id === clinician)?.preblockExpiryHours ?? 0,
    when: where?.from && where.to ? `${where.from.slice(11, 16)}–${where.to.slice(11, 16)}` : '',
  };
}

/** Minutes between two starts of a treatment. */
const everyOf = (template: WhyData['templates'][number] | undefined): number =>
  template?.minutesBetweenOffers ?? template?.minutes ?? 0;

/** Why there is no time, in a sentence. */
export function faultText(failed: Failed, language: Language): string {
  const { because } = failed.rule;
  const ofDay = inLanguage(dayFaultWords, language);
  const isOfDay = failed.asked.time === '' && because in ofDay;
  const text = isOfDay
    ? ofDay[because as keyof typeof ofDay]
    : inLanguage(faultWords, language)[because];
  const sentence = fill(text, valuesOf(failed, language));
  // It may begin with the name of a day.
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
}
