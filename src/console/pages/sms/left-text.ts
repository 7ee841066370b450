import type { Language, SmsLeftOut } from '../../../contract/index.js';
import { listed } from '../../words/dates.js';

/** How many get no message, by the reason: `2 no mobile and 1 wants no SMS`; empty where everybody does. */
export function leftText(
  left: SmsLeftOut,
  words: Record<keyof SmsLeftOut, string>,
  language: Language,
): string {
  const parts = Object.entries(left)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${count} ${words[reason as keyof SmsLeftOut]}`);
  return listed(parts, language);
}
