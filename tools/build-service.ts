// "npm run build:service": the service as plain JavaScript in service/dist, with the files that browsers get from it. What
// service/package.json lists stays outside: `node service/dist/main.js` needs those packages and nothing else.
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'service/dist');
const cdn = join(root, 'cdn');
const hosted = join(root, 'service/hosted');
const { dependencies } = JSON.parse(readFileSync(join(root, 'service/package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** Whether an import stays one; throws for a package that the service does not list. */
function isExternal(id: string): boolean {
  // Files of ours, and what the bundler adds by itself.
  if (/^([./\0]|@oxc-project\/runtime\/)/.test(id)) return false;
  if (isBuiltin(id)) return true;
  const isListed = Object.keys(dependencies).some(
    (name) => id === name || id.startsWith(`${name}/`),
  );
  if (!isListed) throw new Error(`${id} is no dependency of service/package.json.`);
  return true;
}

if (!existsSync(join(cdn, 'opus-booking.js'))) {
  throw new Error('The CDN files are missing: run "npm run build:cdn" first.');
}
await build({
  configFile: false,
  root,
  publicDir: false,
  logLevel: 'warn',
  build: {
    target: 'node20',
    ssr: join(root, 'service/node/main.ts'),
    outDir: target,
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: { external: isExternal, output: { entryFileNames: 'main.js' } },
  },
});
cpSync(cdn, join(target, 'cdn'), { recursive: true });
for (const name of readdirSync(hosted).filter((file) => /\.(js|css)$/.test(file))) {
  cpSync(join(hosted, name), join(target, 'hosted', name));
}
console.log('built service/dist');
