import type { StaffRight } from '../../contract/index.js';
import type { pageWords } from '../words/shell-words.js';

export type PageName = keyof typeof pageWords;

/** A page of the console: its element comes with the first visit. */
export interface Page {
  readonly name: PageName;
  readonly tag: string;
  readonly load: () => Promise<unknown>;
  /** What somebody needs to see it: one of these. */
  readonly rights?: readonly StaffRight[];
}

/** In the order of the menu. Pages that do not work yet are not in it. */
export const pages: readonly Page[] = [
  {
    name: 'guide',
    tag: 'opus-console-guide',
    load: () => import('../pages/guide/define.js'),
    rights: ['read'],
  },
  {
    name: 'today',
    tag: 'opus-console-today',
    load: () => import('../pages/today/define.js'),
    rights: ['appointments'],
  },
  {
    name: 'timebook',
    tag: 'opus-console-timebook',
    load: () => import('../pages/timebook/define.js'),
    rights: ['read'],
  },
  {
    name: 'why',
    tag: 'opus-console-why',
    load: () => import('../pages/why/define.js'),
    rights: ['read'],
  },
  {
    name: 'treatments',
    tag: 'opus-console-treatments',
    load: () => import('../pages/treatments/define.js'),
    rights: ['read'],
  },
  {
    name: 'booking-page',
    tag: 'opus-console-booking-page',
    load: () => import('../pages/booking-page/define.js'),
    rights: ['read'],
  },
  {
    name: 'people',
    tag: 'opus-console-places',
    load: () => import('../pages/places/define.js'),
    rights: ['read'],
  },
  {
    name: 'messages',
    tag: 'opus-console-messages',
    load: () => import('../pages/messages/define.js'),
    rights: ['read'],
  },
  {
    name: 'reminders',
    tag: 'opus-console-reminders',
    load: () => import('../pages/reminders/define.js'),
    rights: ['read'],
  },
  {
    name: 'sms',
    tag: 'opus-console-sms',
    load: () => import('../pages/sms/define.js'),
    rights: ['messages'],
  },
  {
    name: 'patients',
    tag: 'opus-console-patients',
    load: () => import('../pages/patients/define.js'),
    rights: ['patients'],
  },
  {
    name: 'decide',
    tag: 'opus-console-decide',
    load: () => import('../pages/decide/define.js'),
    rights: ['decide'],
  },
  {
    name: 'administration',
    tag: 'opus-console-administration',
    load: () => import('../pages/administration/define.js'),
    rights: ['people', 'keys', 'history', 'exchange'],
  },
  {
    name: 'own',
    tag: 'opus-console-own',
    load: () => import('../pages/own/define.js'),
  },
];
