import type { Language } from '../contract/index.js';

const bySubtag: Readonly<Record<string, Language>> = {
  nb: 'nb',
  no: 'nb',
  nn: 'nb',
  sv: 'sv',
  fi: 'fi',
  da: 'da',
  en: 'en',
};

/** The supported language of a BCP 47 tag (`no`, `nn` and `nb-NO` are `nb`), or undefined. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  return bySubtag[(tag ?? '').toLowerCase().split(/[-_]/)[0] ?? ''];
}

/**
 * The language that an element speaks: that of its own `lang`, else the first that fits of the page's and the browser's, else the
 * account's first. `spoken` are the account's; while they are not known every language fits.
 */
export function likelyLanguage(element: Element, spoken?: readonly Language[]): Language {
  const own = languageOf((element as HTMLElement).lang);
  const likely = [nearestLanguage(element), ...navigator.languages.map(languageOf)];
  const fits = (language: Language | undefined) =>
    language !== undefined && (spoken?.includes(language) ?? true);
  return own ?? likely.find(fits) ?? spoken?.[0] ?? 'en';
}

/** The language of the nearest `lang` attribute around an element, outside its shadow root too. */
export function nearestLanguage(element: Element): Language | undefined {
  for (let node: Element | null = element; node;) {
    const holder: Element | null = node.closest('[lang]');
    if (holder) return languageOf(holder.getAttribute('lang'));
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}
