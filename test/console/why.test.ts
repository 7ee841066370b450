import { expect } from '@open-wc/testing';
import { checkWords } from '../../src/console/pages/why/check-words.js';
import { faultText } from '../../src/console/pages/why/fault-text.js';
import type { Failed } from '../../src/console/pages/why/fault-text.js';
import { faultWords } from '../../src/console/pages/why/fault-words.js';
import { mendOf } from '../../src/console/pages/why/mends.js';
import { placeOf } from '../../src/console/pages/why/setting-places.js';
import { toAsked, toOutcomes, toParts } from '../../src/console/pages/why/why-data.js';
import type { WhyData } from '../../src/console/pages/why/why-data.js';
import { mendWords } from '../../src/console/pages/why/why-words.js';
import { Check, Fault, languages } from '../../src/contract/index.js';
import type { Explained, ExplainedRule, Where } from '../../src/contract/index.js';

const data = {
  timeZone: 'Europe/Oslo',
  clinics: [{ id: 'torvet', name: 'Torvet' }],
  clinicians: [
    { id: 'lise', name: 'Lise Negård', clinics: [{ clinic: 'torvet' }], preblockExpiryHours: 24 },
  ],
  templates: [
    { id: 'intern', name: 'Intern', useInBooking: false, minutes: 10, category: 'us' },
    {
      id: 'us',
      name: '- Undersøkelse',
      useInBooking: true,
      minutes: 30,
      category: 'us',
      leadDays: 1,
    },
  ],
  definitions: [{ id: 'etimer', name: 'Etimer', mode: 'allow', categories: [] }],
  categories: [{ id: 'us', name: 'US/Røntgen' }],
  templateLists: [{ id: 'liste', name: 'Tannleger', items: [] }],
  preblockLists: [{ id: 'liste', name: 'Våre', items: [] }],
} as unknown as WhyData;
const asked = { date: '2026-11-23', time: '', treatment: 'us', clinic: '', clinician: '' };
const today = '2026-11-22';

/** What the service says of each fault; from 08:00 to 10:00 where it lies in the calendar. */
const kinds: Partial<Record<Fault, Where>> = {
  'not-in-list': { kind: 'template-list', id: 'liste', item: 'us' },
  'preblock-not-in-list': { kind: 'preblock-list', id: 'liste', item: 'etimer' },
  category: { kind: 'preblock-definition', id: 'etimer' },
  'not-internet': { kind: 'preblock-definition', id: 'etimer' },
  'preblock-expired': { kind: 'preblock-definition', id: 'etimer' },
  'no-resource': { kind: 'resource', id: 'chair' },
  'resource-taken': { kind: 'resource', id: 'chair' },
};
const failed = (because: Fault): Failed => ({
  rule: {
    ...{ rule: 'A-04', check: 'fits', passed: false, because },
    where: {
      ...(kinds[because] ?? { kind: 'preblock' }),
      ...{ from: '2026-11-23T08:00:00+01:00', to: '2026-11-23T10:00:00+01:00' },
    },
  },
  ...{ clinician: 'lise', asked, data, today },
});

const rule = (check: Check, because: Fault | null = null): ExplainedRule => ({
  ...{ rule: 'A-04', check, passed: because === null, because },
});

describe('why there is no free time', () => {
  it('[C-08] [C-14] has a sentence for every fault and every check in five languages, with names in place of all fields', () => {
    for (const fault of Fault.options) {
      const texts = languages.map((language) => faultText(failed(fault), language));
      for (const text of texts) expect(text, fault).to.match(/^[\p{Lu}«»”“][^{}]{8,200}[^.][.]$/u);
      expect(new Set(texts).size, fault).to.be.greaterThan(3);
      expect(faultWords[fault]).to.have.length(languages.length);
    }
    for (const check of Check.options) {
      expect(checkWords[check], check).to.have.length(languages.length);
      for (const text of checkWords[check]) expect(text, check).to.match(/^[^{}.]{5,80}$/);
    }
    expect(faultText(failed('category'), 'nb')).to.equal(
      'Preblokkeringen «Etimer» 08:00–10:00 slipper ikke inn kategorien «US/Røntgen», som Undersøkelse hører til.',
    );
    // Only some browsers write a comma after the weekday.
    expect(faultText(failed('lead-time'), 'en').replace('Tuesday,', 'Tuesday')).to.contain(
      'the nearest day that can be booked now is Tuesday 24 November',
    );
  });

  it('[C-08] leads to the setting of each fault, or to the day in the timebook', () => {
    const placed = (because: Fault, where: Where) =>
      placeOf({ ...failed(because), rule: { ...failed(because).rule, where } });
    expect(placed('weekend', { kind: 'settings', field: 'weekendBooking' })).to.deep.equal({
      ...{ page: 'booking-page', parts: ['switches'] },
    });
    expect(placeOf(failed('category'))).to.deep.equal({
      ...{ page: 'treatments', parts: ['preblocks', 'etimer'] },
    });
    expect(placeOf(failed('taken'))).to.deep.equal({
      ...{ page: 'timebook', parts: ['2026-11-23', 'day'] },
    });
    // Nothing can be changed about the past.
    const { where: _where, ...past } = failed('past').rule;
    expect(placeOf({ ...failed('past'), rule: past })).to.equal(undefined);
    expect(mendOf(failed('past'))).to.equal(undefined);
  });

  it('[C-08] offers to mend what one click can change, and says with which right', () => {
    const mends = Fault.options.flatMap((fault) => {
      const mend = mendOf(failed(fault));
      return mend ? [[fault, mend] as const] : [];
    });
    const without = Fault.options.filter((fault) => !mends.some(([one]) => one === fault));
    expect(without).to.have.members([
      ...['past-date', 'not-at-clinic', 'skipped-hour', 'too-short', 'off-grid', 'past', 'taken'],
      ...['no-resource', 'resource-taken'],
    ]);
    for (const [fault, { name, right }] of mends) {
      expect(mendWords[name], fault).to.have.length(languages.length);
      expect(['settings', 'catalogue', 'publish'], fault).to.include(right);
    }
  });

  it('[C-08] begins with who comes nearest, and says once what stops everybody', () => {
    const answer = (rules: Record<string, ExplainedRule[]>): Explained => ({
      ...{ offered: false, rules: [] },
      clinicians: Object.entries(rules).map(([clinician, list]) => ({
        ...{ clinician, rules: list, starts: [] },
        offered: list.every(({ passed }) => passed),
      })),
    });
    const order = toOutcomes(
      answer({
        far: [rule('open'), rule('published', 'not-published')],
        near: [rule('open'), rule('published'), rule('free', 'taken')],
        there: [rule('open')],
      }),
    );
    expect(order.map(({ clinician }) => clinician)).to.deep.equal(['there', 'near', 'far']);
    const closed = toOutcomes(
      answer({ one: [rule('open', 'maintenance')], two: [rule('open', 'maintenance')] }),
    );
    expect(closed.map(({ clinician }) => clinician)).to.deep.equal([undefined]);
  });

  it('[C-08] a link holds the question, and what it leaves out is open', () => {
    expect(toAsked([], data, today)).to.deep.equal({ ...asked, date: today });
    const whole = { ...asked, clinician: 'lise', clinic: 'torvet', time: '09:00' };
    expect(toParts(whole)).to.deep.equal(['2026-11-23', 'us', 'lise', 'torvet', '09:00']);
    expect(toAsked(toParts(whole), data, today)).to.deep.equal(whole);
    expect(toParts({ ...asked, clinician: 'lise' })).to.deep.equal(['2026-11-23', 'us', 'lise']);
    // What is no longer there is not asked for.
    expect(toAsked(['x', 'gone', 'gone'], data, today)).to.deep.equal({ ...asked, date: today });
  });

  it('[C-08] begins with one clinic where there are very many people', () => {
    const { clinicians, clinics } = data;
    const [one] = clinicians;
    const many = {
      ...data,
      clinicians: Array.from({ length: 21 }, (_, id) => ({ ...one!, id: `${id}` })),
    };
    expect(toAsked([], many, today).clinic).to.equal(clinics[0]!.id);
    expect(toAsked([today], many, today).clinic, 'everybody was asked about').to.equal('');
    expect(toAsked([], { ...many, clinicians: many.clinicians.slice(1) }, today).clinic).to.equal(
      '',
    );
  });
});
