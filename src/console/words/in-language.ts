import type { Language } from '../../contract/index.js';

/** A text in the five languages of the console (C-14), in this order. */
export type InFive = readonly [nb: string, sv: string, fi: string, da: string, en: string];

const order: readonly Language[] = ['nb', 'sv', 'fi', 'da', 'en'];

/** The texts of a table in one language. */
export function inLanguage<Table extends Readonly<Record<string, InFive>>>(
  table: Table,
  language: Language,
): Record<keyof Table, string> {
  const column = order.indexOf(language);
  const texts = Object.entries(table).map(([key, five]) => [key, five[column]]);
  return Object.fromEntries(texts) as Record<keyof Table, string>;
}

/** A text with values in place of `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
