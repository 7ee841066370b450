import type { Plugin } from 'vite';

/** How a file begins that calls the bundler's own helper, before its names are shortened. */
const importLine = /^import \{ (.+) \} from "\.\/rolldown-runtime[^"]*";$/m;

/** The helper: an object with the exports of one of the modules that a file holds. On one line, so that source maps stay true. */
const helper =
  'const __exportAll = (all) => { const names = {}; ' +
  'for (const name of Object.keys(all)) Object.defineProperty(names, name, { get: all[name], enumerable: true }); ' +
  'return names; };';

/**
 * Puts the bundler's own helper into each file that calls it, in place of a file of 120 bytes that every one of them waits for: one round
 * trip more before the second step, and before the words of two languages (Rolldown has no option for it: rolldown/rolldown#2654).
 */
export const inlineRuntime = (): Plugin => ({
  name: 'inline-runtime',
  renderChunk(code) {
    const [line, names] = importLine.exec(code) ?? [];
    if (!line) return null;
    if (!/^\w+ as __exportAll$/.test(names!)) {
      this.error(
        `The bundler's runtime has more than it had: ${names}. See tools/inline-runtime.ts.`,
      );
    }
    return { code: code.replace(line, helper), map: null };
  },
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || file.name === 'rolldown-runtime') continue;
      if (/["'`]\.\/rolldown-runtime/.test(file.code))
        this.error(`${file.fileName} still waits for the runtime.`);
    }
    for (const [name, file] of Object.entries(bundle)) {
      if (file.name === 'rolldown-runtime' || /^rolldown-runtime.*\.map$/.test(name))
        delete bundle[name];
    }
  },
});
