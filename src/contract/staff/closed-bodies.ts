import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.js';

type Definition = z.core.$ZodTypeDef & {
  shape: Record<string, z.core.$ZodType>;
  innerType: z.core.$ZodType;
  element: z.core.$ZodType;
  options: readonly z.core.$ZodType[];
};

/** Types without others inside; what is `unknown` is not read. */
const leaves = new Set(['string', 'number', 'boolean', 'literal', 'enum', 'never', 'unknown']);

/** The schema with every object in it closed, however deep: a field that it does not know is an error. */
export function closed<Schema extends z.core.$ZodType>(schema: Schema): Schema {
  const definition = schema._zod.def as Definition;
  const change = (part: Partial<Definition> & { catchall?: z.core.$ZodType }) =>
    z.clone(schema, { ...definition, ...part }, { parent: true });
  switch (definition.type) {
    case 'object': {
      const fields = Object.entries(definition.shape).map(([name, field]) => [name, closed(field)]);
      const shape = Object.fromEntries(fields) as Definition['shape'];
      return change({ shape, catchall: z.never() });
    }
    case 'optional':
    case 'nullable':
      return change({ innerType: closed(definition.innerType) });
    case 'array':
      return change({ element: closed(definition.element) });
    case 'union':
      return change({ options: definition.options.map((option) => closed(option)) });
    default:
      // One that is not listed here might hide an open object.
      if (!leaves.has(definition.type)) throw new Error(`No way to close ${definition.type}.`);
      return schema;
  }
}

/**
 * The calls with closed bodies: what is misspelt is refused by name, and not ignored. Only for staff: the pages of clinics run
 * widgets of every age, which may send more or less than this version knows.
 */
export function withClosedBodies<const Calls extends Record<string, Endpoint>>(
  calls: Calls,
): Calls {
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      call.body ? { ...call, body: closed(call.body) } : call,
    ]),
  ) as Calls;
}
