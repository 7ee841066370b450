/**
 * Loads a CommonJS module of one file from `node_modules` in the browser: the peers that the differential tests
 * compare with are published in no other form.
 */
export async function loadCommonJs<Module>(path: string): Promise<Module> {
  const response = await fetch(new URL(`../../../node_modules/${path}`, import.meta.url));
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  const exports = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a pinned dev dependency, in tests only
  new Function('exports', await response.text())(exports);
  return exports as Module;
}
