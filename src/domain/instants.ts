/** Milliseconds from one instant (ISO 8601 with offset) to another. */
export const millisecondsBetween = (one: string, other: string): number =>
  Date.parse(other) - Date.parse(one);

/** Instants (ISO 8601, whatever their offsets) in the order of time, for `sort`. */
export const compareInstants = (one: string, other: string): number =>
  millisecondsBetween(other, one);
