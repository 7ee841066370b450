import { ContextConsumer } from '@lit/context';
import { html, LitElement } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { Language, StaffRight } from '../../contract/index.js';
import type { StaffError } from '../api/staff-error.js';
import { consoleStyles } from '../look/console-styles.js';
import { consoleContext, languageContext, mayEverywhere } from '../state/console-context.js';
import type { ConsoleContext } from '../state/console-context.js';
import { fill, inLanguage } from '../words/in-language.js';
import type { InFive } from '../words/in-language.js';
import { failureWords, fieldProblemWords } from '../words/problem-words.js';
import { rightWords, shellWords } from '../words/shell-words.js';

/** Base of the console's pages and parts: they know who is signed in, and speak that person's language. */
export abstract class ConsoleElement extends LitElement {
  static override styles: CSSResultGroup = consoleStyles;

  readonly #context = new ContextConsumer(this, {
    context: consoleContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });
  readonly #language = new ContextConsumer(this, {
    context: languageContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });
  #wordsFor: string | undefined;
  readonly #words = new Map<object, unknown>();

  /** Undefined outside of an `<opus-console>`. */
  protected get console(): ConsoleContext | undefined {
    return this.#context.value;
  }

  protected get language(): Language {
    return this.#language.value ?? 'en';
  }

  /** The texts of a table in the person's language. */
  protected words<Table extends Readonly<Record<string, InFive>>>(
    table: Table,
  ): Record<keyof Table, string> {
    const { language } = this;
    if (this.#wordsFor !== language) this.#words.clear();
    this.#wordsFor = language;
    const known = this.#words.get(table) ?? inLanguage(table, language);
    this.#words.set(table, known);
    return known as Record<keyof Table, string>;
  }

  protected get shell(): Record<keyof typeof shellWords, string> {
    return this.words(shellWords);
  }

  /** Why something is greyed: the right that is missing; undefined where the person has it (C-01). */
  protected reasonWithout(right: StaffRight): string | undefined {
    const me = this.console?.me;
    if (!me || mayEverywhere(me, right)) return undefined;
    return this.missing(right);
  }

  /** What somebody without a right is told. */
  protected missing(right: StaffRight): string {
    return fill(this.shell.missingRight, { right: this.words(rightWords)[right] });
  }

  /** A failure in words, with a way on. */
  protected failureText({ code, right }: StaffError): string {
    if (code === 'not-allowed' && right) return this.missing(right);
    const words = this.words(failureWords);
    return code in words ? words[code as keyof typeof words] : words.other;
  }

  /** Stands where a part would be whose file does not come. */
  protected renderUnreachable(): TemplateResult {
    return html`<p class="notice problem" role="alert">${this.words(failureWords).unreachable}</p>`;
  }

  /** What is wrong with a field, in words. */
  protected problemText(code: string): string {
    const words = this.words(fieldProblemWords);
    return code in words ? words[code as keyof typeof words] : words.value;
  }
}
