// Few files, each for one stretch of the way: what is alike is compressed together, and no file waits for another.
import { resolve } from 'node:path';

const source = (path) => resolve(import.meta.dirname, '../src', path);

/** Modules that begin each file but the first, whose beginning is the entry. Earlier files win what several need. */
const stretches = {
  // All that comes after the first step.
  steps: [
    'define/choices.ts',
    'define/info-box.ts',
    'define/treatment-picker.ts',
    'define/clinician-picker.ts',
    'define/week-calendar.ts',
    'define/personal-details.ts',
    'define/review.ts',
    'define/receipt.ts',
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
function loadedWith(modules, ids) {
  const loaded = new Set();
  const add = (id) => {
    if (loaded.has(id)) return;
    loaded.add(id);
    modules.getModuleInfo(id)?.importedIds.forEach(add);
  };
  ids.forEach(add);
  return loaded;
}

/** `output.codeSplitting` of a build that puts all that `entry` needs at once into one file, as a page's own build would. */
export function oneFileFrom(entry) {
  let ids;
  const name = (id, modules) => {
    ids ??= loadedWith(modules, [entry]);
    return ids.has(id) || id.startsWith('\0') ? 'entry' : null;
  };
  return { groups: [{ name }] };
}

/** `output.codeSplitting` of a build that begins with `entry`. */
export function stretchesFrom(entry) {
  const files = Object.entries({ core: [entry], ...stretches });
  return {
    groups: files.map(([file, begin], index) => {
      let ids;
      return {
        debugName: file,
        priority: files.length - index,
        name: (id, modules) => {
          // Apart from the entry: a page that asks for "opus-booking.js?v=2" must not get a second copy of Lit.
          if (id === entry) return null;
          ids ??= loadedWith(modules, file === 'core' ? begin : begin.map(source));
          return ids.has(id) || (file === 'core' && id.startsWith('\0')) ? file : null;
        },
      };
    }),
  };
}
