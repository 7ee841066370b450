import { isEqual } from '../../src/domain/is-equal.js';

/** A record as a call answers it: plain JSON. */
export type RecordValue = Readonly<Record<string, unknown>>;

/** Whether a value is looked into: lists count as a whole, and so do images, which are named by `type`, and owners of lists. */
function hasFields(value: unknown): value is RecordValue {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('hash' in value) &&
    !('base64' in value) &&
    !('kind' in value)
  );
}

/** The value without fields that are null or missing, however deep: both mean that there is nothing. */
export function withoutNulls(value: RecordValue): RecordValue {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined)
      .map(([key, part]) => [key, hasFields(part) ? withoutNulls(part) : part]),
  );
}

/** Paths of the fields in which two records differ, such as `fields.email`, in the order of their names. */
export function changedPaths(
  before: RecordValue | undefined,
  after: RecordValue | undefined,
): string[] {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort();
  return keys.flatMap((key) => {
    const [one, other] = [before?.[key] ?? null, after?.[key] ?? null];
    if (isEqual(one, other)) return [];
    const isOpen = [one, other].every((part) => part === null || hasFields(part));
    if (!isOpen) return [key];
    const inner = changedPaths((one ?? {}) as RecordValue, (other ?? {}) as RecordValue);
    return inner.map((path) => `${key}.${path}`);
  });
}

/** What a record has at some paths; null where it has nothing there. */
export function partOf(value: RecordValue, paths: readonly string[]): RecordValue {
  return paths.reduce<RecordValue>((part, path) => withValue(part, path, valueAt(value, path)), {});
}

/** A record with what a part of another one has at some paths; null where that has nothing. */
export function withPart(
  value: RecordValue,
  part: RecordValue,
  paths: readonly string[],
): RecordValue {
  return paths.reduce((whole, path) => withValue(whole, path, valueAt(part, path)), value);
}

function valueAt(value: RecordValue, path: string): unknown {
  const found = path
    .split('.')
    .reduce<unknown>((inner, key) => (hasFields(inner) ? inner[key] : undefined), value);
  return found ?? null;
}

function withValue(value: RecordValue, path: string, part: unknown): RecordValue {
  const [key, ...rest] = path.split('.') as [string, ...string[]];
  if (rest.length === 0) return { ...value, [key]: part };
  const inner = value[key];
  return { ...value, [key]: withValue(hasFields(inner) ? inner : {}, rest.join('.'), part) };
}

/** A value with what a part of another one has, field by field, however deep. */
export function merged(value: RecordValue, part: RecordValue): RecordValue {
  const given = Object.entries(part).filter(([, one]) => one !== undefined);
  return {
    ...value,
    ...Object.fromEntries(
      given.map(([key, one]) => {
        const inner = value[key];
        return [key, hasFields(inner) && hasFields(one) ? merged(inner, one) : one];
      }),
    ),
  };
}

/** JSON of a value with its fields in the order of their names, so that equal values have one text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
