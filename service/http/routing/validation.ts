import * as z from 'zod/mini';
import type { FieldProblem } from '../../../src/contract/index.js';
import { invalid, ProblemError } from '../../context/problem.js';

/** Reads a value by a schema of the contract; throws a `ProblemError` that names every wrong field. */
export function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new ProblemError('invalid', {
    fields: result.error.issues.flatMap((issue) => toFields(issue, value)),
  });
}

/**
 * Reads the query of an address by a schema of the contract, as `parse` does. Unknown and repeated parameters are errors: an
 * ignored misspelt filter would be answered with everything.
 */
export function queryReader<Schema extends z.ZodMiniObject>(
  schema: Schema,
): (values: Readonly<Record<string, readonly string[]>>) => z.output<Schema> {
  const strict = z.catchall(schema, z.never());
  return (values) => {
    const parameters = Object.entries(values);
    const repeated = parameters.filter(([, { length }]) => length > 1);
    if (repeated.length > 0) {
      throw invalid(...repeated.map(([path]) => ({ path, code: 'repeated' })));
    }
    const query = Object.fromEntries(parameters.map(([name, [value]]) => [name, value]));
    return parse(strict, query) as z.output<Schema>;
  };
}

function toFields(issue: z.core.$ZodIssue, value: unknown): FieldProblem[] {
  const path = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, code: 'unknown' }));
    case 'invalid_type':
      return [{ path, code: at(value, issue.path) === undefined ? 'empty' : 'type' }];
    case 'too_small':
      return [
        {
          path,
          code:
            at(value, issue.path) === '' || isBlank(at(value, issue.path)) ? 'empty' : 'too-small',
        },
      ];
    case 'too_big':
      return [{ path, code: issue.origin === 'string' ? 'length' : 'too-big' }];
    case 'invalid_format':
      return [{ path, code: 'format' }];
    default:
      return [{ path, code: 'value' }];
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}
