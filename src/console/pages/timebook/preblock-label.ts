import type { PreblockInput } from '../../../contract/index.js';

/** What the timebook has in a preblock: its code before the name, and its words for the staff behind it. */
export function preblockLabel({ name, code, text }: Pick<PreblockInput, 'name' | 'code' | 'text'>) {
  const named = [code?.trim(), name].filter(Boolean).join(' ');
  return text?.trim() ? `${named}: ${text.trim()}` : named;
}
