import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDocument } from '../../../service/http/open-api.js';

type Json = { [key: string]: unknown };

const document = createDocument();

/** Every number of a schema with its path, through `$ref`s and all that holds other schemas. */
function* numbersOf(
  schema: unknown,
  path: string,
  seen = new Set<unknown>(),
): Generator<[string, Json]> {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return;
  seen.add(schema);
  const { type, $ref } = schema as Json;
  if (typeof $ref === 'string') {
    const target = $ref
      .slice(2)
      .split('/')
      .reduce<unknown>((inner, key) => (inner as Json)[key], document);
    yield* numbersOf(target, path, seen);
  }
  // A number that is the only one has no range.
  const isFixed = 'const' in schema || 'enum' in schema;
  if (!isFixed && (type === 'integer' || type === 'number')) yield [path, schema as Json];
  for (const [key, value] of Object.entries(schema))
    yield* numbersOf(value, `${path}.${key}`, seen);
}

describe('what callers send', () => {
  it('every number has a range that the database can store', () => {
    const paths = document.paths as Record<string, Record<string, Json>>;
    const numbers = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody, parameters }]) => [
        ...numbersOf({ requestBody, parameters }, `${method} ${path}`),
      ]),
    );
    assert.ok(numbers.length > 20, `${numbers.length} numbers`);
    const most = 2 ** 31 - 1;
    const unbounded = numbers.filter(([, { minimum = NaN, maximum = NaN }]) => {
      const isWithin = Number(minimum) >= -most && Number(maximum) <= most;
      return !isWithin;
    });
    assert.deepEqual(
      unbounded.map(([path]) => path),
      [],
    );
  });
});
