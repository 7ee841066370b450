// How custom-elements.json is made from src; run by tools/manifest.ts.

interface Member {
  name: string;
  privacy?: string;
}

interface Declaration {
  name: string;
  tagName?: string;
  superclass?: { name: string };
  members?: Member[];
}

interface Export {
  kind: string;
  name: string;
  declaration: { name: string; module: string };
}

interface Module {
  path: string;
  declarations?: Declaration[];
  exports?: Export[];
}

/** What is read and written here of a custom elements manifest. */
export interface Manifest {
  schemaVersion: string;
  modules: Module[];
}

interface Plugin {
  name: string;
  packageLinkPhase: (context: { customElementsManifest: Manifest }) => void;
}

const published = (path: string) => path.replace(/^(\/?)src\//, '$1dist/').replace(/\.ts$/, '.js');

/** Adds the definition of each tag where src/define/NAME.ts makes it through a guard the analyzer cannot see. */
function definitionsOfTags(): Plugin {
  return {
    name: 'definitions-of-tags',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const elements = new Map<string, Export['declaration']>();
      for (const { path, declarations = [] } of modules) {
        for (const { name, tagName } of declarations) {
          if (tagName) elements.set(tagName, { name, module: path });
        }
      }
      for (const module of modules) {
        const [, part, page] =
          /^src\/(?:define\/(.+)|(console)\/define)\.ts$/.exec(module.path) ?? [];
        const tag = part ?? page;
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

/** Leaves out private members and the fields that only Lit reads. */
function publicMembersOnly(): Plugin {
  const hidden = ({ name, privacy }: Member) =>
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
function publishedPaths(): Plugin {
  const rewrite = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(rewrite);
    else if (value && typeof value === 'object') {
      const node = value as Record<string, unknown>;
      for (const key of ['path', 'module']) {
        const path = node[key];
        if (typeof path === 'string') node[key] = published(path);
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
  globs: [
    'src/elements/**/*.ts',
    'src/define/*.ts',
    'src/events/*.ts',
    // Of the console the element that pages write; its own parts are nobody's to use.
    'src/console/shell/console.ts',
    'src/console/define.ts',
  ],
  exclude: ['src/**/*.styles.ts'],
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [definitionsOfTags(), publicMembersOnly(), publishedPaths()],
};
