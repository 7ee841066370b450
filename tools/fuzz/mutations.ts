// What is changed of a call that was right.
import { hostile, twistsOf } from './hostile-values.js';
import type { Planned } from './request.js';
import { pick, schemaValue, type JsonSchema } from './schema-values.js';

type Random = () => number;
type Json = Record<string, unknown>;

/** Where mutations take strange but known values from. */
export interface MutationSources {
  random: Random;
  /** Of the body of the operation; undefined: it has none. */
  schema: JsonSchema | undefined;
  /** Names of the parameters of its query. */
  parameters: readonly string[];
  /** Ids and tokens of other accounts, expired, or of another kind. */
  strangers: readonly string[];
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Paths of everything in a body, itself included. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (!isObject(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function schemaAt(schema: JsonSchema | undefined, path: readonly string[]): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>((inner, key) => {
    const objects = [inner, ...(inner?.anyOf ?? []), ...(inner?.oneOf ?? [])];
    return objects.map((one) => one?.properties?.[key] ?? one?.items).find(Boolean);
  }, schema);
}

/** The body with something else at a path; `undefined` takes it away. */
function withValue(body: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy = (Array.isArray(body) ? [...(body as unknown[])] : { ...(body as Json) }) as Json;
  if (rest.length === 0 && value === undefined) delete copy[key];
  else copy[key] = withValue(copy[key], rest, value);
  return Array.isArray(copy) ? copy.filter((item) => item !== undefined) : copy;
}

const valueAt = (body: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Json)[key], body);

type Mutation = (planned: Planned, sources: MutationSources) => Planned | undefined;

const changed = (planned: Planned, change: Partial<Planned>, words: string): Planned => ({
  ...planned,
  ...change,
  changes: [...planned.changes, words],
});

const nameOf = (path: readonly string[]) => path.join('.') || 'body';

const bodyMutations: readonly Mutation[] = [
  (planned, { random }) => {
    const path = pick(random, pathsOf(planned.body));
    const value = pick(random, hostile);
    return changed(
      planned,
      { body: withValue(planned.body, path, value) },
      `${nameOf(path)} hostile`,
    );
  },
  (planned, { random, strangers }) => {
    const path = pick(random, pathsOf(planned.body));
    const value = pick(random, strangers);
    return changed(
      planned,
      { body: withValue(planned.body, path, value) },
      `${nameOf(path)} of others`,
    );
  },
  (planned, { random, schema }) => {
    const path = pick(random, pathsOf(planned.body));
    const inner = schemaAt(schema, path);
    if (!inner) return undefined;
    const body = withValue(planned.body, path, schemaValue(inner, random));
    return changed(planned, { body }, `${nameOf(path)} by its schema`);
  },
  (planned, { random, schema }) =>
    schema && changed(planned, { body: schemaValue(schema, random) }, 'body by its schema'),
  (planned, { random }) => {
    const path = pick(random, pathsOf(planned.body));
    if (path.length === 0) return undefined;
    return changed(
      planned,
      { body: withValue(planned.body, path, undefined) },
      `no ${nameOf(path)}`,
    );
  },
  (planned, { random }) => {
    const path = pick(
      random,
      pathsOf(planned.body).filter((one) => isObject(valueAt(planned.body, one))),
    );
    if (!path) return undefined;
    const name = pick(random, [
      'nmae',
      '__proto__',
      'constructor',
      '',
      'id',
      'accountId',
      'a b',
      '😀',
    ]);
    const fields = Object.entries(valueAt(planned.body, path) as Json);
    // A key "__proto__" of its own, as JSON has it.
    const inner = Object.fromEntries([...fields, [name, pick(random, hostile)]]);
    return changed(
      planned,
      { body: withValue(planned.body, path, inner) },
      `more in ${nameOf(path)}`,
    );
  },
  (planned, { random }) => {
    const path = pick(random, pathsOf(planned.body));
    const value = valueAt(planned.body, path);
    const twisted = pick(random, twistsOf(value));
    return changed(
      planned,
      { body: withValue(planned.body, path, twisted) },
      `${nameOf(path)} twisted`,
    );
  },
  (planned, { random }) => {
    const text = JSON.stringify(planned.body);
    const raw = pick<() => string | Uint8Array>(random, [
      () => text.slice(0, -1),
      () => `${text}${text}`,
      () => `\ufeff${text}`,
      () => text.replace(/:/, ': 1e999, "x":'),
      () => text.replace('{', '{"a":1,"a":2,'),
      () => text.replaceAll('"', "'"),
      () => '['.repeat(100_000),
      () => `{"x":"${'y'.repeat(1_000_100)}"}`,
      () => Buffer.from(text, 'utf16le'),
      () => new Uint8Array([0xff, 0xfe, 0xc3, 0x28]),
      () => '',
      () => 'undefined',
    ])();
    return changed(planned, { raw }, 'another text');
  },
  (planned, { random }) => {
    const type = pick(random, [
      'text/plain',
      'application/xml',
      'multipart/form-data',
      'application/json; charset=utf-16',
      '',
      'x',
    ]);
    return changed(
      planned,
      { headers: { ...planned.headers, 'Content-Type': type } },
      `as ${type}`,
    );
  },
];

const otherMutations: readonly Mutation[] = [
  (planned, { random, strangers }) => {
    const parts = planned.path.split('/');
    // What stands for an account or an id comes after the names of the API.
    const first = parts.indexOf('accounts') + 1;
    const at = first + Math.floor(random() * (parts.length - first));
    parts[at] = pick(random, [
      ...strangers.map(encodeURIComponent),
      encodeURIComponent(
        pick(random, ['', ' ', '😀', '../x', 'x'.repeat(65), '\u0000', 'æ', "' OR 1=1", 'UPPER']),
      ),
      '%',
      '%C3%28',
      '..',
      '%2e%2e%2f',
      'x'.repeat(3000),
      crypto.randomUUID(),
    ]);
    return changed(planned, { path: parts.join('/'), isElsewhere: true }, `part ${at} of the path`);
  },
  (planned, { random }) => {
    const method = pick(random, ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']);
    return changed(planned, { method, isElsewhere: true }, `by ${method}`);
  },
  (planned, { random, parameters }) => {
    const name = pick(random, [...parameters, 'x', 'clinic[]', '__proto__', '']);
    const value = pick(
      random,
      hostile.filter((one) => typeof one === 'string' || typeof one === 'number'),
    );
    const query = planned.query.filter(([known]) => known !== name || random() < 0.2);
    // Lone surrogates cannot be written into an address.
    return changed(
      planned,
      {
        query: [
          ...query,
          [
            name,
            String(value)
              .replaceAll(/\p{Surrogate}/gu, '?')
              .slice(0, 3000),
          ],
        ],
      },
      `?${name}`,
    );
  },
  (planned, { random }) => {
    if (planned.query.length === 0) return undefined;
    const at = Math.floor(random() * planned.query.length);
    const query =
      random() < 0.5 ? planned.query.toSpliced(at, 1) : [...planned.query, planned.query[at]!];
    return changed(planned, { query }, 'query without or twice');
  },
  (planned, { random, strangers }) => {
    const names = Object.keys(planned.headers).filter((name) => name !== 'Content-Type');
    const name = pick(random, [
      ...names,
      'Authorization',
      'Hold-Token',
      'Idempotency-Key',
      'Origin',
    ]);
    const value = pick(random, [
      ...strangers.map((one) => (name === 'Authorization' ? `Bearer ${one}` : one)),
      '',
      'x',
      'Bearer',
      'Bearer ',
      'Basic YTpi',
      'null',
      '*',
      'x'.repeat(300),
      'x'.repeat(7000),
      '\u00e6\u00f8\u00e5',
      'https://evil.example',
    ]);
    return changed(
      planned,
      { headers: { ...planned.headers, [name]: value } },
      `${name} of others`,
    );
  },
  (planned, { random }) => {
    const names = Object.keys(planned.headers);
    if (names.length === 0) return undefined;
    const { [pick(random, names)]: _gone, ...headers } = planned.headers;
    return changed(planned, { headers }, 'without a header');
  },
  (planned, { random }) => {
    const [name, value] = pick(random, [
      ['If-None-Match', '*'],
      ['If-None-Match', '"x", W/"y"'],
      ['Accept-Encoding', 'br;q=0, x'],
      ['X-Forwarded-For', `${'1.2.3.4, '.repeat(20)}::1`],
      ['X-Forwarded-For', 'unknown'],
      ['Expect', '100-continue'],
      ['Range', 'bytes=0-1'],
      ['Cookie', `opus-eid=${'x'.repeat(2000)}`],
      ['Access-Control-Request-Method', 'PUT'],
    ] as const);
    return changed(planned, { headers: { ...planned.headers, [name]: value } }, name);
  },
];

/** One to three changes of a call. */
export function mutate(planned: Planned, sources: MutationSources): Planned {
  const { random } = sources;
  let result = planned;
  const count = 1 + Math.floor(random() * random() * 3);
  while (result.changes.length < count) {
    const hasBody = result.body !== undefined;
    const mutations = hasBody && random() < 0.7 ? bodyMutations : otherMutations;
    result = pick(random, mutations)(result, sources) ?? result;
  }
  return result;
}
