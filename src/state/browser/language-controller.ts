import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from '../../contract/index.js';
import { likelyLanguage } from '../../locales/languages.js';
import {
  loadFirstWords,
  loadLocale,
  retryDelay,
  wordsPatience,
} from '../../locales/load-locale.js';
import { updateLocalized } from '../../locales/localized-elements.js';

/** The widget's language: the host's, else the browser's where the account speaks it; or what the patient chose. */
export class LanguageController implements ReactiveController {
  /** The language in use: its words are there. Undefined until the first are. */
  current: Language | undefined;
  /** True when the first words could not be loaded, or take too long: nothing can be said in any language. */
  isLate = false;
  /** Resolves when the first words are there. */
  readonly ready: Promise<void>;
  #isReady: () => void = () => undefined;
  /** The language whose words were asked for last. */
  wanted: Language = 'en';
  #request: Language | undefined;
  #isChosen = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    this.ready = new Promise((done) => (this.#isReady = done));
    host.addController(this);
  }

  hostConnected(): void {
    this.follow();
  }

  /** Looks again at what the page around says; what the patient chose stays. `spoken` are the account's languages. */
  follow(spoken?: readonly Language[]): void {
    if (this.#isChosen) return;
    void this.#use(likelyLanguage(this.host, spoken));
  }

  /** The patient chose a language: it stays, whatever the page says. */
  choose(language: Language): void {
    this.#isChosen = true;
    void this.#use(language);
  }

  /** The old words stay until the new ones are there. */
  async #use(language: Language): Promise<void> {
    if (language === this.#request) return;
    this.#request = this.wanted = language;
    this.#timer ??= setTimeout(() => this.#setLate(true), wordsPatience);
    try {
      // Before the first step there is not much to say.
      await (this.current ? loadLocale : loadFirstWords)(language);
    } catch {
      // Nothing can be said without words: asked again until they come.
      if (this.#request !== language) return;
      this.#setLate(true);
      this.#request = undefined;
      setTimeout(() => void (this.#request ?? this.#use(language)), retryDelay);
      return;
    }
    if (this.#request !== language) return;
    this.current = language;
    clearTimeout(this.#timer);
    this.#isReady();
    this.#setLate(false);
    // Everything inside speaks the language that the host has rendered around it.
    await this.host.updateComplete;
    updateLocalized();
  }

  #setLate(isLate: boolean): void {
    this.isLate = isLate && !this.current;
    this.host.requestUpdate();
  }
}
