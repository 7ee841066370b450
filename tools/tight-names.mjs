// Gives private members short names in the CDN build. Only names that nothing but `this.name` speaks of are taken: one
// that the file also names in a text, in a pattern, or on another object stays as it is.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAst } from 'vite';
import { nodesOf } from './syntax-nodes.mjs';

const source = resolve(import.meta.dirname, '../src');

const members = new Set(['PropertyDefinition', 'MethodDefinition', 'TSParameterProperty']);

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
  const fromThis = new Set();
  const shorthands = new Set();
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
    } else if (
      type === 'VariableDeclarator' &&
      isThis(node.init ?? {}) &&
      node.id.type === 'ObjectPattern'
    ) {
      // const { name } = this
      fromThis.add(node.id);
      for (const { key, shorthand } of node.id.properties) {
        if (!key) continue;
        places.push(key);
        if (shorthand) shorthands.add(key);
      }
    } else if (type === 'ObjectPattern' && !fromThis.has(node)) {
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
    // { name } says both what is taken and what it is called from there on.
    shorter += code.slice(at, node.start) + short + (shorthands.has(node) ? `: ${name}` : '');
    at = node.end;
  }
  return shorter + code.slice(at);
}

/** Names of the classes that a TypeScript source declares, and of those that its classes are made from. */
function classesIn(source) {
  const classes = [...nodesOf(parseAst(source, { lang: 'ts' }))].filter(
    ({ type }) => type === 'ClassDeclaration' || type === 'ClassExpression',
  );
  return {
    declared: classes.map(({ id }) => id?.name),
    bases: classes.map(({ superClass }) => superClass?.name).filter(Boolean),
  };
}

/** The files whose classes one object of a class of `file` may be made from, `file` itself among them. */
function lineOf(file, files) {
  const line = new Set([file]);
  // A set that grows while it is gone through is gone through to its end.
  for (const { bases } of line) {
    files
      .filter(({ declared }) => declared.some((name) => bases.includes(name)))
      .forEach((base) => line.add(base));
  }
  return line;
}

/**
 * A short name for each private name of the sources. The fewer there are the better they are compressed, so one short name
 * stands for many, but never for two that one object may have: those of one file, and those of a class and its base.
 */
export function shortNames(sources) {
  const files = sources.map((source) => ({ names: privateNames(source), ...classesIn(source) }));
  const filesWith = new Map();
  const apartFrom = new Map();
  for (const file of files) {
    const names = [...lineOf(file, files)].flatMap((each) => [...each.names]);
    for (const name of file.names) filesWith.set(name, (filesWith.get(name) ?? 0) + 1);
    for (const name of names) apartFrom.set(name, [...(apartFrom.get(name) ?? []), ...names]);
  }
  const shortOf = new Map();
  for (const [name] of [...filesWith].sort(([, one], [, other]) => other - one)) {
    const taken = new Set(apartFrom.get(name).map((other) => shortOf.get(other)));
    let number = 0;
    // No other name begins so: Lit's begin with a letter or `_$`, zod's are whole words.
    while (taken.has(`_${number.toString(36)}`)) number += 1;
    shortOf.set(name, `_${number.toString(36)}`);
  }
  return shortOf;
}

/** Vite plugin that shortens the names of private members; the same name is the same everywhere, in every build. */
export function tightNames() {
  const privateIn = new Map();
  let shortOf;
  return {
    name: 'tight-names',
    enforce: 'post',
    buildStart() {
      const files = readdirSync(source, { recursive: true }).filter((file) => file.endsWith('.ts'));
      const paths = files.sort().map((file) => join(source, file));
      const texts = paths.map((path) => readFileSync(path, 'utf8'));
      paths.forEach((path, index) => privateIn.set(path, privateNames(texts[index])));
      shortOf = shortNames(texts);
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
