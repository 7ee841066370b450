import { expect, test, type Page } from '@playwright/test';
import { BookingPage } from './booking-page.js';
import { newestCode } from './inbox.js';
import { patientNumber } from './patients.js';
import { translatePage } from './translator.js';

/** All text of the page as a patient reads it, through every open shadow root. */
function visibleText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const read = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (node instanceof Element && !node.checkVisibility({ visibilityProperty: true })) return '';
      if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) {
        return node.assignedNodes().map(read).join('');
      }
      const root = (node instanceof Element && node.shadowRoot) || node;
      return [...root.childNodes].map(read).join(node instanceof HTMLElement ? ' ' : '');
    };
    const widget = document.querySelector('opus-booking');
    return widget ? read(widget).replace(/\s+/g, ' ').trim() : '';
  });
}
