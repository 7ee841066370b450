const steps: Readonly<Record<string, readonly [days: number, times: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The buttons of a day, or of the strip of days. */
function buttonsOf(group: Element | undefined): HTMLButtonElement[] {
  return [...(group?.querySelectorAll('button') ?? [])];
}

/**
 * Arrow keys move focus: up and down through the times of a day, left and right to the same place in the next day
 * that has times. Every time stays reachable by Tab.
 */
export function moveFocus(event: KeyboardEvent): void {
  const button = (event.target as Element).closest('button');
  const [days, times] = steps[event.key] ?? [];
  const group = button?.closest('.day, .strip');
  if (!button || !group || days === undefined || times === undefined) return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const inGroup = buttonsOf(group);
  const index = inGroup.indexOf(button);
  let next: HTMLButtonElement | undefined;
  if (times !== 0 || group.matches('.strip')) {
    next = inGroup[index + times + (group.matches('.strip') ? days : 0)];
  } else {
    const all = [...(group.parentElement?.children ?? [])].filter(
      (day) => day.querySelector('button') && day.getClientRects().length > 0,
    );
    const inNext = buttonsOf(all[all.indexOf(group) + days]);
    next = inNext[Math.min(index, inNext.length - 1)];
  }
  if (!next) return;
  event.preventDefault();
  next.focus();
}
