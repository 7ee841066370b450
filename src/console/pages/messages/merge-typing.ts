/** The beginning of a merge field that somebody is typing. */
export interface TypedField {
  /** Where its bracket stands. */
  readonly start: number;
  /** What stands after the bracket, up to the cursor. */
  readonly query: string;
}

/** A field's name is shorter, and what people call it too. */
const longest = 40;

/** The field that is being typed at the cursor; undefined where none is open. */
export function typedFieldAt(text: string, cursor: number): TypedField | undefined {
  const before = text.slice(Math.max(0, cursor - longest), cursor);
  const [whole, query = ''] = /\[([^[\]\n]*)$/.exec(before) ?? [];
  return whole === undefined ? undefined : { start: cursor - whole.length, query };
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();

/** Fields whose name, or what they are called in `labels`, has the typed words in it; those that begin with them come first. */
export function fieldsMatching<Field extends string>(
  query: string,
  labels: Readonly<Record<Field, string>>,
): Field[] {
  const wanted = fold(query);
  const fields = Object.keys(labels) as Field[];
  const names = (field: Field) => [fold(field), fold(labels[field])];
  const found = fields.filter((field) => names(field).some((name) => name.includes(wanted)));
  const isFirst = (field: Field) => names(field).some((name) => name.startsWith(wanted));
  return [...found.filter(isFirst), ...found.filter((field) => !isFirst(field))];
}

/** A text with a field in place of what stands from `start` to `end`; the cursor goes behind it. */
export function withField(
  text: string,
  { start, end }: { start: number; end: number },
  field: string,
): { text: string; cursor: number } {
  const written = `[${field}]`;
  const rest = text.slice(end);
  // What is left of a field that was changed goes with its bracket.
  const behind = text[start] === '[' ? rest.replace(/^[\p{L}\w]*\]/u, '') : rest;
  return { text: text.slice(0, start) + written + behind, cursor: start + written.length };
}
