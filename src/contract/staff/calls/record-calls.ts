import type { Endpoint } from '../../endpoint.js';
import type { RecordKindName } from '../record-kinds.js';
import { recordKinds, recordListOf } from '../record-kinds.js';
import { get, put, remove, wrongOrChanged } from './parts.js';

type Kinds = typeof recordKinds;
type NamesOf<Kind extends { many: string; one: string; stem: string }> =
  Kind['many'] | Kind['one'] | `put${Kind['stem']}` | `delete${Kind['stem']}`;

/** Names of the calls that read and change records by an id. */
export type RecordCallName = { [Name in RecordKindName]: NamesOf<Kinds[Name]> }[RecordKindName];

/** The four calls of a kind: read all, read one, store, delete. */
function callsOf(name: RecordKindName): [name: string, call: Endpoint][] {
  const kind = recordKinds[name];
  const { many, one, stem, title } = kind;
  const path = `/${name}`;
  const of = `${path}/{id}`;
  const what = title.replace(/^an? /, '');
  const list = get(kind.read, path, `All of the account: ${what}`, recordListOf(kind));
  const place = 'atPlace' in kind ? { atPlace: kind.atPlace } : {};
  const deleting = remove(
    kind.remove,
    of,
    'removal' in kind ? kind.removal : `Delete ${title.replace(/,.*/, '')}`,
  );
  return [
    [many, { ...list, versioned: true, ...('query' in kind ? { query: kind.query } : {}) }],
    [one, { ...get(kind.read, of, `Read ${title}`, kind.input), versioned: true }],
    [
      `put${stem}`,
      { ...put(kind.write, of, `Store ${title.replace(/,.*/, '')}`, kind.input), ...place },
    ],
    [`delete${stem}`, { ...deleting, ...place, versioned: true, problems: wrongOrChanged }],
  ];
}

/** Reading, storing and deleting of everything that has an id (C-03). */
export const recordCalls = Object.fromEntries(
  (Object.keys(recordKinds) as RecordKindName[]).flatMap(callsOf),
) as Readonly<Record<RecordCallName, Endpoint>>;
