import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from '../contract/index.js';
import { languageOf, nearestLanguage } from './languages.js';
import { loadLocale, spoken, wordsOf, type AllMessages, type Loaders } from './load-locale.js';
import { addSpeaker, removeSpeaker } from './speakers.js';

// Not LitElement: its render() would be part of the type, and render() speaks through the localizer.
type Host = ReactiveControllerHost & HTMLElement;

type Term<List extends unknown[]> = string | ((...list: List) => string);

/** What a word is put together from; nothing where it is a plain text. */
type Values<Word> = Word extends (...values: infer List) => string ? List : [];

/**
 * An element's words in its own language: its `lang`, else the nearest `lang` around it, which inside the widget is
 * the widget's, else the browser's, else English. Words are empty until their language is loaded, then the element
 * renders again.
 */
export class Localizer implements ReactiveController {
  constructor(
    private readonly host: Host,
    /** Sets of words besides those of the booking. */
    ...more: readonly Loaders<Partial<AllMessages>>[]
  ) {
    more.forEach((words) => spoken.add(words));
    host.addController(this);
  }

  hostConnected(): void {
    addSpeaker(this.host);
  }

  hostDisconnected(): void {
    removeSpeaker(this.host);
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
    // An element on its own has nobody to load its words; what does not come is asked for again by itself.
    loadLocale(language).catch(() => undefined);
    return '';
  }
}
