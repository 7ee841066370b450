import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from '../contract/index.js';
import { languageOf, nearestLanguage } from './languages.js';
import {
  activeLoaders,
  loadLocale,
  wordsOf,
  type AllMessages,
  type Loaders,
} from './load-locale.js';
import { addLocalized, removeLocalized } from './localized-elements.js';

// Not LitElement, whose render() would be part of the type and uses the localizer.
type Host = ReactiveControllerHost & HTMLElement;

type Term<List extends unknown[]> = string | ((...list: List) => string);

/** The parameters of a message; none where it is a plain text. */
type Values<Word> = Word extends (...values: infer List) => string ? List : [];

/**
 * An element's words in its own language: its `lang`, else the nearest `lang` around it, which inside the widget is
 * the widget's, else the browser's, else English. Words are empty until their language is loaded, then the element
 * renders again.
 */
export class Localizer implements ReactiveController {
  constructor(
    private readonly host: Host,
    /** Sets of words that the element uses besides the booking's. */
    ...more: readonly Loaders<Partial<AllMessages>>[]
  ) {
    more.forEach((words) => activeLoaders.add(words));
    host.addController(this);
  }

  hostConnected(): void {
    addLocalized(this.host);
  }

  hostDisconnected(): void {
    removeLocalized(this.host);
  }

  lang(): Language {
    return (
      languageOf(this.host.lang) ??
      nearestLanguage(this.host) ??
      languageOf(navigator.language) ??
      'en'
    );
  }

  term<Key extends keyof AllMessages>(key: Key, ...values: Values<AllMessages[Key]>): string {
    const language = this.lang();
    const word = wordsOf(language)?.[key] as Term<Values<AllMessages[Key]>> | undefined;
    if (word !== undefined) return typeof word === 'string' ? word : word(...values);
    // An element that stands alone loads its words itself; a failure is retried by `load-locale.ts`.
    loadLocale(language).catch(() => undefined);
    return '';
  }
}
