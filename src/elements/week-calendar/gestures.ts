import { moveFocus } from './arrow-keys.js';
import { followSwipe } from './swipe.js';

const followed = /* @__PURE__ */ new WeakSet<HTMLElement>();

/** Adds arrow keys, which move through the times, and swiping, which changes the week, to a calendar's panel. */
export function followGestures(panel: HTMLElement): void {
  if (followed.has(panel)) return;
  followed.add(panel);
  panel.addEventListener('keydown', moveFocus);
  followSwipe(panel);
}
