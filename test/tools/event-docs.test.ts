import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { publicEvents } from '../../service/hosted/public-events.js';

interface EventShape {
  /** Field → type as it is written. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Every event class of a source file that leaves the widget, by the event's name. */
function composedEvents(file: string): [string, EventShape][] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.filter(ts.isClassDeclaration).flatMap((each) => {
    const text = each.getText(source);
    if (!/composed: true/.test(text)) return [];
    const [, name] = /static readonly type = '([^']+)'/.exec(text) ?? [];
    assert.ok(name, `${file} names its event`);
    const made = each.members.find(ts.isConstructorDeclaration);
    const fields = (made?.parameters ?? []).map((parameter) => [
      parameter.name.getText(source),
      parameter.type?.getText(source) ?? '',
    ]);
    return [[name, { fields: Object.fromEntries(fields) as Record<string, string> }] as const];
  });
}

const folder = 'src/events';
const classes = Object.fromEntries(
  readdirSync(folder).flatMap((file) => composedEvents(`${folder}/${file}`)),
);

/** What docs/events.md says: each event's section, and the fields of its table. */
const documented = Object.fromEntries(
  readFileSync('docs/events.md', 'utf8')
    .split('\n### ')
    .slice(1)
    .map((section) => {
      const [own = ''] = section.split('\n## ');
      const rows = [...own.matchAll(/^\| `(\w+)`\s*\| `([^`]+)`/gm)];
      const fields = rows.map(([, field, type]) => [field, type?.replaceAll('\\|', '|')]);
      return [
        /`([^`]+)`/.exec(own)?.[1],
        { text: own, fields: Object.fromEntries(fields) },
      ] as const;
    }),
) as Record<string, EventShape & { text: string }>;

/** Events of what opens the booking in a dialog, not of the booking. */
const ofButtons = ['opus-close', 'opus-open'];

describe('docs/events.md', () => {
  it('[P-41] documents every event that leaves the widget, each field with its type', () => {
    assert.deepEqual(Object.keys(documented).sort(), Object.keys(classes).sort());
    for (const [name, { fields }] of Object.entries(classes)) {
      assert.deepEqual(documented[name]?.fields, fields, name);
      assert.match(documented[name].text, /```js/, `${name} has an example`);
    }
  });

  it('[P-41] names what the manifest of the elements names', () => {
    const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
      modules: {
        declarations?: { tagName?: string; events?: { name?: string; description?: string }[] }[];
      }[];
    };
    const firedBy = (tag: string) => {
      const element = manifest.modules
        .flatMap(({ declarations = [] }) => declarations)
        .find(({ tagName }) => tagName === tag);
      // Those with a description are the documented ones; the analyzer adds what it sees inside.
      return element?.events?.filter(({ description }) => description).map(({ name }) => name);
    };
    assert.deepEqual(firedBy('opus-booking-button')?.sort(), ofButtons);
    const others = Object.keys(classes).filter((name) => !ofButtons.includes(name));
    assert.deepEqual(firedBy('opus-booking')?.sort(), others.sort());
  });

  it("[P-41] is what the account's script is told, but for the question before a step", () => {
    const expected = Object.fromEntries(
      Object.entries(classes)
        // A hosted page has no buttons that open another booking.
        .filter(([name]) => name !== 'opus-before-step-change' && !ofButtons.includes(name))
        .map(([name, { fields }]) => [name, Object.keys(fields)]),
    );
    assert.deepEqual(publicEvents, expected);
  });

  it('[P-41] says of every other event that it stays inside', () => {
    for (const file of readdirSync(folder)) {
      const text = readFileSync(`${folder}/${file}`, 'utf8');
      if (!text.includes('composed')) assert.match(text, /[Ss]tays inside|leaves the widget/, file);
    }
  });
});
