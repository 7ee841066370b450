import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Language, OwnTexts, StandardTexts, Texts } from '../../../contract/index.js';
import { selectField, textField } from '../../parts/fields.js';
import { asStaffError, RecordEditor } from '../../state/record-editor.js';
import { textsSource } from '../../state/record-sources.js';
import { fill } from '../../words/in-language.js';
import { bookingPageWords } from './page-words.js';
import type { Draft } from './preview-fetch.js';
import { BookingPageSection } from './section.js';

type TextName = keyof OwnTexts;
type Word = keyof typeof bookingPageWords;

interface OwnText {
  readonly name: TextName;
  readonly rows?: number;
  readonly hint?: Word;
}

/** The texts of the old window *Media*, in its order (S-05). */
const groups: readonly { readonly title: Word; readonly texts: readonly OwnText[] }[] = [
  {
    title: 'generalTexts',
    texts: [
      { name: 'welcomeHeading' },
      { name: 'welcomeText', rows: 4 },
      { name: 'clinicHeading', hint: 'clinicTextHint' },
      { name: 'clinicText', rows: 4, hint: 'clinicTextHint' },
      { name: 'patientInfoHeading' },
      { name: 'patientInfoText', rows: 4 },
      { name: 'provider' },
    ],
  },
  {
    title: 'stateTexts',
    texts: [
      { name: 'maintenance', rows: 3 },
      { name: 'unpublished', rows: 3 },
      { name: 'newBookingOff', rows: 3 },
    ],
  },
  {
    title: 'consentTexts',
    texts: [
      { name: 'consentText', rows: 4, hint: 'consentTextHint' },
      { name: 'consentUrl', hint: 'standardHint' },
    ],
  },
];

/** What patients read as one: the standard text stands only where both are empty. */
const pairs: Partial<Record<TextName, TextName>> = {
  welcomeHeading: 'welcomeText',
  welcomeText: 'welcomeHeading',
  patientInfoHeading: 'patientInfoText',
  patientInfoText: 'patientInfoHeading',
};
const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

const languageNames: Record<Language, string> = {
  nb: 'norsk',
  sv: 'svenska',
  fi: 'suomi',
  da: 'dansk',
  en: 'English',
};

/** The account's own texts in every language of the page (S-05). */
export class BookingPageTexts extends BookingPageSection<Texts> {
  /** Languages of the page, and the one that the texts are written in. */
  @property({ attribute: false }) languages: readonly Language[] = [];
  @property({ attribute: false }) textLanguage: Language = 'nb';
  @state() private chosen: Language | undefined;
  /** What patients read where there is no own text. */
  @state() private standard: StandardTexts = {};
  protected override readonly editor = new RecordEditor<Texts>(this);

  protected override open(): void {
    const { api } = this.console!;
    void this.editor.open(textsSource(api));
    // Without them the fields can be filled in just the same.
    api.call('standardTexts').then(
      ({ data }) => (this.standard = data),
      (error: unknown) => this.console?.failed(asStaffError(error)),
    );
  }

  protected override toDraft(texts: Texts): Draft {
    return { texts };
  }

  /** Patients' page beside the texts speaks the language that they are written in. */
  protected override get previewLanguage(): Language {
    return this.#language;
  }

  protected override get recordName(): string {
    return this.words(bookingPageWords).texts;
  }

  protected override nameOf(path: string): string {
    const words = this.words(bookingPageWords);
    const name = path.split('.').at(-1)!;
    return name in words ? words[name as Word] : path;
  }

  protected override renderRecord(): TemplateResult {
    const words = this.words(bookingPageWords);
    return html`${this.languages.length > 1 ? this.#renderLanguage() : ''}
    ${groups.map(
      ({ title, texts }) =>
        html`<section class="section" aria-labelledby=${title}>
          <h2 id=${title}>${words[title]}</h2>
          <div class="fields">${texts.map((text) => this.#renderText(text))}</div>
        </section>`,
    )}`;
  }

  #renderLanguage(): TemplateResult {
    const words = this.words(bookingPageWords);
    const nameOf = (language: Language) =>
      language === this.textLanguage
        ? fill(words.ownLanguage, { language: languageNames[language] })
        : languageNames[language];
    const all = [...new Set([this.textLanguage, ...this.languages])];
    return html`<div class="section fields">
      ${selectField({
        form: {
          valueOf: () => this.#language,
          set: (_path, value) => (this.chosen = value as Language),
          problemOf: () => undefined,
        },
        path: 'language',
        label: words.textLanguage,
        options: all.map((language) => ({ value: language, label: nameOf(language) })),
        problemText: () => '',
      })}
    </div>`;
  }

  get #language(): Language {
    return this.chosen ?? this.textLanguage;
  }

  #pathOf(name: TextName): string {
    const isOwn = this.#language === this.textLanguage;
    return isOwn ? name : `translations.${this.#language}.${name}`;
  }

  #renderText({ name, rows, hint }: OwnText): TemplateResult {
    const words = this.words(bookingPageWords);
    const isOwn = this.#language === this.textLanguage;
    const path = this.#pathOf(name);
    const own = this.editor.valueOf(name);
    const hasMain = !isOwn && typeof own === 'string' && own !== '';
    // A heading and its text stand for themselves: with one of the two written, the other is empty for patients.
    const pair = pairs[name];
    const isBeside = pair !== undefined && !isEmpty(this.editor.valueOf(this.#pathOf(pair)));
    const standard = this.standard[this.#language]?.[name];
    const placeholder = isBeside ? undefined : hasMain ? own : standard;
    const back = hasMain ? words.backToMain : standard ? words.backToStandard : undefined;
    return textField({
      ...this.field(path, words[name], {
        hint: isOwn ? words[hint ?? 'standardHint'] : words.translationHint,
        reason: this.reason,
      }),
      ...(rows === undefined ? {} : { rows }),
      ...(name === 'consentUrl' ? { type: 'url' as const } : {}),
      ...{ placeholder, back },
      whenEmpty: isOwn ? 'absent' : 'text',
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-page-texts': BookingPageTexts;
  }
}
