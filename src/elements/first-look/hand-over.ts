/** What the booking element is by the time that it takes over. */
type Widget = HTMLElement & { readonly updateComplete?: Promise<unknown> };
type Step = HTMLElement & { focusHeading?: () => void };

/** Milliseconds in which the step after a pressed card may come, for the focus to go on to it. */
const patience = 10_000;

/**
 * Takes the first look away once the widget has drawn its own first step. Where the keyboard was in it, it goes on in the widget: on
 * the same card, or on the heading of the step that a pressed card has led to, which a screen reader then reads once.
 */
export function handOver(element: HTMLElement, look: HTMLElement): void {
  element.addEventListener('opus-step-change', () => void takeAway(element, look), { once: true });
}

async function takeAway(element: Widget, look: HTMLElement): Promise<void> {
  const buttons = [...(look.shadowRoot?.querySelectorAll('button') ?? [])];
  const focused = look.shadowRoot?.activeElement;
  const index = buttons.indexOf(focused as HTMLButtonElement);
  const isPressed = focused?.getAttribute('aria-pressed') === 'true';
  // The step may be known before its words are there.
  do {
    await new Promise(requestAnimationFrame);
    await element.updateComplete;
  } while (element.shadowRoot?.querySelector('slot[name=waiting]'));
  look.remove();
  if (index < 0) return;
  const until = performance.now() + patience;
  const go = (): void => {
    // The patient has gone on.
    if (document.activeElement !== document.body || performance.now() > until) return;
    const step: Step | null | undefined = element.shadowRoot?.querySelector('[id=step]');
    const cards = step?.shadowRoot?.querySelectorAll<HTMLElement>('.choose');
    if (!cards?.length) requestAnimationFrame(go);
    else if (isPressed) step?.focusHeading?.();
    else cards[index]?.focus();
  };
  go();
}
