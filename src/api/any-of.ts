import type { Schema } from './http-caller.js';

/** A schema that takes what one of several takes. Zod's union does the same, but weighs 0.3 kB in every page. */
export function anyOf<T>(first: Schema<T>, ...others: readonly Schema<T>[]): Schema<T> {
  return {
    safeParse: (answer) =>
      others.map((schema) => schema.safeParse(answer)).find(({ success }) => success) ??
      first.safeParse(answer),
  };
}
