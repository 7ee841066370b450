// Gives private members short names in the CDN build. Only names that nothing but `this.name` speaks of are taken: one
// that the file also names in a text, in a pattern, or on another object stays as it is.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAst } from 'vite';

const source = resolve(import.meta.dirname, '../src');

const members = new Set(['PropertyDefinition', 'MethodDefinition', 'TSParameterProperty']);

function* nodesOf(node) {
  if (Array.isArray(node)) {
    for (const item of node) yield* nodesOf(item);
  } else if (node && typeof node.type === 'string') {
    yield node;
    for (const value of Object.values(node)) {
      if (value && typeof value === 'object') yield* nodesOf(value);
    }
  }
}

/** Names that a TypeScript source gives to private members only. */
export function privateNames(source) {
  const names = new Set();
  const others = new Set();
  for (const node of nodesOf(parseAst(source, { lang: 'ts' }))) {
    // A private parameter of a constructor is a member too.
    const key = node.key ?? node.parameter?.left ?? node.parameter;
    if (!members.has(node.type) || key.type !== 'Identifier') continue;
    (node.accessibility === 'private' && !node.static ? names : others).add(key.name);
  }
  return new Set([...names].filter((name) => !others.has(name)));
}

/** The name that a `_decorate([…], Class.prototype, "name", …)` gives; undefined in any other node. */
function decoratedName(node) {
  return node.type === 'CallExpression' && node.callee.name === '_decorate'
    ? node.arguments[2]
    : undefined;
}

const isThis = (node) => node.type === 'ThisExpression';

/** JavaScript in which each private member that may have another name has the one that `shorten` gives. */
export function shortenNames(code, program, names, shorten) {
  const places = [];
  const spokenOf = new Set();
  const nodes = [...nodesOf(program)];
  const decorated = new Set(nodes.map(decoratedName));
  for (const node of nodes) {
    const { type, key } = node;
    if (type === 'MemberExpression' && !node.computed) {
      if (isThis(node.object)) places.push(node.property);
      else spokenOf.add(node.property.name);
    } else if ((type === 'MethodDefinition' || type === 'PropertyDefinition') && !node.computed) {
      if (node.static) spokenOf.add(key.name);
      else places.push(key);
    } else if (type === 'CallExpression' && node.arguments.some(isThis)) {
      // Object.assign(this, { … })
      const objects = node.arguments.filter((each) => each.type === 'ObjectExpression');
      objects.forEach(({ properties }) =>
        properties.forEach((each) => spokenOf.add(each.key?.name)),
      );
    } else if (type === 'ObjectPattern') {
      node.properties.forEach((property) => spokenOf.add(property.key?.name));
    } else if (type === 'Literal') {
      if (decorated.has(node)) places.push(node);
      else spokenOf.add(node.value);
    }
  }
  const nameOf = (node) => node.name ?? node.value;
  let shorter = '';
  let at = 0;
  for (const node of places.sort((a, b) => a.start - b.start)) {
    const name = nameOf(node);
    if (!names.has(name) || spokenOf.has(name)) continue;
    const short = node.type === 'Literal' ? JSON.stringify(shorten(name)) : shorten(name);
    shorter += code.slice(at, node.start) + short;
    at = node.end;
  }
  return shorter + code.slice(at);
}

/** Vite plugin that shortens the names of private members; the same name is the same everywhere, in every build. */
export function tightNames() {
  const privateIn = new Map();
  const shortOf = new Map();
  return {
    name: 'tight-names',
    enforce: 'post',
    buildStart() {
      const files = readdirSync(source, { recursive: true }).filter((file) => file.endsWith('.ts'));
      for (const file of files.sort()) {
        const path = join(source, file);
        const names = privateNames(readFileSync(path, 'utf8'));
        privateIn.set(path, names);
        // No other name begins so: Lit's begin with a letter or `_$`, zod's are whole words.
        for (const name of names) {
          if (!shortOf.has(name)) shortOf.set(name, `_${shortOf.size.toString(36)}`);
        }
      }
    },
    transform(code, id) {
      const names = privateIn.get(id);
      if (!names?.size) return null;
      return {
        code: shortenNames(code, this.parse(code), names, (name) => shortOf.get(name)),
        map: null,
      };
    },
  };
}
