// Bundles the unit tests for the browser, all at once: a test file then loads a few files instead of several hundred.
import { builtinModules } from 'node:module';
import { build, type Plugin } from 'vite';

const isNodeModule = (source: string) =>
  source.startsWith('node:') || builtinModules.includes(source);

/** PGlite finds its file system and its WebAssembly beside its own module, so it stays where it is. */
const packagesAsTheyAre = /^@electric-sql\/pglite(?:\/|$)/;

function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source.startsWith('/__web-')) return { id: source, external: true };
      // Packages name Node's modules in branches that a browser never takes.
      if (isNodeModule(source) && importer?.includes('/node_modules/')) return '\0no-node';
      if (!packagesAsTheyAre.test(source)) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      const at = found?.id.lastIndexOf('/node_modules/') ?? -1;
      return found && at !== -1 ? { id: found.id.slice(at), external: 'absolute' } : null;
    },
    load: (id) => (id === '\0no-node' ? 'export default undefined;' : null),
  };
}

/** package.json promises that files do nothing when they are imported; tests do. */
function keepTests(): Plugin {
  return {
    name: 'keep-tests',
    transform: (code, id) => (id.endsWith('.test.ts') ? { code, moduleSideEffects: true } : null),
  };
}

/** The text of every file by its path below the root: `files` in place, what they share in chunks. */
export async function bundleForBrowser(
  root: string,
  files: readonly string[],
): Promise<Map<string, string>> {
  const output = await build({
    configFile: false,
    root,
    mode: 'development',
    logLevel: 'error',
    publicDir: false,
    // Lit's warnings come from its development build.
    define: { 'process.env.NODE_ENV': '"development"' },
    resolve: { conditions: ['development', 'browser', 'module', 'import', 'default'] },
    plugins: [leaveOut(), keepTests()],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      sourcemap: 'inline',
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(files.map((file) => [file, file])),
        // A file's address carries a query: a chunk that imported from it would run its tests a second time.
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name]', chunkFileNames: '__unit__/[name]-[hash].js' },
      },
    },
  });
  if (!('output' in output)) throw new Error('The unit tests could not be bundled.');
  return new Map(
    output.output.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : String(file.source),
    ]),
  );
}
