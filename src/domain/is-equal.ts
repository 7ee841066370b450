/** True for two plain values with the same content, at any depth; what is undefined counts as missing. */
export function isEqual(one: unknown, other: unknown): boolean {
  return (
    one === other ||
    (isRecord(one) &&
      isRecord(other) &&
      Object.keys({ ...one, ...other }).every((key) => isEqual(one[key], other[key])))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value instanceof Object;
}
