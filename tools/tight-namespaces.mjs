// Writes out the namespaces of modules that share a file in the CDN build: plain objects need no helper, which would be a
// file of its own that the steps wait for.
import { nodesOf } from './syntax-nodes.mjs';

const isRuntime = ({ type, moduleIds }) =>
  type === 'chunk' &&
  moduleIds.length > 0 &&
  moduleIds.every((id) => id.startsWith('\0rolldown/runtime'));

/** `({ name: () => value, … })` as an object with getters; undefined where that is not all that is handed over. */
function getters(code, { arguments: [exported, ...rest] }) {
  if (rest.length > 0 || exported?.type !== 'ObjectExpression') return undefined;
  const texts = exported.properties.map(({ key, value, computed }) =>
    !computed && value?.type === 'ArrowFunctionExpression' && value.body.type === 'Identifier'
      ? `get ${code.slice(key.start, key.end)}() { return ${value.body.name}; }`
      : undefined,
  );
  return texts.includes(undefined) ? undefined : `{ ${texts.join(', ')} }`;
}

/**
 * A file's code with its namespaces written out and without its import of `runtime`, the file that makes them; undefined
 * where it takes more than that from there.
 */
export function writeNamespaces(code, program, runtime) {
  const imported = program.body.find(
    ({ type, source }) => type === 'ImportDeclaration' && source.value === runtime,
  );
  if (imported?.specifiers.length !== 1) return undefined;
  const { local } = imported.specifiers[0];
  const inside = program.body.filter((statement) => statement !== imported);
  const nodes = [...nodesOf(inside)];
  const isHelper = (node) => node.type === 'Identifier' && node.name === local.name;
  const calls = nodes.filter(({ type, callee }) => type === 'CallExpression' && isHelper(callee));
  const texts = calls.map((call) => getters(code, call));
  if (texts.includes(undefined) || nodes.filter(isHelper).length > calls.length) return undefined;
  let plain = code.slice(0, imported.start);
  let at = imported.end;
  calls.forEach(({ start, end }, index) => {
    plain += code.slice(at, start) + texts[index];
    at = end;
  });
  return plain + code.slice(at);
}

/** Vite plugin that writes out namespaces; the file that made them goes when nothing needs it any more. */
export function tightNamespaces() {
  return {
    name: 'tight-namespaces',
    renderChunk(code, { imports }, options, { chunks }) {
      const runtime = imports.find((file) => isRuntime({ type: 'chunk', ...chunks[file] }));
      const plain = runtime && writeNamespaces(code, this.parse(code), `./${runtime}`);
      return plain ? { code: plain, map: null } : null;
    },
    generateBundle(options, bundle) {
      const files = Object.values(bundle);
      for (const { fileName } of files.filter(isRuntime)) {
        if (!files.some(({ code }) => code?.includes(fileName))) delete bundle[fileName];
      }
    },
  };
}
