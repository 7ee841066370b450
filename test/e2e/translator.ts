import type { Page } from '@playwright/test';

/**
 * Does what a browser's translator does: an element takes the place of every text node, in the page and in every open
 * shadow root, but for what is marked `translate="no"`. `prefix` stands for the other language.
 */
export async function translatePage(page: Page, prefix = ''): Promise<void> {
  await page.evaluate((prefix) => {
    const visit = (node: Node): void => {
      if (node instanceof Element) {
        const isLeftOut = node.closest('[translate="no"], script, style, font, textarea') === node;
        if (isLeftOut) return;
        if (node.shadowRoot) visit(node.shadowRoot);
      }
      for (const child of [...node.childNodes]) {
        if (!(child instanceof Text)) visit(child);
        else if (child.data.trim()) {
          const font = document.createElement('font');
          const inner = document.createElement('font');
          inner.textContent = prefix + child.data;
          font.append(inner);
          child.replaceWith(font);
        }
      }
    };
    visit(document.body);
  }, prefix);
}
