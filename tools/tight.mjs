import { tightDecorators } from './tight-decorators.mjs';
import { tightNames } from './tight-names.mjs';
import { tightNamespaces } from './tight-namespaces.mjs';
import { tightProperties } from './tight-properties.mjs';
import { tightTemplates } from './tight-templates.mjs';

/** Vite plugins that make the files of the CDN smaller than a minifier does; the package stays as it was written. */
export function tight() {
  return [tightNames(), tightProperties(), tightDecorators(), tightTemplates(), tightNamespaces()];
}
