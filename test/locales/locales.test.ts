import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { daAppointments } from '../../src/locales/appointments/da.js';
import { enAppointments } from '../../src/locales/appointments/en.js';
import { fiAppointments } from '../../src/locales/appointments/fi.js';
import { nbAppointments } from '../../src/locales/appointments/nb.js';
import { svAppointments } from '../../src/locales/appointments/sv.js';
import { clinicSearchWords } from '../../src/locales/clinic-search-words.js';
import { da as daBooking } from '../../src/locales/da.js';
import { en as enBooking } from '../../src/locales/en.js';
import { fi as fiBooking } from '../../src/locales/fi.js';
import { languageOf, nearestLanguage } from '../../src/locales/languages.js';
import { load, loadLocale, wordsOf, type AllMessages } from '../../src/locales/load-locale.js';
import { Localizer } from '../../src/locales/localizer.js';
import { daLogin } from '../../src/locales/login/da.js';
import { enLogin } from '../../src/locales/login/en.js';
import { fiLogin } from '../../src/locales/login/fi.js';
import { nbLogin } from '../../src/locales/login/nb.js';
import { svLogin } from '../../src/locales/login/sv.js';
import { loginWords } from '../../src/locales/login-words.js';
import { nb as nbBooking } from '../../src/locales/nb.js';
import { daProblems } from '../../src/locales/problems/da.js';
import { enProblems } from '../../src/locales/problems/en.js';
import { fiProblems } from '../../src/locales/problems/fi.js';
import { nbProblems } from '../../src/locales/problems/nb.js';
import { svProblems } from '../../src/locales/problems/sv.js';
import { sv as svBooking } from '../../src/locales/sv.js';
import { timeAlertWords } from '../../src/locales/time-alert-words.js';
import { samples, traces } from './samples.js';
import { waitUntil } from '../support/wait-until.js';

class Speaker extends LitElement {
  private readonly words = new Localizer(this);
  protected override render() {
    return html`${this.words.term('back')}`;
  }
  get language() {
    return this.words.lang();
  }
}
customElements.define('test-speaker', Speaker);

const nb = { ...nbBooking, ...nbLogin, ...nbAppointments, ...nbProblems };
const sv = { ...svBooking, ...svLogin, ...svAppointments, ...svProblems };
const fi = { ...fiBooking, ...fiLogin, ...fiAppointments, ...fiProblems };
const da = { ...daBooking, ...daLogin, ...daAppointments, ...daProblems };
const en = { ...enBooking, ...enLogin, ...enAppointments, ...enProblems };
const locales = { nb, sv, fi, da, en };
const keys = Object.keys(en) as (keyof AllMessages)[];

type Word = string | ((...values: unknown[]) => string);
const wordOf = (messages: AllMessages, key: keyof AllMessages) => messages[key] as Word;

/** A word as the screen shows it, with every sample of its values. */
function texts(messages: AllMessages, key: keyof AllMessages): string[] {
  const word = wordOf(messages, key);
  if (typeof word === 'string') return [word];
  return samples[key as keyof typeof samples].map((values) => word(...values));
}

/** Words that one language shares with English, because both say it so. */
const shared: Partial<Record<string, (keyof AllMessages)[]>> = {
  nb: ['minutes', 'reviewMinutes', 'bothSteps'],
  sv: ['minutes', 'reviewMinutes', 'bothSteps'],
  fi: ['minutes', 'reviewMinutes'],
  da: ['bothSteps'],
};

/** Names of buttons, where room is scarce. */
const buttons = [
  'back',
  'next',
  'change',
  'cancel',
  'previousWeek',
  'nextWeek',
  'thisWeek',
  'goToDate',
  'firstFree',
  'toReview',
  'bookTime',
  'confirmTime',
  'resendCode',
  'changeContact',
  'saveContact',
  'printReceipt',
  'toCalendar',
  'toStart',
  'tryAgain',
  'keepTime',
  'otherTimes',
  'bookNew',
  'moveAppointment',
  'moveNow',
  'otherTime',
  'cancelAppointment',
  'keepAppointment',
  'cancelNow',
] as const satisfies (keyof AllMessages)[];

for (const [name, messages] of Object.entries(locales)) {
  describe(`locale ${name}`, () => {
    it('has exactly the keys of en, and no key in two sets', () => {
      expect(Object.keys(messages)).to.have.members(keys);
      const sets = [enBooking, enLogin, enAppointments, enProblems].flatMap((set) =>
        Object.keys(set),
      );
      expect(sets).to.have.lengthOf(keys.length);
    });

    it('takes as many values as en wherever a word is put together', () => {
      for (const key of keys) {
        const [word, model] = [wordOf(messages, key), wordOf(en, key)];
        expect(typeof word, key).to.equal(typeof model);
        expect(word.length, key).to.equal(typeof word === 'string' ? word.length : model.length);
      }
    });

    it('leaves no text empty, and none with a hole in it', () => {
      for (const key of keys) {
        for (const text of texts(messages, key)) {
          expect(text, key).to.match(/^\S+([ \u00a0]\S+)*$/);
          expect(text, key).not.to.match(/\b(undefined|null|NaN)\b|\[object|\$\{/);
        }
      }
    });

    it('says every value that it is given', () => {
      for (const [key, lists] of Object.entries(samples)) {
        const said = texts(messages, key as keyof AllMessages);
        lists.forEach((values, index) => {
          for (const trace of traces(values)) {
            expect(said[index]?.toLowerCase(), key).to.contain(trace);
          }
        });
      }
    });

    it('ends sentences where en does', () => {
      const endings = (of: AllMessages, key: keyof AllMessages) =>
        texts(of, key).map((text) => (/[.?!:…]$/.exec(text)?.[0] ?? '').replace(/[?!]/, '.'));
      for (const key of keys.filter((each) => !/inutes$/.test(each))) {
        expect(endings(messages, key), key).to.deep.equal(endings(en, key));
      }
    });

    it('has names of buttons that fit where the English ones do', () => {
      for (const key of buttons) {
        const most = Math.max(12, 1.8 * Math.max(...texts(en, key).map(({ length }) => length)));
        for (const text of texts(messages, key)) {
          expect(text.length, `${key} ${text}`).to.be.at.most(most);
        }
      }
    });

    if (messages !== en) {
      it('says nothing in English by accident', () => {
        const same = keys.filter((key) => {
          const model = texts(en, key);
          return (
            !shared[name]?.includes(key) &&
            texts(messages, key).some((text, index) => text === model[index])
          );
        });
        expect(same).to.deep.equal([]);
      });
    }
  });
}

describe('words of the search for a clinic', () => {
  it('are said in the words of each language, with every value', () => {
    const values = {
      all: [60],
      found: [12, 60],
      none: ['Åsane'],
      near: ['5003'],
      alike: ['bergn'],
      away: ['2,4 km'],
    } as const;
    const said = Object.values(clinicSearchWords).map((words) =>
      Object.entries(words as unknown as Record<string, Word>).map(([key, word]) => {
        if (typeof word === 'string') return word;
        const given = values[key as keyof typeof values];
        const text = word(...given);
        for (const value of given) expect(text, key).to.contain(String(value));
        return text;
      }),
    );
    for (const text of said.flat()) expect(text).to.match(/^\S+( \S+)*$/);
    for (const others of said.slice(0, -1)) {
      expect(others.filter((text) => said.at(-1)?.includes(text))).to.deep.equal([]);
    }
  });
});

describe('[P-27] the standard text of the info box', () => {
  it('says that a henkilötunnus needs its sign, and that other numbers go without', () => {
    for (const messages of Object.values(locales)) {
      const withoutSign = /hyphen|bindestrek|bindestreck|väliviiva|bindestreg/;
      for (const market of ['NO', 'SE', 'DK'] as const) {
        expect(messages.infoText(market, false, false)).to.match(withoutSign);
      }
      expect(messages.infoText('FI', false, false)).not.to.match(withoutSign);
    }
  });
});

describe('languageOf', () => {
  it('knows the ways in which Norwegian is written', () => {
    expect(['nb', 'nb-NO', 'no', 'nn', 'NB_no'].map(languageOf)).to.deep.equal([
      'nb',
      'nb',
      'nb',
      'nb',
      'nb',
    ]);
  });

  it('knows no other languages than the five', () => {
    expect(['de', '', null, undefined].map(languageOf)).to.deep.equal(Array(4).fill(undefined));
  });
});

describe('Localizer', () => {
  it('speaks the language of the nearest lang, so that two widgets on one page may differ', async () => {
    const both = await fixture<HTMLElement>(
      html`<div>
        <p lang="en"><test-speaker></test-speaker></p>
        <p lang="nb-NO"><test-speaker></test-speaker></p>
      </div>`,
    );
    const [english, norwegian] = both.querySelectorAll<Speaker>('test-speaker');
    await waitUntil(() => english?.shadowRoot?.textContent && norwegian?.shadowRoot?.textContent);
    expect(english?.shadowRoot?.textContent).to.equal(en.back);
    expect(norwegian?.shadowRoot?.textContent).to.equal(nb.back);
  });

  it('crosses shadow roots to find it', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="sv"></div>`);
    const root = outer.attachShadow({ mode: 'open' });
    root.innerHTML = '<span></span>';
    expect(nearestLanguage(root.querySelector('span') as Element)).to.equal('sv');
  });

  it('an own lang goes before that of the page', async () => {
    const speaker = await fixture<Speaker>(html`<test-speaker lang="fi"></test-speaker>`);
    expect(speaker.language).to.equal('fi');
  });

  it('loads a set of words once a language', () => {
    expect(load(loginWords, 'en')).to.equal(load(loginWords, 'en'));
  });

  it('another language brings all that the page speaks, so that nothing loses its words', async () => {
    await load(loginWords, 'en');
    expect(wordsOf('da')?.loggingIn).to.equal(undefined);
    await loadLocale('da');
    expect(wordsOf('da')?.loggingIn).to.equal(daLogin.loggingIn);
  });

  it('words that do not come are asked for again, and the element that lacks them is rendered then', async () => {
    let calls = 0;
    const late = (): Promise<Partial<AllMessages>> => {
      calls += 1;
      return calls === 1
        ? Promise.reject(new TypeError('Failed to fetch'))
        : Promise.resolve({ ownAppointments: 'Mine' });
    };
    const sets = { nb: late, sv: late, fi: late, da: late, en: late };
    customElements.define(
      'test-late-speaker',
      class extends LitElement {
        private readonly words = new Localizer(this, sets);

        protected override render() {
          return this.words.term('ownAppointments') || 'nothing yet';
        }
      },
    );
    const speaker = await fixture(html`<test-late-speaker lang="sv"></test-late-speaker>`);
    expect(speaker.shadowRoot?.textContent).to.equal('nothing yet');
    await waitUntil(() => speaker.shadowRoot?.textContent === 'Mine', 'asked again');
    expect(calls).to.equal(2);
  });
});

describe('words of alerts of earlier times', () => {
  it('are said in the words of each language, with every value', () => {
    const values = { codeSent: ['*** 567'], done: ['*** 567', '1. mai'] } as const;
    const said = Object.values(timeAlertWords).map((words) =>
      Object.entries(words as unknown as Record<string, Word>).map(([key, word]) => {
        if (typeof word === 'string') return word;
        const given = values[key as keyof typeof values];
        const text = word(...given);
        for (const value of given) expect(text, key).to.contain(String(value));
        return text;
      }),
    );
    for (const text of said.flat()) expect(text).to.match(/^\S+( \S+)*$/);
    for (const others of said.slice(0, -1)) {
      expect(others.filter((text) => said.at(-1)?.includes(text))).to.deep.equal([]);
    }
  });
});
