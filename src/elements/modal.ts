const stop = (event: Event): void => event.stopPropagation();

/** Keeps an Escape from the page around: the key's `keydown`, and its `keyup`, which many pages listen for. */
export function keepEscape(event: KeyboardEvent): void {
  event.stopPropagation();
  window.addEventListener('keyup', stop, { capture: true, once: true });
}

/**
 * Shows a modal dialog. While it is open, Escape closes it and nothing else: a page that closes its own popup by that key
 * would take the booking along. Heard at the window, since the focus may lie on the body.
 */
export function showModal(dialog: HTMLDialogElement): void {
  const hear = (event: KeyboardEvent) => {
    if (!dialog.isConnected || !dialog.open) window.removeEventListener('keydown', hear, true);
    else if (event.key === 'Escape') keepEscape(event);
  };
  window.addEventListener('keydown', hear, true);
  dialog.showModal();
}
