/** Says in the console why a part of the script could not be loaded or run: a missing file, or another script of the page. */
export function tellBrokenScript(cause: unknown): void {
  console.error('opus-booking: a part of the script could not be loaded or run.', cause);
}
