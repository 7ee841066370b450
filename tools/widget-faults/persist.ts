// Whoever sits in front of the widget does what it offers, until it says that it is done.
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator } from '@playwright/test';

/** How long a patient tries, and waits for one thing to react; milliseconds. */
const patience = 150_000;
const reaction = 3000;

/** What can be done when something is on the screen. */
export type Act = readonly [Locator, () => Promise<unknown>];

export const press = (locator: Locator) => locator.first().click({ timeout: reaction });

/** Presses a button when it is there. */
export const presses = (locator: Locator): Act => [locator, () => press(locator)];

export const isVisible = (locator: Locator) => locator.first().isVisible();

/** Does the first of `acts` that can be done, again and again; whether `done` was on the screen within the patience. */
export async function persist(
  done: Locator,
  acts: readonly Act[],
  random: () => number,
): Promise<boolean> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    if (await isVisible(done)) return true;
    try {
      for (const [sign, act] of acts) {
        if (!(await isVisible(sign))) continue;
        await act();
        break;
      }
    } catch {
      // The screen has changed meanwhile.
    }
    await pause(200 + random() * 300);
  }
  return false;
}

/** All text of the widget, through its shadow roots. */
export function textOf(widget: Locator): Promise<string> {
  return widget.first().evaluate((host) => {
    const texts: string[] = [];
    const nodes: Node[] = [host];
    for (let node = nodes.pop(); node; node = nodes.pop()) {
      if (node instanceof Text) texts.push(node.data);
      const root = node instanceof Element ? node.shadowRoot : null;
      if (!(node instanceof HTMLStyleElement))
        nodes.push(...[...(root ?? node).childNodes].reverse());
    }
    return texts.join(' ').replaceAll(/\s+/g, ' ');
  });
}
