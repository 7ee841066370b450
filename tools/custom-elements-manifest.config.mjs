// How custom-elements.json is made from src; run by tools/manifest.mjs.

const published = (path) => path.replace(/^(\/?)src\//, '$1dist/').replace(/\.ts$/, '.js');

/** Adds the definition of each tag where src/define/NAME.ts makes it through a guard the analyzer cannot see. */
function definitionsOfTags() {
  return {
    name: 'definitions-of-tags',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const elements = new Map();
      for (const { path, declarations = [] } of modules) {
        for (const { name, tagName } of declarations) {
          if (tagName) elements.set(tagName, { name, module: path });
        }
      }
      for (const module of modules) {
        const tag = /^src\/define\/(.+)\.ts$/.exec(module.path)?.[1];
        const declaration = elements.get(`opus-${tag}`);
        if (!declaration) continue;
        module.exports = (module.exports ?? []).filter(
          ({ kind }) => kind !== 'custom-element-definition',
        );
        module.exports.push({
          kind: 'custom-element-definition',
          name: `opus-${tag}`,
          declaration,
        });
      }
    },
  };
}

/** Leaves out what is nobody's business: private members and the fields that Lit itself reads. */
function publicMembersOnly() {
  const hidden = ({ name, privacy }) =>
    privacy === 'private' ||
    privacy === 'protected' ||
    name.startsWith('_') ||
    name.startsWith('#');
  return {
    name: 'public-members-only',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const { declarations = [] } of modules) {
        for (const declaration of declarations) {
          if (declaration.members) {
            declaration.members = declaration.members.filter((member) => !hidden(member));
          }
        }
      }
    },
  };
}

/** Writes the paths that users of the package import, not those of the sources. */
function publishedPaths() {
  const rewrite = (value) => {
    if (Array.isArray(value)) value.forEach(rewrite);
    else if (value && typeof value === 'object') {
      for (const key of ['path', 'module']) {
        if (typeof value[key] === 'string') value[key] = published(value[key]);
      }
      Object.values(value).forEach(rewrite);
    }
  };
  return {
    name: 'published-paths',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
      rewrite(customElementsManifest.modules);
    },
  };
}

export default {
  globs: ['src/elements/**/*.ts', 'src/define/*.ts', 'src/events/*.ts'],
  exclude: ['src/**/*.styles.ts'],
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [definitionsOfTags(), publicMembersOnly(), publishedPaths()],
};
