import fc from 'fast-check';
import * as z from 'zod/mini';

/** What is read of a JSON schema. */
interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
}

/** Values of a field by its name, wherever it stands: such as ids of what there is. */
export type FieldArbitraries = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** Values that a schema of the contract takes; those of some fields are given, and some are always there. */
export function arbitraryOf(
  schema: z.ZodMiniType,
  fields: FieldArbitraries,
  always: readonly string[] = [],
): fc.Arbitrary<Record<string, unknown>> {
  const json = z.toJSONSchema(schema, { io: 'input' }) as Schema;
  return valueOf(json, fields, always) as fc.Arbitrary<Record<string, unknown>>;
}

function valueOf(
  schema: Schema,
  fields: FieldArbitraries,
  always: readonly string[],
): fc.Arbitrary<unknown> {
  const inner = (part: Schema) => valueOf(part, fields, always);
  const { type } = schema;
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => inner({ ...schema, type: one })));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(inner));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number': {
      const { minimum = 0, maximum = 1000 } = schema;
      return type === 'integer'
        ? fc.integer({ min: minimum, max: maximum })
        : fc.double({ min: minimum, max: maximum, noNaN: true }).map((value) => value || 0);
    }
    case 'array':
      return fc.array(inner(schema.items!), { maxLength: 3 });
    case 'object': {
      const parts = Object.entries(schema.properties!).map(
        ([name, part]) => [name, fields[name] ?? inner(part)] as const,
      );
      const requiredKeys = [...(schema.required ?? []), ...always].filter(
        (name) => name in schema.properties!,
      );
      return fc.record(Object.fromEntries(parts), { requiredKeys });
    }
    case 'string':
      return text(schema);
    default:
      throw new Error(`No values for ${JSON.stringify(schema)}.`);
  }
}

/** Text of any script without spaces at its ends, which are cut off, and without what no text may hold. */
function text({ minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  return fc
    .string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 60) })
    .map((value) => value.replace(/\0/g, '').trim().slice(0, maxLength))
    .filter((value) => value.length >= minLength && !/\p{Surrogate}/u.test(value));
}
