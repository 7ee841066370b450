import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Account } from '../../../contract/index.js';
import { parseHex } from '../../../domain/contrast.js';
import { selectField, textField } from '../../parts/fields.js';
import type { FieldBinding } from '../../parts/fields.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import type { EmbedSetup, OwnFiles } from '../../state/embed-code.js';
import { linkCode, serviceRoot, widgetCode } from '../../state/embed-code.js';
import { Loaded } from '../../state/loaded.js';
import { languageName } from '../../words/language-name.js';
import { embedWords } from './embed-words.js';

/** What the code is made of, as far as it is the same for all choices. */
interface Facts {
  readonly account: Pick<Account, 'clinics' | 'languages'>;
  readonly service: string;
  /** Undefined where the service does not know it. */
  readonly page: string | undefined;
  /** Hashes of the files; undefined where they lie elsewhere. */
  readonly hashes: OwnFiles['hashes'] | undefined;
}

type Way = 'widget' | 'link';
const ways: readonly Way[] = ['widget', 'link'];
/** What is chosen at first: nothing beforehand. */
const nothingChosen = { lang: '', clinic: '', accent: '', files: '' };
type Choice = keyof typeof nothingChosen;

/** Whether a text is the address of a folder that is served by HTTPS. */
function isHttpsFolder(text: string): boolean {
  if (!/^https:\/\/[^\s"<>?#]*\/$/.test(text)) return false;
  try {
    return Boolean(new URL(text).host);
  } catch {
    return false;
  }
}

/** Code for the clinic's own website (S-08): the widget inside a page, or a link to the hosted page. */
export class EmbedSection extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      fieldset {
        display: grid;
        gap: 12px;
        margin: 0;
        padding: 0;
        border: 0;
      }

      .section {
        margin-block-start: 40px;
      }

      legend {
        margin-block-end: 8px;
        padding: 0;
        font-weight: 600;
      }

      .way {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 12px;
        align-items: center;
      }

      .way .hint {
        grid-column: 2;
      }

      .note {
        margin-block-start: 16px;
      }

      pre {
        margin: 0 0 16px;
        padding: 12px 16px;
        border-radius: var(--_radius);
        background: var(--_accent-soft);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
    `,
  ];

  readonly #facts = new Loaded<Facts>(this);
  @state() private way: Way = 'widget';
  @state() private chosen: typeof nothingChosen = nothingChosen;
  @state() private said: 'copied' | 'notCopied' | undefined;

  readonly #form: FieldBinding = {
    valueOf: (path) => this.chosen[path as Choice],
    set: (path, value) => {
      this.chosen = { ...this.chosen, [path]: typeof value === 'string' ? value : '' };
      this.said = undefined;
    },
    problemOf: (path) => this.#problemOf(path as Choice),
  };

  protected override open(): void {
    const { api } = this.console!;
    void this.#facts.load(async () => {
      const [{ data }, account, hashes] = await Promise.all([
        api.call('subdomain'),
        api.fetch(`${api.url}/v1/accounts/${api.account}`),
        readHashes(api),
      ]);
      return {
        account: (await account.json()) as Account,
        service: serviceRoot(
          data.address,
          api.account,
          new URL(api.url || '/', location.href).href,
        ),
        page: data.address?.replace('{name}', data.name),
        hashes,
      };
    });
  }

  protected override render(): TemplateResult {
    const words = this.words(embedWords);
    return html`<p class="lead">${words.lead}</p>
      ${this.renderLoaded(this.#facts, (facts) => this.#renderChoices(facts))}`;
  }

  #renderChoices(facts: Facts): TemplateResult {
    const words = this.words(embedWords);
    const code = this.#code(facts);
    return html`<div class="fields">
        ${this.#renderWays()} ${this.#renderLanguage(facts)} ${this.#renderClinic(facts)}
        ${this.way === 'widget' ? this.#renderWidgetFields(facts) : nothing}
      </div>
      <section class="section" aria-labelledby="code">
        <h2 id="code">${words.code}</h2>
        ${code === undefined ? html`<p class="notice">${words.noPage}</p>` : this.#renderCode(code)}
        ${this.way === 'widget' ? html`<p class="hint note">${words.login}</p>` : nothing}
      </section>`;
  }

  #renderWays(): TemplateResult {
    const words = this.words(embedWords);
    return html`<fieldset>
      <legend>${words.way}</legend>
      ${ways.map(
        (way) =>
          html`<div class="way">
            <input
              type="radio"
              name="way"
              id=${way}
              aria-describedby="${way}-hint"
              .checked=${way === this.way}
              @change=${() => {
                this.way = way;
                this.said = undefined;
              }}
            />
            <label for=${way}>${words[way]}</label>
            <span class="hint" id="${way}-hint">${words[`${way}Hint`]}</span>
          </div>`,
      )}
    </fieldset>`;
  }

  #renderLanguage({ account }: Facts): TemplateResult {
    const words = this.words(embedWords);
    return selectField({
      ...this.#field('lang', words.language),
      none: this.way === 'widget' ? words.anyLanguage : words.accountLanguage,
      options: account.languages.map((language) => ({
        value: language,
        label: languageName(language, this.language),
      })),
    });
  }

  #renderClinic({ account }: Facts): TemplateResult | typeof nothing {
    const words = this.words(embedWords);
    if (account.clinics.length < 2) return nothing;
    return selectField({
      ...this.#field('clinic', words.clinic),
      none: words.anyClinic,
      options: account.clinics.map(({ id, name }) => ({ value: id, label: name })),
    });
  }

  #renderWidgetFields({ hashes }: Facts): TemplateResult {
    const words = this.words(embedWords);
    return html`${textField({
      ...this.#field('accent', words.accent, words.accentHint),
      maxLength: 7,
      placeholder: '#0a7d75',
    })}${
      hashes
        ? textField({ ...this.#field('files', words.files, words.filesHint), type: 'url' })
        : nothing
    }`;
  }

  #renderCode(code: string): TemplateResult {
    const words = this.words(embedWords);
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(code);
        this.said = 'copied';
      } catch {
        this.said = 'notCopied';
      }
    };
    return html`<pre tabindex="0">${code}</pre>
      <div class="row">
        <button class="button primary" type="button" @click=${copy}>${words.copy}</button>
        <span class="hint" role="status">${this.said ? words[this.said] : ''}</span>
      </div>`;
  }

  #field(path: Choice, label: string, hint?: string) {
    const words = this.words(embedWords);
    const wrong = path === 'accent' ? words.accentWrong : words.filesWrong;
    return { form: this.#form, path, label, hint, problemText: () => wrong };
  }

  #problemOf(path: Choice): string | undefined {
    const value = this.chosen[path];
    if (value === '') return undefined;
    if (path === 'accent' && !parseHex(value)) return 'format';
    return path === 'files' && !isHttpsFolder(value) ? 'format' : undefined;
  }

  /** The code as chosen, without what is wrong; undefined where there is no page to link to. */
  #code({ service, page, hashes }: Facts): string | undefined {
    const { lang, clinic, accent, files } = this.chosen;
    const setup: EmbedSetup = {
      account: this.console!.api.account,
      service,
      page: page ?? '',
      language: lang as EmbedSetup['language'],
      clinic,
      accent: this.#problemOf('accent') ? '' : accent,
    };
    if (this.way === 'link') {
      return page === undefined ? undefined : linkCode(setup, this.words(embedWords).linkText);
    }
    const isOwn = hashes && files !== '' && !this.#problemOf('files');
    return widgetCode(setup, isOwn ? { root: files, hashes } : undefined);
  }
}

/** The hashes of this release's files, where the service serves them. */
async function readHashes(api: {
  url: string;
  fetch: typeof fetch;
}): Promise<OwnFiles['hashes'] | undefined> {
  try {
    const response = await api.fetch(`${api.url}/cdn/integrity.json`);
    return response.ok ? ((await response.json()) as OwnFiles['hashes']) : undefined;
  } catch {
    return undefined;
  }
}
