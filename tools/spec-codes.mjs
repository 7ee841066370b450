// Which lines of docs/requirements.md have a test that names them.

/** Codes of the requirements, in order: lines that start with `- **P-12**`. */
export function codesOf(requirements) {
  return [...requirements.matchAll(/^\s*[-*] \*\*([A-Z]-\d{2})\*\*/gm)].map(([, code]) => code);
}

const title =
  /\b(?:it|test|describe|suite|step)(?:\.[\w.]+)?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1|\bname:\s*(['"])((?:\\.|(?!\3).)*)\3/g;

/** Titles of tests and stories in a source text. */
export function titlesOf(source) {
  return [...source.matchAll(title)].map(([, , ofTest, , ofStory]) => ofTest ?? ofStory);
}

/** Codes that stand in square brackets in a title: `[P-23] keeps …`, `[A-02, A-03] …`. */
export function codesIn(text) {
  return [...text.matchAll(/\[([^\]]*)\]/g)].flatMap(
    ([, inside]) => inside.match(/[A-Z]-\d{2}/g) ?? [],
  );
}

/** Map of each code to the number of test titles in `sources` that name it. */
export function countTests(codes, sources) {
  const counts = new Map(codes.map((code) => [code, 0]));
  for (const source of sources) {
    for (const text of titlesOf(source)) {
      for (const code of codesIn(text)) {
        if (counts.has(code)) counts.set(code, counts.get(code) + 1);
      }
    }
  }
  return counts;
}

/** Codes named in titles that no requirement has: slips of the pen. */
export function unknownCodes(codes, sources) {
  const known = new Set(codes);
  const named = sources.flatMap((source) => titlesOf(source).flatMap(codesIn));
  return [...new Set(named)].filter((code) => !known.has(code)).sort();
}
