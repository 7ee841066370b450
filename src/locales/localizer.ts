import { ContextConsumer } from '@lit/context';
import { LocalizeController, type FunctionParams } from '@shoelace-style/localize';
import type { ReactiveControllerHost } from 'lit';
import type { Language } from '../contract/index.js';
import { languageContext } from './language-context.js';
import { languageOf, nearestLanguage } from './languages.js';
import { isLocaleLoaded, loadLocale } from './load-locale.js';
import type { Messages } from './messages.js';

// Not LitElement: its render() would be part of the type, and render() speaks through the localizer.
type Host = ReactiveControllerHost & HTMLElement;

/**
 * An element's words in its own language: its `lang`, else the widget's around it, else the nearest `lang`, else
 * the browser's, else English. Words are empty until their language is loaded, then the element renders again.
 */
export class Localizer extends LocalizeController<Messages> {
  private readonly context: ContextConsumer<typeof languageContext, Host>;

  constructor(private readonly element: Host) {
    super(element);
    this.context = new ContextConsumer(element, { context: languageContext, subscribe: true });
  }

  override lang(): Language {
    return (
      languageOf(this.element.lang) ??
      this.context.value ??
      nearestLanguage(this.element) ??
      languageOf(navigator.language) ??
      'en'
    );
  }

  override term<K extends keyof Messages>(key: K, ...args: FunctionParams<Messages[K]>): string {
    const language = this.lang();
    if (isLocaleLoaded(language)) return super.term(key, ...args);
    // An element on its own has nobody to load its words; a failed load is tried again at the next render.
    loadLocale(language).catch(() => undefined);
    return '';
  }
}
