// Types for frameworks and data for editors, from custom-elements.json: "write" makes them, "check" says whether they are fresh.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';

interface Described {
  readonly name: string;
  readonly description?: string;
}

interface Attribute extends Described {
  readonly fieldName?: string;
  readonly type?: { readonly text: string };
}

interface Member extends Described {
  readonly kind: string;
  readonly attribute?: string;
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly type?: { readonly text: string };
}

interface Declaration extends Described {
  readonly tagName?: string;
  readonly summary?: string;
  readonly attributes?: readonly Attribute[];
  readonly members?: readonly Member[];
  readonly events?: readonly Partial<Described>[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
}

interface Element extends Declaration {
  readonly tagName: string;
  /** Path of its module in the package. */
  readonly module: string;
  /** Attributes with the property of each, where there is one. */
  readonly attributes: readonly Attribute[];
  /** Properties that no attribute sets. */
  readonly properties: readonly string[];
  /** Events that are documented, by name. */
  readonly fired: readonly Described[];
}

const folder = 'frameworks';
const header = '// Made by "npm run frameworks" from custom-elements.json.\n';

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
  modules: readonly { readonly path: string; readonly declarations?: readonly Declaration[] }[];
};
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Elements that pages use: of the console the one that pages write. */
const elements: readonly Element[] = manifest.modules
  .flatMap(({ path, declarations = [] }) =>
    declarations.flatMap((each): Element[] => {
      const { tagName, attributes = [], members = [], events = [] } = each;
      if (!tagName) return [];
      const own = attributes.filter(({ name }, index) => {
        return attributes.findIndex((other) => other.name === name) === index;
      });
      const byAttribute = new Set(own.map(({ fieldName }) => fieldName));
      const properties = members
        .filter((member) => member.kind === 'field' && !member.static && !member.readonly)
        .map(({ name }) => name)
        .filter((name) => !byAttribute.has(name) && !/[^\w$]/.test(name));
      const fired = events.filter((event): event is Described =>
        Boolean(event.name && event.description),
      );
      return [{ ...each, tagName, module: path, attributes: own, properties, fired }];
    }),
  )
  .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));

const comment = (text: string | undefined): string =>
  text ? `/** ${text.replace(/\s+/g, ' ').replaceAll('*/', '')} */\n` : '';

/** The type of an attribute as markup gives it: texts, `true` for switches. */
function typeOf({ fieldName, type }: Attribute, tagName: string): string {
  if (!fieldName) return type?.text ?? 'string';
  // The element's own declaration says it best; numbers may be written as texts.
  const own = `Of<'${tagName}', '${fieldName}'>`;
  return type?.text === 'number' ? `${own} | string` : own;
}

/** What every framework's types are made of: per tag its attributes, properties and events. */
function elementTypes(): string {
  const body = elements.map((element) => {
    const { tagName, summary, description, attributes, properties, fired } = element;
    const attributeLines = attributes.map(
      (each) =>
        `${comment(each.description)}'${each.name}'?: ${typeOf(each, tagName)} | undefined;`,
    );
    const propertyLines = properties.map(
      (name) => `${name}?: Of<'${tagName}', '${name}'> | undefined;`,
    );
    const eventLines = fired.map(
      ({ name, description: what }) => `${comment(what)}'${name}': Heard<'${name}'>;`,
    );
    return `${comment(summary ?? description)}'${tagName}': {
      props: {\n${[...attributeLines, ...propertyLines].join('\n')}\n};
      events: {\n${eventLines.join('\n')}\n};
    };`;
  });
  const events = manifest.modules
    .filter(({ path }) => /\/events\//.test(path))
    .map(({ path: module }) => ({ module }));
  const modules = [...elements, ...events].map(
    ({ module }) => `import type {} from '../${module.replace(/\.js$/, '.js')}';`,
  );
  return `${header}${modules.join('\n')}

type Of<Tag extends keyof HTMLElementTagNameMap, Name extends string> =
  Name extends keyof HTMLElementTagNameMap[Tag] ? HTMLElementTagNameMap[Tag][Name] : string;
type Heard<Name extends string> = Name extends keyof HTMLElementEventMap
  ? HTMLElementEventMap[Name]
  : Event;

/** Each element's own attributes and properties, and the events that it fires. */
export interface OpusElements {
  ${body.join('\n')}
}

/** Listeners as JSX writes them: \`onopus-booked\`. */
export type Listeners<Events, Prefix extends string = 'on'> = {
  [Name in keyof Events & string as \`\${Prefix}\${Name}\`]?: (event: Events[Name]) => void;
};

/** Custom properties of the look, as a style object takes them. */
export type OpusTokens = { [Name in \`--opus-\${string}\`]?: string };
`;
}

const jsx: Readonly<Record<string, string>> = {
  react: `${header}import type { CSSProperties, DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Listeners, OpusElements, OpusTokens } from './elements.js';

type Props<Tag extends keyof OpusElements & keyof HTMLElementTagNameMap> = Omit<
  DetailedHTMLProps<HTMLAttributes<HTMLElementTagNameMap[Tag]>, HTMLElementTagNameMap[Tag]>,
  keyof OpusElements[Tag]['props'] | 'style'
> &
  OpusElements[Tag]['props'] &
  Listeners<OpusElements[Tag]['events']> & { style?: (CSSProperties & OpusTokens) | undefined };

type OpusIntrinsicElements = {
  [Tag in keyof OpusElements & keyof HTMLElementTagNameMap]: Props<Tag>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends OpusIntrinsicElements {}
  }
}
`,
  preact: `${header}import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { Listeners, OpusElements } from './elements.js';

type Props<Tag extends keyof OpusElements & keyof HTMLElementTagNameMap> = Omit<
  HTMLAttributes<HTMLElementTagNameMap[Tag]>,
  keyof OpusElements[Tag]['props']
> &
  ClassAttributes<HTMLElementTagNameMap[Tag]> &
  OpusElements[Tag]['props'] &
  Listeners<OpusElements[Tag]['events']>;

type OpusIntrinsicElements = {
  [Tag in keyof OpusElements & keyof HTMLElementTagNameMap]: Props<Tag>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends OpusIntrinsicElements {}
  }
}
`,
  solid: `${header}import type { JSX } from 'solid-js';
import type { Listeners, OpusElements } from './elements.js';

type Properties<Own> = { [Name in keyof Own & string as \`prop:\${Name}\`]?: Own[Name] };

type Props<Tag extends keyof OpusElements & keyof HTMLElementTagNameMap> = Omit<
  JSX.HTMLAttributes<HTMLElementTagNameMap[Tag]>,
  keyof OpusElements[Tag]['props']
> &
  OpusElements[Tag]['props'] &
  Properties<OpusElements[Tag]['props']> &
  Listeners<OpusElements[Tag]['events'], 'on:'>;

type OpusIntrinsicElements = {
  [Tag in keyof OpusElements & keyof HTMLElementTagNameMap]: Props<Tag>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends OpusIntrinsicElements {}
  }
}
`,
  vue: `${header}import type { HTMLAttributes } from 'vue';
import type { OpusElements } from './elements.js';

type Joined<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\`
  ? \`\${Capitalize<First>}\${Joined<Rest>}\`
  : Capitalize<Name>;

/** \`@opus-booked\` of a template, as Vue names it. */
type Heard<Events> = {
  [Name in keyof Events & string as \`on\${Joined<Name>}\`]?: (event: Events[Name]) => void;
};

interface Component<Tag extends keyof OpusElements> {
  new (): {
    $props: Omit<HTMLAttributes, keyof OpusElements[Tag]['props']> &
      OpusElements[Tag]['props'] &
      Heard<OpusElements[Tag]['events']>;
  };
}

type OpusComponents = { [Tag in keyof OpusElements]: Component<Tag> };

declare module 'vue' {
  interface GlobalComponents extends OpusComponents {}
}
`,
};

/** The values that an attribute takes, where its type names them. */
const valuesOf = ({ type }: Attribute): { name: string }[] =>
  [...(type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, name = '']) => ({ name }));

function htmlData(): object {
  return {
    version: 1.1,
    tags: elements.map(({ tagName, summary, description, attributes, fired }) => ({
      name: tagName,
      description: summary ?? description ?? '',
      attributes: attributes.map((each) => ({
        name: each.name,
        ...(each.description ? { description: each.description } : {}),
        ...(valuesOf(each).length > 0 ? { values: valuesOf(each) } : {}),
        ...(each.type?.text === 'boolean' ? { valueSet: 'v' } : {}),
      })),
      ...(fired.length > 0 ? { events: fired } : {}),
    })),
    globalAttributes: [
      { name: 'data-opus-booking', description: 'Opens the booking of this account in a dialog.' },
      ...['api', 'lang', 'clinic', 'group', 'treatment', 'clinician', 'step', 'view', 'hide'].map(
        (name) => ({
          name: `data-opus-${name}`,
          description: `\`${name}\` of the booking that data-opus-booking opens.`,
        }),
      ),
    ],
  };
}

/** Custom properties of the look, as docs/theming.md lists them. */
function tokens(): Described[] {
  const rows = readFileSync('docs/theming.md', 'utf8').matchAll(
    /^\| `(--opus-[\w-]+)`\s*\|([^|]*)\|/gm,
  );
  return [...rows].map(([, name = '', what = '']) => ({
    name,
    description: what.trim().replaceAll('`', ''),
  }));
}

function cssData(): object {
  return { version: 1.1, properties: tokens() };
}

function webTypes(): object {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: 'opus-booking',
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((element) => ({
          name: element.tagName,
          description: element.summary ?? element.description ?? '',
          attributes: element.attributes.map(({ name, description, type }) => ({
            name,
            ...(description ? { description } : {}),
            value: { type: type?.text ?? 'string' },
          })),
          slots: element.slots ?? [],
          js: {
            properties: element.properties.map((name) => ({ name })),
            events: element.fired,
          },
          css: { parts: element.cssParts ?? [] },
        })),
      },
      css: { properties: tokens() },
    },
  };
}

const json = (value: object): string => JSON.stringify(value, undefined, 2);

const files: Readonly<Record<string, string>> = {
  'elements.d.ts': elementTypes(),
  ...Object.fromEntries(Object.entries(jsx).map(([name, text]) => [`${name}.d.ts`, text])),
  // What `import 'opus-booking/react'` runs.
  'types-only.js': `${header}export {};\n`,
  'vscode.html-custom-data.json': json(htmlData()),
  'vscode.css-custom-data.json': json(cssData()),
  'web-types.json': json(webTypes()),
};

const isCheck = process.argv[2] === 'check';
for (const [name, text] of Object.entries(files)) {
  const file = join(folder, name);
  const formatted = await format(text, {
    ...(JSON.parse(readFileSync('.prettierrc.json', 'utf8')) as object),
    filepath: file,
  });
  if (!isCheck) writeFileSync(file, formatted);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== formatted) {
    console.error(`${file} is stale: run "npm run frameworks" and commit it.`);
    process.exitCode = 1;
  }
}
if (!isCheck) console.log(`${folder}/: ${elements.length} elements`);
