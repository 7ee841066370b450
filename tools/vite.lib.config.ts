import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineConfig } from 'vite';
import { staticFields } from './static-fields.js';

// The npm package: one module per source file, everything in dependencies left to the host's build.
const root = resolve(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const dependencies = Object.keys(manifest.dependencies);
const folder = resolve(root, 'src/define');
const defines = existsSync(folder)
  ? readdirSync(folder).filter((file) => file.endsWith('.ts'))
  : [];

export default defineConfig({
  root,
  publicDir: false,
  plugins: [staticFields()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    lib: {
      formats: ['es'],
      entry: {
        index: resolve(root, 'src/index.ts'),
        all: resolve(root, 'src/all.ts'),
        'domain/index': resolve(root, 'src/domain/index.ts'),
        'contract/index': resolve(root, 'src/contract/index.ts'),
        'console/define': resolve(root, 'src/console/define.ts'),
        ...Object.fromEntries(
          defines.map((file) => [`define/${basename(file, '.ts')}`, resolve(folder, file)]),
        ),
      },
    },
    rolldownOptions: {
      external: (id) => dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: ({ name }) =>
          name.includes('_virtual') || name.includes('node_modules')
            ? `internal/${basename(name)}.js`
            : '[name].js',
      },
    },
  },
});
