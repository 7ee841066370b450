import { MonthPicker } from '../elements/month-picker/month-picker.js';
import { define } from './define.js';

define('opus-month-picker', MonthPicker);

/**
 * Done when its days can be drawn. A page may have cally itself, and defining its tags a second time would fail. Not
 * awaited here: a module that waits at its top level makes the bundler ask for every later part in a file of its own.
 */
export const ready: Promise<unknown> = customElements.get('calendar-date')
  ? Promise.resolve()
  : import('cally');
