import type { Schema } from './http-caller.js';

/** A schema of a booking that also takes the answer of a service of version 0.1, which calls the booking's `id` `booking`. */
export function withFormerId<T>(schema: Schema<T>): Schema<T> {
  return {
    safeParse: (answer) =>
      schema.safeParse({
        id: (answer as { booking?: unknown } | null)?.booking,
        ...(answer as object),
      }),
  };
}
