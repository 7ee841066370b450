import { moveFocus } from './arrow-keys.js';
import { followSwipe } from './swipe.js';

const followed = /* @__PURE__ */ new WeakSet<HTMLElement>();

/** From now on arrow keys move through the times of a calendar's panel, and swiping it changes the week. */
export function followGestures(panel: HTMLElement): void {
  if (followed.has(panel)) return;
  followed.add(panel);
  panel.addEventListener('keydown', moveFocus);
  followSwipe(panel);
}
