/** Keys that operate buttons, lists and calendars. */
const operatingKeys = /^( |Enter|Arrow|Home|End|Page)/;

/**
 * Keeps the keys that press the buttons in an element's frame from the page around it, which may want them for itself. Shortcuts such
 * as Ctrl+Home are the page's.
 */
export function keepButtonKeys(frame: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    frame.addEventListener(type, (event) => {
      const isShortcut = event.altKey || event.ctrlKey || event.metaKey;
      if (!isShortcut && operatingKeys.test(event.key)) event.stopPropagation();
    });
  }
}
