/** Milliseconds from one instant (ISO 8601 with offset) to another. */
export const millisecondsBetween = (one: string, other: string): number =>
  Date.parse(other) - Date.parse(one);

/** An instant so many milliseconds after another one, UTC. */
export const laterBy = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

/** Instants (ISO 8601, whatever their offsets) in the order of time, for `sort`. */
export const compareInstants = (one: string, other: string): number =>
  millisecondsBetween(other, one);
