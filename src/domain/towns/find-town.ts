import type { Language, Market } from '../../contract/index.js';
import { parsePostalCode } from '../postal-code.js';
import { townTables } from './town-tables.js';

/** The name in a table, as tools/towns.ts writes it, of a postcode; `last` is the number before the table's first. */
function nameIn(table: string, code: number, last: number): string {
  for (const line of table.split('\n')) {
    const [name = '', gap, more] = line.split(';');
    last += Number(gap || 1);
    if (code < last) return '';
    last += Number(more ?? 0);
    if (code <= last) return name;
  }
  return '';
}

/**
 * The town of a postcode as typed, as the market's post writes it, in Finland by its Swedish name for who reads Swedish;
 * empty where none is known: in Sweden and Denmark, for most that nobody has, and without a connection.
 */
export async function findTown(market: Market, language: Language, text: string): Promise<string> {
  const parsed = parsePostalCode(market, text);
  const tables = townTables[market];
  if (!parsed.ok || !tables) return '';
  const code = Number(parsed.value.normalized);
  const share = 10 ** parsed.value.normalized.length / tables.length;
  const part = Math.floor(code / share);
  const table = await tables[part]?.().catch(() => undefined);
  const [name = '', swedish = name] = nameIn(table?.towns ?? '', code, part * share - 1).split('/');
  return language === 'sv' ? swedish : name;
}
