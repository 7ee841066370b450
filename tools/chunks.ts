// Few files, each for one stretch of the way: what is alike is compressed together, and no file waits for another.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Rolldown } from 'vite';

type CodeSplitting = Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>;
interface Modules {
  getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

function source(path: string): string {
  const file = resolve(import.meta.dirname, '../src', path);
  // A file that was renamed would silently move its code to another chunk.
  if (!existsSync(file)) throw new Error(`tools/chunks.ts names src/${path}, which does not exist`);
  return file;
}

/** The words of the first step in one language, and those of the steps after it. */
const words = /\/src\/locales\/(first\/)?(\w\w)\.ts$/;

/** A table of post towns: one of forty, so that forty hashes would be most of the file that knows them. */
const towns = /^(?:norway|finland)-\d+$/;

/**
 * The name of a file. What the first step needs, and the steps that a link with all chosen begins with, have one that stays, so that a
 * page asks for them before any script has said what is needed, and so have post towns; browsers ask the server whether it has
 * changed. All else is named by its content, and kept for good.
 */
export function fileNameOf({ name, moduleIds }: Rolldown.PreRenderedChunk): string {
  if (name === 'core' || name === 'steps') return 'opus-booking-[name].js';
  if (towns.test(name)) return '[name].js';
  const [, isFirst, language] =
    moduleIds.length === 1 ? (words.exec(moduleIds[0] ?? '') ?? []) : [];
  if (!language) return '[name]-[hash].js';
  return isFirst ? `opus-booking-${language}.js` : `opus-booking-steps-${language}.js`;
}

/** Modules that begin each file but the first, whose beginning is the entry. Earlier files win what several need. */
const stretches = {
  // All that comes after the first step.
  steps: [
    'define/later-steps.ts',
    'domain/patient-draft.ts',
    'elements/booking/step-views.ts',
    // The service, and what it keeps for the patient.
    'api/http-booking-api.ts',
    'state/booking/reservation.ts',
    'state/browser/one-time-code.ts',
  ],
  // What logging in takes, for accounts that have a way to.
  login: ['define/login.ts', 'elements/booking/logged-in-views.ts'],
};

/** Ids of the modules that load with these, before anything more is asked for. */
function loadedWith(modules: Modules, ids: readonly string[]): Set<string> {
  const loaded = new Set<string>();
  const add = (id: string): void => {
    if (loaded.has(id)) return;
    loaded.add(id);
    modules.getModuleInfo(id)?.importedIds.forEach(add);
  };
  ids.forEach(add);
  return loaded;
}

/** `output.codeSplitting` of a build that puts all that `entry` needs at once into one file, as a page's own build would. */
export function oneFileFrom(entry: string): CodeSplitting {
  let ids: Set<string> | undefined;
  const name = (id: string, modules: Modules) => {
    ids ??= loadedWith(modules, [entry]);
    return ids.has(id) || id.startsWith('\0') ? 'entry' : null;
  };
  return { groups: [{ name }] };
}

/** `output.codeSplitting` of a build that begins with `entry`. */
export function stretchesFrom(entry: string): CodeSplitting {
  const files = Object.entries({ core: [entry], ...stretches });
  return {
    groups: files.map(([file, begin], index) => {
      let ids: Set<string> | undefined;
      return {
        debugName: file,
        priority: files.length - index,
        name: (id: string, modules: Modules) => {
          // Apart from the entry: a page that asks for "opus-booking.js?v=2" must not get a second copy of Lit.
          if (id === entry) return null;
          ids ??= loadedWith(modules, file === 'core' ? begin : begin.map(source));
          return ids.has(id) || (file === 'core' && id.startsWith('\0')) ? file : null;
        },
      };
    }),
  };
}
