// Which lines of docs/requirements.md have a test that names them.

/** Codes of the requirements, in order: lines that start with `- **P-12**`. */
export function codesOf(requirements: string): string[] {
  return itemsOf(requirements).map(({ code }) => code);
}

/** Codes of the lines that end in _(planned)_: they are not built yet, and need no test. */
export function plannedCodes(requirements: string): string[] {
  return itemsOf(requirements)
    .filter(({ text }) => /_\(planned\)_\s*$/.test(text))
    .map(({ code }) => code);
}

/** Each requirement's code and text, up to the next requirement, empty line or heading. */
function itemsOf(requirements: string): { code: string; text: string }[] {
  const item = /^[ \t]*[-*] \*\*([A-Z]-\d{2})\*\*(.*(?:\n(?![ \t]*(?:[-*] |#|$)).*)*)/gm;
  return [...requirements.matchAll(item)].map(([, code = '', text = '']) => ({ code, text }));
}

const title =
  /\b(?:it|test|describe|suite|step)(?:\.[\w.]+)?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1|\bname:\s*(['"])((?:\\.|(?!\3).)*)\3/g;

/** Titles of tests and stories in a source text. */
export function titlesOf(source: string): string[] {
  return [...source.matchAll(title)].map(([, , ofTest, , ofStory]) => ofTest ?? ofStory ?? '');
}

/** Codes that stand in square brackets in a title: `[P-23] keeps …`, `[A-02, A-03] …`. */
export function codesIn(text: string): string[] {
  return [...text.matchAll(/\[([^\]]*)\]/g)].flatMap(
    ([, inside = '']) => inside.match(/[A-Z]-\d{2}/g) ?? [],
  );
}

/** Map of each code to the number of test titles in `sources` that name it. */
export function countTests(
  codes: readonly string[],
  sources: readonly string[],
): Map<string, number> {
  const counts = new Map(codes.map((code) => [code, 0]));
  for (const source of sources) {
    for (const text of titlesOf(source)) {
      for (const code of codesIn(text)) {
        const count = counts.get(code);
        if (count !== undefined) counts.set(code, count + 1);
      }
    }
  }
  return counts;
}

/** Codes named in titles that no requirement has: slips of the pen. */
export function unknownCodes(codes: readonly string[], sources: readonly string[]): string[] {
  const known = new Set(codes);
  const named = sources.flatMap((source) => titlesOf(source).flatMap(codesIn));
  return [...new Set(named)].filter((code) => !known.has(code)).sort();
}

/** Codes that a comment names, ranges such as `P-12 to P-14` spelled out; the weight of one in a range is less. */
export function citedCodes(source: string): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (code: string, weight: number) =>
    weights.set(code, (weights.get(code) ?? 0) + weight);
  for (const [comment] of source.matchAll(/\/\*[\s\S]*?\*\/|\/\/.*/g)) {
    const rest = comment.replaceAll(
      /([A-Z])-(\d{2})\s*(?:\*\s*)?(?:to|–|…|through)\s*\1-(\d{2})/g,
      (_: string, letter: string, from: string, to: string) => {
        for (let number = Number(from); number <= Number(to); number += 1) {
          add(`${letter}-${String(number).padStart(2, '0')}`, 0.5);
        }
        return '';
      },
    );
    for (const code of rest.match(/\b[A-Z]-\d{2}\b/g) ?? []) add(code, 1);
  }
  return weights;
}

/** What a requirement says first, in one short line: its first sentence, or the first two where that is a word or two. */
export function shortWording(requirements: string, code: string): string {
  const lines = requirements.split('\n');
  const from = lines.findIndex((line) => line.includes(`- **${code}** `));
  const after = lines.findIndex((line, index) => index > from && /^\s*($|[-*] |#)/.test(line));
  const plain = lines
    .slice(from, after === -1 ? undefined : after)
    .join(' ')
    .replace(/^.*?\*\*[A-Z]-\d{2}\*\* /, '')
    .replaceAll(/ ?\((?:_[^)]*_|project)\)| ?_\(planned\)_/g, '')
    .replace(/^\([^)]*\) /, '')
    .replaceAll(/\*\*|\b_|_\b/g, '')
    .replaceAll(/\s+/g, ' ');
  const [first = plain, second] = plain.match(/(?:\([^)]*\)|[^(])+?(?:[.;](?= |$)|$)/g) ?? [];
  const sentence = first.length < 25 && second ? first + second : first;
  const short = sentence.trim().replace(/[.;]$/, '');
  if (short.length <= 120) return short;
  const cut = short.slice(0, short.lastIndexOf(' ', 118));
  const isOpen = cut.lastIndexOf('(') > cut.lastIndexOf(')');
  return `${(isOpen ? cut.slice(0, cut.lastIndexOf('(')) : cut).trim().replace(/[,:;]$/, '')} …`;
}
