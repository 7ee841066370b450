import type { Page } from '@playwright/test';
import axeCore from 'axe-core';

type Axe = typeof axeCore;

/** WCAG 2.2 A and AA, and good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface AxeScope {
  /** Only these rules, in place of those of WCAG 2.2 A and AA and of good practice. */
  readonly rules?: readonly string[];
  /** Rules that do not apply. */
  readonly without?: readonly string[];
  /** Selectors of what has tests of its own. */
  readonly exclude?: readonly string[];
}

/**
 * Faults that axe finds on a page, frames of it apart, each by its rule and where it is. axe goes into a document once, however often it
 * is asked; `@axe-core/playwright` brings it along for each look, which takes twice the time.
 */
export async function faultsOn(page: Page, scope: AxeScope = {}): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.evaluate(axeCore.source);
  return page.evaluate(
    async ([allTags, { rules, without = [], exclude = [] }]) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations } = await axe.run(
        { exclude: exclude.map((selector) => [selector]) },
        {
          runOnly: rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: allTags },
          rules: Object.fromEntries(without.map((id) => [id, { enabled: false }])),
          resultTypes: ['violations'],
          iframes: false,
        },
      );
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`),
      );
    },
    [tags, scope] as const,
  );
}
