import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { minify, type MinifyOptions } from 'terser';
import type { Plugin } from 'vite';
import { litDecorators } from './lit-decorators.js';
import { staticFields } from './static-fields.js';
import { inlineRuntime } from './inline-runtime.js';
import { ownKeys } from './own-keys.js';

/** Minifies the text of html`` and css``; what is between two elements stays one space, which may be seen. */
export const minifyTemplates = (): Plugin =>
  // Its types name Rollup's plugins, which Vite takes as well.
  minifyTemplateLiterals({
    exclude: '**/node_modules/**',
    failOnError: true,
    // Without its slash, a shape of SVG would take the next one as its child, which is not drawn then.
    options: { minifyOptions: { conservativeCollapse: true, keepClosingSlash: true } },
  }) as Plugin;

const terserOptions: MinifyOptions = {
  module: true,
  ecma: 2020,
  mangle: false,
  compress: { unsafe_arrows: true, keep_fargs: false },
  format: { comments: false },
  sourceMap: true,
};

/** Simplifies the code before the bundler's own minifier, which then shortens the names (`#private` ones as well). */
const simplifyCode = (): Plugin => ({
  name: 'simplify-code',
  async renderChunk(code) {
    const result = await minify(code, terserOptions);
    return { code: result.code ?? code, map: result.map as string };
  },
});

/** Vite plugins that make the CDN files smaller than a JavaScript minifier does; the package stays as it was written. */
export const minifyPlugins = (): Plugin[] => [
  inlineRuntime(),
  ownKeys(),
  litDecorators(),
  minifyTemplates(),
  staticFields(),
  simplifyCode(),
];
