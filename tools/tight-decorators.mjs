// Writes Lit's decorators out in the CDN build: no helper, and a third of the bytes. Properties become the static
// `properties` that Lit reads when the element is defined; an accessor needs no more than a field, as Lit wraps it.

const declarations = {
  property: (options = '{}') => options,
  state: (options) => `{ ${options ? `...${options}, ` : ''}state: true }`,
};

const statements = {
  query: (owner, name, selector) =>
    `Object.defineProperty(${owner}.prototype, ${name}, { get() { return this.renderRoot?.querySelector(${selector}) ?? null; } });`,
  consume: (owner, name, options) => `consume(${options})(${owner}.prototype, ${name});`,
};

/** What one `_decorate([…], Class.prototype, "name", …)` does; undefined when it is another statement. */
function readDecorated(code, { start, end, expression }) {
  if (expression?.callee?.name !== '_decorate') return undefined;
  const text = (node) => node && code.slice(node.start, node.end);
  const [decorators, prototype, name] = expression.arguments;
  const calls = decorators.elements.map(({ callee, arguments: [options] }) => ({
    kind: callee?.name,
    options: text(options),
  }));
  const isKnown = calls.every(({ kind }) => kind in declarations || kind in statements);
  return isKnown
    ? { start, end, owner: text(prototype.object), name: text(name), calls }
    : undefined;
}

function write({ owner, name, calls }, properties) {
  // As the helper does: the last decorator first.
  for (const { kind, options } of [...calls].reverse()) {
    if (kind in declarations) properties.push(`${name}: ${declarations[kind](options)}`);
  }
  return calls
    .filter(({ kind }) => kind in statements)
    .map(({ kind, options }) => statements[kind](owner, name, options))
    .join(' ');
}

/** The module with its decorators written out. */
export function writeOut(code, program) {
  const decorated = program.body.map((node) => readDecorated(code, node)).filter(Boolean);
  const propertiesOf = new Map(decorated.map(({ owner }) => [owner, []]));
  let shorter = '';
  let at = 0;
  for (const each of decorated) {
    shorter += code.slice(at, each.start) + write(each, propertiesOf.get(each.owner));
    at = each.end;
  }
  const statics = [...propertiesOf]
    .filter(([, properties]) => properties.length > 0)
    .map(([owner, properties]) => `\n${owner}.properties = { ${properties.join(', ')} };`);
  return shorter + code.slice(at) + statics.join('');
}

/** Vite plugin that writes out Lit's decorators. */
export function tightDecorators() {
  return {
    name: 'tight-decorators',
    enforce: 'post',
    transform(code, id) {
      if (id.includes('node_modules') || !code.includes('_decorate(')) return null;
      return { code: writeOut(code, this.parse(code)), map: null };
    },
  };
}
