import type { Failed } from './fault-text.js';

/** A place in the console. */
export interface ConsolePlace {
  readonly page: string;
  readonly parts: readonly string[];
}

/** Where in the console one sees to what failed; undefined where nothing can be changed. */
export function placeOf({ rule, asked, clinician }: Failed): ConsolePlace | undefined {
  const { where, because } = rule;
  const place = (page: string, ...parts: string[]) => ({ page, parts });
  switch (where?.kind) {
    case 'status':
      return place('booking-page', 'opening');
    case 'settings':
      return place('booking-page', 'switches');
    case 'clinician':
      return place('people', 'clinicians', where.id ?? clinician);
    case 'clinic':
      return place('people', 'clinics', where.id ?? '');
    case 'template':
      return place('treatments', 'templates', where.id ?? asked.treatment);
    case 'template-list':
      return place('treatments', 'lists', where.id ?? '', 'booking');
    case 'preblock-list':
      return place('treatments', 'lists', where.id ?? '', 'preblocks');
    case 'preblock-definition':
      return place('treatments', 'preblocks', where.id ?? '');
    case 'resource':
      return because === 'no-resource'
        ? place('treatments', 'templates', asked.treatment)
        : place('timebook', asked.date, 'day');
    case 'preblock':
    case 'working-time':
    case 'appointment':
      return place('timebook', asked.date, 'day');
    case undefined:
      return undefined;
  }
}
