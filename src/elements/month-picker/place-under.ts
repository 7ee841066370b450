/** Pixels kept free around the dialog. */
const gap = 8;

/**
 * Puts an open dialog under an element, aligned with the element's end as far as the window has room. In page
 * coordinates, so that it scrolls with the page.
 */
export function placeUnder(anchor: Element, dialog: HTMLElement): void {
  const { bottom, right } = anchor.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = dialog;
  const { clientWidth, clientHeight } = document.documentElement;
  const fit = (wanted: number, size: number, room: number) =>
    Math.max(gap, Math.min(wanted, room - size - gap));
  const x = fit(right - offsetWidth, offsetWidth, clientWidth);
  const y = fit(bottom + gap, offsetHeight, clientHeight);
  dialog.style.setProperty('--_left', `${x + window.scrollX}px`);
  dialog.style.setProperty('--_top', `${y + window.scrollY}px`);
}
