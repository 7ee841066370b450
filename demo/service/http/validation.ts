import * as z from 'zod/mini';
import type { FieldProblem } from '../../../src/contract/index.js';
import { Refusal } from './problem.js';

/** Reads a value by a schema of the contract; throws a `Refusal` that names every wrong field. */
export function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new Refusal('invalid', {
    fields: result.error.issues.flatMap((issue) => toFields(issue, value)),
  });
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
