// custom-elements.json: "write" makes it, "check" says whether the committed one is fresh and valid.
import { readFileSync, writeFileSync } from 'node:fs';
// @ts-expect-error The analyzer's command line has no types.
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { validateCem } from '@wc-toolkit/cem-validator';
import type { Manifest } from './custom-elements-manifest.config.js';

const file = 'custom-elements.json';

type Analyze = (options: { argv: string[]; cwd: string; noWrite: boolean }) => Promise<Manifest>;

async function analyze(): Promise<Manifest> {
  const argv = ['analyze', '--config', 'tools/custom-elements-manifest.config.ts'];
  const manifest = await (cli as Analyze)({ argv, cwd: process.cwd(), noWrite: true });
  manifest.schemaVersion = '2.1.0';
  return manifest;
}

/** Names of classes that only other elements extend: they have no tag. */
function baseClasses(manifest: Manifest): string[] {
  const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
  const extended = new Set(declarations.map(({ superclass }) => superclass?.name));
  return declarations
    .filter(({ name, tagName }) => !tagName && extended.has(name))
    .map(({ name }) => name);
}

async function validate(manifest: Manifest): Promise<void> {
  const level = (names: string[]): Record<string, 'error'> =>
    Object.fromEntries(names.map((name) => [name, 'error']));
  await validateCem(manifest, {
    packageJsonPath: './package.json',
    cemFileName: file,
    exclude: baseClasses(manifest),
    rules: {
      packageJson: level([
        'packageType',
        'main',
        'module',
        'types',
        'exports',
        'customElementsProperty',
        'publishedCem',
      ]),
      manifest: {
        ...level(['schemaVersion', 'modulePath', 'definitionPath', 'tagName']),
        // This rule wants every type to be exported again by each element's own module.
        exportTypes: 'off',
        typeDefinitionPath: 'off',
      },
    },
  });
}

const manifest = await analyze();
const text = `${JSON.stringify(manifest, null, 2)}\n`;
if (process.argv[2] === 'write') {
  writeFileSync(file, text);
  console.log(`${file}: ${manifest.modules.length} modules`);
} else {
  let committed = '';
  try {
    committed = readFileSync(file, 'utf8');
  } catch {
    // A missing file is reported as stale below.
  }
  if (committed !== text) {
    console.error(`${file} is stale: run "npm run manifest" and commit it.`);
    process.exitCode = 1;
  }
  try {
    await validate(structuredClone(manifest));
  } catch (error) {
    console.error(String(error));
    process.exitCode = 1;
  }
}
