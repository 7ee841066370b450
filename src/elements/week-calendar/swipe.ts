/** Pixels after which a finger's way is a gesture, and those after which it changes the week. */
const slack = 10;
const enough = 56;
/** The panel follows the finger only so far: it points the way, the week itself does not slide. */
const most = 32;

/** A finger on its way. */
interface Swipe {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** Set once the way is known to be sideways. */
  button?: HTMLButtonElement | undefined;
}

/** The control that a way to the left (the next week) or right leads to; undefined where the weeks end. */
function controlOf(panel: HTMLElement, isLeft: boolean): HTMLButtonElement | undefined {
  const root = panel.getRootNode() as ShadowRoot;
  const name = isLeft ? '.nextWeek' : '.previousWeek';
  const button = root.querySelector<HTMLButtonElement>(name);
  return button?.ariaDisabled === 'true' ? undefined : (button ?? undefined);
}

/**
 * Swiping sideways on a panel presses the control of the next or the previous week. Up and down stays the page's, and so
 * does everything while the page is zoomed in, where one finger moves what is seen.
 */
export function followSwipe(panel: HTMLElement): void {
  let swipe: Swipe | undefined;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)');

  const move = (pixels: number) => {
    if (!isCalm.matches) panel.style.translate = pixels ? `${pixels}px` : '';
  };
  const end = () => {
    swipe = undefined;
    const { translate } = panel.style;
    move(0);
    if (translate) panel.animate({ translate: [translate, '0px'] }, 150);
  };

  panel.addEventListener('pointerdown', (event) => {
    const isZoomed = (window.visualViewport?.scale ?? 1) > 1.01;
    // The style sheet leaves us what is sideways, which a zoomed page needs itself.
    panel.style.touchAction = isZoomed ? 'auto' : '';
    if (!event.isPrimary) return end();
    if (event.pointerType === 'mouse' || isZoomed || panel.inert) return;
    swipe = { id: event.pointerId, x: event.clientX, y: event.clientY };
  });

  panel.addEventListener('pointermove', (event) => {
    if (swipe?.id !== event.pointerId) return;
    const across = event.clientX - swipe.x;
    if (!swipe.button) {
      const down = Math.abs(event.clientY - swipe.y);
      if (Math.max(Math.abs(across), down) < slack) return;
      swipe.button = Math.abs(across) > 1.5 * down ? controlOf(panel, across < 0) : undefined;
      if (!swipe.button) return end();
      // From here on the finger is the panel's: letting go presses no time.
      panel.setPointerCapture(event.pointerId);
    }
    const isBack = swipe.button !== controlOf(panel, across < 0);
    move(isBack ? 0 : Math.max(-most, Math.min(most, across / 2)));
  });

  panel.addEventListener('pointerup', (event) => {
    if (swipe?.id !== event.pointerId) return;
    const { button, x } = swipe;
    const across = event.clientX - x;
    end();
    if (button && Math.abs(across) >= enough && button === controlOf(panel, across < 0)) {
      button.click();
    }
  });

  panel.addEventListener('pointercancel', end);
}
