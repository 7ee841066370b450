import type { SmsLength } from '../../../contract/index.js';
import { fill } from '../../words/in-language.js';

/** How long an SMS is, in words. */
export function lengthText(
  { units, parts }: SmsLength,
  words: { readonly length: string; readonly lengthOne: string },
): string {
  return fill(parts === 1 ? words.lengthOne : words.length, { units, parts });
}
