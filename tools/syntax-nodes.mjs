/** Every node of a syntax tree as `parseAst` gives it, each before those inside it. */
export function* nodesOf(node) {
  if (Array.isArray(node)) {
    for (const item of node) yield* nodesOf(item);
  } else if (node && typeof node.type === 'string') {
    yield node;
    for (const value of Object.values(node)) {
      if (value && typeof value === 'object') yield* nodesOf(value);
    }
  }
}
