// Fails when src uses what a browser of the baseline lacks, and tools/baseline/allowed.ts does not say what happens there.
import { resolve } from 'node:path';
import ts from 'typescript';
import { allowedApis, allowedCss } from './allowed.js';
import { newerApis, type Use } from './apis.js';
import { newerStyles } from './styles.js';

const configFile = 'tools/tsconfig.src.json';
const { config } = ts.readConfigFile(configFile, (path) => ts.sys.readFile(path)) as {
  config: unknown;
};
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('tools'));
const program = ts.createProgram(fileNames, options);
const folder = resolve('src');

const faults: string[] = [];
function check(uses: readonly Use[], allowed: Readonly<Record<string, string>>): void {
  for (const { name, place, lacking } of uses) {
    if (!(name in allowed)) faults.push(`${place}: ${name} is missing in ${lacking.join(', ')}`);
  }
  const used = new Set(uses.map(({ name }) => name));
  for (const name of Object.keys(allowed)) {
    if (!used.has(name)) faults.push(`tools/baseline/allowed.ts: ${name} is not used, or not new`);
  }
}
check(newerApis(program, folder), allowedApis);
check(newerStyles(program, folder), allowedCss);

for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
