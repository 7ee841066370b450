/** Paths of all files under `folder` whose name matches, sorted; none when the folder is missing. */
export function filesUnder(folder: string, pattern: RegExp): string[];
