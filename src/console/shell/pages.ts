import type { StaffRight } from '../../contract/index.js';
import type { pageWords } from '../words/shell-words.js';

export type PageName = keyof typeof pageWords;

/** A page of the console: its element comes with the first visit. */
export interface Page {
  readonly name: PageName;
  readonly tag: string;
  readonly load: () => Promise<unknown>;
  /** What somebody needs to see it. */
  readonly right?: StaffRight;
}

/** In the order of the menu. Pages that do not work yet are not in it. */
export const pages: readonly Page[] = [
  {
    name: 'booking-page',
    tag: 'opus-console-booking-page',
    load: () => import('../pages/booking-page/define.js'),
    right: 'read',
  },
];
