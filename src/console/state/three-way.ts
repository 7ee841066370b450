import { isEqual } from '../../domain/is-equal.js';

type Plain = Readonly<Record<string, unknown>>;

/** A field that two people have changed to different values. */
export interface FieldConflict {
  /** Such as `fields.email`. */
  readonly path: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** What two people's changes of one record make together. */
export interface ThreeWay<T> {
  /** Their record with what only I have changed. */
  readonly merged: T;
  /** Fields of which one value has to be chosen; `merged` has theirs. */
  readonly conflicts: readonly FieldConflict[];
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Puts my changes of `base` on top of theirs, field by field; fields of an object are looked at one by one, a list is one value.
 */
export function mergeThreeWay<T extends object>(base: T, mine: T, theirs: T): ThreeWay<T> {
  const conflicts: FieldConflict[] = [];
  const merged = mergeFields(base as Plain, mine as Plain, theirs as Plain, '', conflicts);
  return { merged: merged as T, conflicts };
}

function mergeFields(
  base: Plain,
  mine: Plain,
  theirs: Plain,
  prefix: string,
  conflicts: FieldConflict[],
): Plain {
  const merged: Record<string, unknown> = { ...theirs };
  for (const name of new Set([...Object.keys(mine), ...Object.keys(base)])) {
    const [was, own, other] = [base[name], mine[name], theirs[name]];
    if (isEqual(own, was) || isEqual(own, other)) continue;
    const path = prefix + name;
    if (isPlain(own) && isPlain(other)) {
      const before = isPlain(was) ? was : {};
      merged[name] = mergeFields(before, own, other, `${path}.`, conflicts);
    } else if (isEqual(was, other)) {
      merged[name] = own;
    } else {
      conflicts.push({ path, mine: own, theirs: other });
    }
  }
  return merged;
}

const hasFields = (value: unknown): value is Plain | readonly unknown[] =>
  isPlain(value) || Array.isArray(value);

/** A record with one field, named by its path, set to a value; undefined removes it. An entry of a list is named by its place. */
export function withField<T extends object>(record: T, path: string, value: unknown): T {
  const [first = '', ...rest] = path.split('.');
  const { [first]: present, ...others } = record as Plain;
  const next =
    rest.length === 0 ? value : withField(hasFields(present) ? present : {}, rest.join('.'), value);
  if (Array.isArray(record)) {
    return record.map((entry: unknown, index) => (index === Number(first) ? next : entry)) as T;
  }
  return (next === undefined ? others : { ...(record as Plain), [first]: next }) as T;
}

/** Value of a field by its path. */
export function fieldOf(record: object | undefined, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (hasFields(value) ? (value as Plain)[name] : undefined),
      record,
    );
}
