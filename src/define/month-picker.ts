import { MonthPicker } from '../elements/month-picker/month-picker.js';
import { define } from './define.js';

// A page may have cally itself, and defining its tags a second time would fail.
if (!customElements.get('calendar-date')) await import('cally');

define('opus-month-picker', MonthPicker);
