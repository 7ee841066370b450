/** Says in the console why a part of the script could not be loaded or run: a missing file, or another script of the page. */
export function tellBrokenScript(cause: unknown): void {
  // eslint-disable-next-line no-console -- tells the web master, not the patient
  console.error('opus-booking: a part of the script could not be loaded or run.', cause);
}
