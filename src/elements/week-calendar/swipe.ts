/** Pixels of movement after which a touch is a swipe, and after which the swipe changes the week. */
const slack = 10;
const enough = 56;
/** Pixels that the panel moves along with the finger at most. */
const most = 32;

/** A touch that may become a swipe. */
interface Swipe {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** The control of the direction, once the movement is known to be sideways. */
  button?: HTMLButtonElement | undefined;
}

/** The control for a swipe to the left (next week) or right (previous week); undefined where the weeks end. */
function controlOf(panel: HTMLElement, isLeft: boolean): HTMLButtonElement | undefined {
  const root = panel.getRootNode() as ShadowRoot;
  const name = isLeft ? '.nextWeek' : '.previousWeek';
  const button = root.querySelector<HTMLButtonElement>(name);
  return button?.ariaDisabled === 'true' ? undefined : (button ?? undefined);
}

/**
 * Swiping sideways on a panel presses the control of the next or previous week. Vertical scrolling stays with the page, and
 * so does everything while the page is zoomed in, where one finger pans it.
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
    // `touch-action` in the style sheet reserves sideways movement, which a zoomed page needs for panning.
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
      // The panel captures the pointer, so that releasing it does not press a time.
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
