import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';
import { languages } from '../../contract/index.js';
import type { Language } from '../../contract/index.js';
import {
  attributesOf,
  embedPlatforms,
  embedWays,
  hideableParts,
  type EmbedPlatform,
  type EmbedSetup,
  type HideablePart,
} from '../../domain/embed-code/embed-setup.js';
import { embedCode, type CodePiece } from '../../domain/embed-code/platform-code.js';
import { ConsoleElement } from '../parts/console-element.js';
import { selectField, textField } from '../parts/fields.js';
import type { FieldBinding } from '../parts/fields.js';
import { languageName } from '../words/language-name.js';
import {
  choiceProblem,
  firstChoices,
  setupOf,
  type EmbedChoices,
  type EmbedFacts,
} from './generator-choices.js';
import { generatorStyles } from './generator-styles.js';
import { generatorWords } from './generator-words.js';

const platformNames: Readonly<Partial<Record<EmbedPlatform, string>>> = {
  wordpress: 'WordPress',
  react: 'React',
  vue: 'Vue',
  angular: 'Angular',
  gtm: 'Google Tag Manager',
};

/** Code for a clinic's own website (P-49): choices, the real booking as they make it, and the code for each kind of page. */
export class EmbedGenerator extends ConsoleElement {
  static override styles: CSSResultGroup = [ConsoleElement.styles, generatorStyles];

  /** Language of the words; without one that of the console around. */
  @property() override lang = '';
  /** What the code is written of. */
  @property({ attribute: false }) facts?: EmbedFacts;
  /** Root of the API for the preview; without one the page's own origin. */
  @property() api = '';
  @state() private chosen: EmbedChoices = firstChoices;
  /** The piece of code that was copied, by its place; a negative one was not. */
  @state() private copied: number | undefined;
  /** Whether the widget is there for the preview; undefined while it is awaited. */
  @state() private isPreviewReady?: boolean;

  readonly #form: FieldBinding = {
    valueOf: (path) => this.chosen[path as keyof EmbedChoices],
    set: (path, value) => this.#choose({ [path]: typeof value === 'string' ? value : '' }),
    problemOf: (path) => choiceProblem(this.chosen, path),
  };

  protected override get language(): Language {
    return languages.find((language) => language === this.lang) ?? super.language;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#bringPreview();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Ids of another account mean nothing here.
    if (changed.has('facts') && changed.get('facts')) {
      this.#choose({ lang: '', clinic: '', treatment: '', clinician: '' });
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { facts } = this;
    if (!facts) return nothing;
    return html`<div class="columns">
      <div class="fields">
        ${this.#renderWays()} ${this.#renderChoices(facts)} ${this.#renderParts()}
        ${this.#renderLooks(facts)}
      </div>
      <div class="result">${this.#renderPreview(facts)} ${this.#renderCode(facts)}</div>
    </div>`;
  }

  async #bringPreview(): Promise<void> {
    const files = [import('../../define/booking.js'), import('../../define/booking-button.js')];
    this.isPreviewReady = await Promise.all(files).then(
      () => true,
      () => false,
    );
  }

  #choose(change: Partial<EmbedChoices>): void {
    this.chosen = { ...this.chosen, ...change };
    this.copied = undefined;
  }

  #setup(facts: EmbedFacts): EmbedSetup {
    // The button speaks the language of the booking, not that of whoever chooses.
    const spoken = (this.chosen.lang || facts.account.languages[0]) as Language | undefined;
    const column = ['nb', 'sv', 'fi', 'da', 'en'].indexOf(spoken ?? this.language);
    const { linkText, frameTitle } = generatorWords;
    return setupOf(facts, this.chosen, {
      label: linkText[column] ?? linkText[4],
      frameTitle: frameTitle[column] ?? frameTitle[4],
    });
  }

  #renderWays(): TemplateResult {
    const words = this.words(generatorWords);
    return html`<fieldset>
      <legend>${words.way}</legend>
      ${embedWays.map(
        (way) =>
          html`<div class="way">
            <input
              type="radio"
              name="way"
              id=${way}
              aria-describedby="${way}-hint"
              .checked=${way === this.chosen.way}
              @change=${() => this.#choose({ way })}
            />
            <label for=${way}>${words[way]}</label>
            <span class="hint" id="${way}-hint">${words[`${way}Hint`]}</span>
          </div>`,
      )}
    </fieldset>`;
  }

  #renderChoices({ account }: EmbedFacts): TemplateResult {
    const words = this.words(generatorWords);
    const isPage = this.chosen.way === 'link' || this.chosen.way === 'iframe';
    const kinds = [
      ['clinic', account.clinics],
      ['treatment', account.treatments],
      ['clinician', account.clinicians],
    ] as const;
    return html`${selectField({
      ...this.#field('lang', words.language),
      none: isPage ? words.accountLanguage : words.anyLanguage,
      options: account.languages.map((language) => ({
        value: language,
        label: languageName(language, this.language),
      })),
    })}${kinds.map(([kind, records]) =>
      records.length < 2
        ? nothing
        : selectField({
            ...this.#field(kind, words[kind]),
            none: words.nobody,
            options: records.map(({ id, name }) => ({ value: id, label: name })),
          }),
    )}`;
  }

  #renderParts(): TemplateResult | typeof nothing {
    const words = this.words(generatorWords);
    if (this.chosen.way === 'link') return nothing;
    const names = { ...words, language: words.languages };
    const toggle = (part: HideablePart) => {
      const { hide } = this.chosen;
      const isHidden = hide.includes(part);
      const next = hideableParts.filter((each) =>
        each === part ? !isHidden : hide.includes(each),
      );
      this.#choose({ hide: next });
    };
    return html`<fieldset class="parts">
      <legend>${words.hide}</legend>
      ${hideableParts.map(
        (part) =>
          html`<label>
            <input
              type="checkbox"
              .checked=${this.chosen.hide.includes(part)}
              @change=${() => toggle(part)}
            />
            ${names[part]}
          </label>`,
      )}
    </fieldset>`;
  }

  #renderLooks({ hashes }: EmbedFacts): TemplateResult | typeof nothing {
    const words = this.words(generatorWords);
    const { way, platform } = this.chosen;
    if (way === 'link' || way === 'iframe') return nothing;
    return html`${textField({
      ...this.#field('accent', words.accent, words.accentHint),
      maxLength: 7,
      placeholder: '#0a7d75',
    })}${
      hashes && way === 'inline' && platform === 'html'
        ? textField({ ...this.#field('files', words.files, words.filesHint), type: 'url' })
        : nothing
    }`;
  }

  #field(path: keyof EmbedChoices, label: string, hint?: string) {
    const words = this.words(generatorWords);
    const wrong = path === 'accent' ? words.accentWrong : words.filesWrong;
    return { form: this.#form, path, label, hint, problemText: () => wrong };
  }

  #renderPreview(facts: EmbedFacts): TemplateResult {
    const words = this.words(generatorWords);
    const setup = this.#setup(facts);
    const isBooking = setup.way === 'inline' || setup.way === 'iframe';
    return html`<section aria-labelledby="preview">
      <h2 id="preview">${words.preview}</h2>
      <p class="hint">${words.previewHint}</p>
      <div class="stage ${isBooking ? '' : 'empty'}">
        <div class="bar">${words.yourPage}</div>
        <div class="room">
          ${
            isBooking
              ? nothing
              : html`<div class="lines" aria-hidden="true">
                  <span></span><span></span><span></span>
                </div>`
          }
          ${this.isPreviewReady === false ? this.renderUnreachable() : nothing}
          ${this.isPreviewReady ? this.#renderEmbedded(setup, facts) : nothing}
        </div>
      </div>
    </section>`;
  }

  /** A new element for each set of choices: what was chosen in it belongs to the former. */
  #renderEmbedded(setup: EmbedSetup, { account: { languages } }: EmbedFacts): unknown {
    // A frame speaks as the hosted page, not as the page around it.
    const framed = { way: 'inline', language: setup.language || languages[0] } as const;
    const { lang, clinic, treatment, clinician, hide, style } = attributesOf({
      ...setup,
      ...(setup.way === 'iframe' ? framed : {}),
    });
    const { account, way, label } = setup;
    const run = [account, way, lang, clinic, treatment, clinician, hide, style, this.api].join();
    if (way === 'link') return html`<a href=${setup.page || '#'} target="_blank">${label}</a>`;
    if (way === 'inline' || way === 'iframe') {
      return keyed(
        run,
        html`<opus-booking
          account=${account}
          api=${this.api}
          lang=${ifDefined(lang)}
          clinic=${ifDefined(clinic)}
          treatment=${ifDefined(treatment)}
          clinician=${ifDefined(clinician)}
          hide=${ifDefined(hide)}
          style=${ifDefined(style)}
        ></opus-booking>`,
      );
    }
    return keyed(
      run,
      html`<opus-booking-button
        account=${account}
        api=${this.api}
        label=${label}
        lang=${ifDefined(lang)}
        clinic=${ifDefined(clinic)}
        treatment=${ifDefined(treatment)}
        clinician=${ifDefined(clinician)}
        hide=${ifDefined(hide)}
        floating=${ifDefined(way === 'floating' ? 'right' : undefined)}
        style=${ifDefined(style)}
      ></opus-booking-button>`,
    );
  }

  #renderCode(facts: EmbedFacts): TemplateResult {
    const words = this.words(generatorWords);
    const setup = this.#setup(facts);
    const { platform, files, way } = this.chosen;
    const { hashes, page } = facts;
    const isWithoutPage = page === undefined && (way === 'link' || way === 'iframe');
    const isOwn = hashes && files !== '' && choiceProblem(this.chosen, 'files') === undefined;
    const own = isOwn ? { root: files, hashes } : undefined;
    return html`<section aria-labelledby="code">
      <h2 id="code">${words.code}</h2>
      <div class="fields">
        ${selectField({
          ...this.#field('platform', words.platform),
          options: embedPlatforms.map((value) => ({
            value,
            label: platformNames[value] ?? words.html,
          })),
        })}
      </div>
      ${platform === 'gtm' ? html`<p class="hint">${words.gtmHint}</p>` : nothing}
      ${
        isWithoutPage
          ? html`<p class="notice">${words.noPage}</p>`
          : embedCode(setup, platform, own).map((piece, index) => this.#renderPiece(piece, index))
      }
    </section>`;
  }

  #renderPiece({ file, code }: CodePiece, index: number): TemplateResult {
    const words = this.words(generatorWords);
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(code);
        this.copied = index;
      } catch {
        this.copied = -1 - index;
      }
    };
    const said =
      this.copied === index ? words.copied : this.copied === -1 - index ? words.notCopied : '';
    return html`<div class="piece">
      <p class="file" id="file-${index}">${file}</p>
      <pre tabindex="0" role="region" aria-labelledby="file-${index}">${code}</pre>
      <div class="row">
        <button
          class="button ${index === 0 ? 'primary' : ''}"
          type="button"
          aria-describedby="file-${index}"
          @click=${copy}
        >
          ${words.copy}
        </button>
        <span class="hint" role="status">${said}</span>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-embed-generator': EmbedGenerator;
  }
}
