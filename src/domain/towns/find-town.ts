import type { Language, Market } from '../../contract/index.js';
import { parsePostalCode } from '../postal-code.js';

type Table = () => Promise<{ towns: string }>;

/** By the first digit of a postcode, so that a patient loads a tenth of a country; one import each, for every bundler. */
const tables: Partial<Record<Market, readonly Table[]>> = {
  NO: [
    () => import('./norway-0.js'),
    () => import('./norway-1.js'),
    () => import('./norway-2.js'),
    () => import('./norway-3.js'),
    () => import('./norway-4.js'),
    () => import('./norway-5.js'),
    () => import('./norway-6.js'),
    () => import('./norway-7.js'),
    () => import('./norway-8.js'),
    () => import('./norway-9.js'),
  ],
  FI: [
    () => import('./finland-0.js'),
    () => import('./finland-1.js'),
    () => import('./finland-2.js'),
    () => import('./finland-3.js'),
    () => import('./finland-4.js'),
    () => import('./finland-5.js'),
    () => import('./finland-6.js'),
    () => import('./finland-7.js'),
    () => import('./finland-8.js'),
    () => import('./finland-9.js'),
  ],
};

/** The name in a table whose postcodes have `code`: `name:first,step,step` a line, in base 36. */
function nameIn(table: string, code: number): string {
  for (const line of table.split('\n')) {
    const [name = '', steps = ''] = line.split(':');
    let at = 0;
    for (const step of steps.split(',')) {
      at += parseInt(step, 36);
      if (at === code) return name;
    }
  }
  return '';
}

/**
 * The town of a postcode as typed, as the market's post writes it, in Finland by its Swedish name for who reads Swedish;
 * empty where none is known: in Sweden and Denmark, for a postcode that is newer than the table, or without a connection.
 */
export async function findTown(market: Market, language: Language, text: string): Promise<string> {
  const parsed = parsePostalCode(market, text);
  if (!parsed.ok) return '';
  const { normalized } = parsed.value;
  const loaded = await tables[market]?.[Number(normalized[0])]?.().catch(() => undefined);
  const [name = '', swedish = name] = nameIn(loaded?.towns ?? '', Number(normalized)).split('/');
  return language === 'sv' ? swedish : name;
}
