import type { SmsSearch } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import { byteOrderMark, csvLines } from './csv.js';
import type { Message } from './message-row.js';

/** The most that one call answers. */
const pageSize = 1000;

/**
 * All messages that a search finds as a CSV file, page by page, so that no text of hundreds of thousands is made in one piece.
 * `toRow` writes one, `tell` hears how many there are so far; rejects with a `StaffError`, or as the signal says.
 */
export async function exportMessages(
  api: StaffApi,
  search: SmsSearch,
  {
    head,
    toRow,
    tell,
    signal,
  }: {
    head: readonly string[];
    toRow: (message: Message) => readonly string[];
    tell: (count: number) => void;
    signal: AbortSignal;
  },
): Promise<{ file: Blob; count: number }> {
  const parts = [byteOrderMark + csvLines([head])];
  let count = 0;
  let cursor: string | undefined;
  do {
    const body = { ...search, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = await api.call('searchMessages', { body, signal });
    parts.push(csvLines(data.items.map(toRow)));
    count += data.items.length;
    tell(count);
    cursor = data.next;
  } while (cursor !== undefined);
  return { file: new Blob(parts, { type: 'text/csv;charset=utf-8' }), count };
}
