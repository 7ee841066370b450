import { stepOf } from '../../domain/deep-link.js';
import { languageOf } from '../../locales/languages.js';

const views = ['booking', 'login', 'appointments'];

/** True when something of what a page has set is no word that is known. */
export function isOdd({
  lang,
  view,
  step,
}: {
  readonly lang?: string;
  readonly view?: string;
  readonly step?: string;
}): boolean {
  return Boolean(
    (lang && !languageOf(lang)) || (view && !views.includes(view)) || (step && !stepOf(step)),
  );
}
