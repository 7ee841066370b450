// Values that a JSON schema of the OpenAPI document describes, with a liking for its limits.
import fc from 'fast-check';

/** A JSON schema, as far as the contract's schemas become one. */
export interface JsonSchema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
}

type Random = () => number;

export const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)]!;

const byPattern = new Map<string, fc.Arbitrary<string>>();

function stringMatching(pattern: string, random: Random): string {
  let arbitrary = byPattern.get(pattern);
  if (!arbitrary) {
    const whole = new RegExp(pattern);
    // fast-check knows no lookahead: what it makes without one is tried against the whole.
    const simple = pattern.replaceAll(/\(\?[=!][^()]*\)/g, '');
    arbitrary = fc.stringMatching(new RegExp(simple)).filter((text) => whole.test(text));
    byPattern.set(pattern, arbitrary);
  }
  return fc.sample(arbitrary, { numRuns: 1, seed: Math.floor(random() * 2 ** 31) })[0]!;
}

/** One value that the schema describes. */
export function schemaValue(schema: JsonSchema, random: Random): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(random, schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return schemaValue(pick(random, options), random);
  const type = Array.isArray(schema.type) ? pick(random, schema.type) : schema.type;
  switch (type) {
    case 'object':
      return objectValue(schema, random);
    case 'array': {
      const { minItems = 0, maxItems = Infinity, items = {} } = schema;
      const length = Math.min(maxItems, minItems + Math.floor(random() * 3));
      return Array.from({ length }, () => schemaValue(items, random));
    }
    case 'integer':
    case 'number':
      return numberValue(schema, random, type === 'integer');
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    default:
      return stringValue(schema, random);
  }
}

function objectValue(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  random: Random,
): unknown {
  const fields = Object.entries(properties)
    .filter(([name]) => required.includes(name) || random() < 0.5)
    .map(([name, schema]) => [name, schemaValue(schema, random)] as const);
  const more =
    typeof additionalProperties === 'object'
      ? [['x', schemaValue(additionalProperties, random)] as const]
      : [];
  return Object.fromEntries([...fields, ...more]);
}

function numberValue(schema: JsonSchema, random: Random, isWhole: boolean): number {
  const least = schema.minimum ?? (schema.exclusiveMinimum ?? -1_000_000) + (isWhole ? 1 : 0.5);
  const most = schema.maximum ?? (schema.exclusiveMaximum ?? 1_000_000) - (isWhole ? 1 : 0.5);
  const dice = random();
  if (dice < 0.2) return least;
  if (dice < 0.4) return most;
  const value = least + random() * (most - least);
  return isWhole ? Math.round(value) : value;
}

const letters = [
  'a',
  'Z',
  '0',
  'ø',
  'Å',
  'ß',
  ' ',
  '-',
  '.',
  "'",
  '"',
  '<',
  '&',
  '{',
  '日',
  '😀',
  'é',
];

function stringValue(schema: JsonSchema, random: Random): string {
  const { pattern, format, minLength = 0, maxLength = 40 } = schema;
  switch (format) {
    case 'date':
      return new Date(Date.now() + (random() - 0.3) * 4e10).toISOString().slice(0, 10);
    case 'date-time':
      return new Date(Date.now() + (random() - 0.3) * 4e10).toISOString();
    case 'uuid':
      return crypto.randomUUID();
    case 'email':
      return `a${Math.floor(random() * 1000)}@example.com`;
    case 'uri':
      return 'https://example.com/x';
    default:
      break;
  }
  if (pattern) return stringMatching(pattern, random);
  const dice = random();
  const length =
    dice < 0.1 ? maxLength : Math.max(minLength, Math.floor(random() * Math.min(maxLength, 40)));
  return Array.from({ length }, () => pick(random, letters))
    .join('')
    .slice(0, maxLength);
}
