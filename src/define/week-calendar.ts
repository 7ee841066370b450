import { WeekCalendar } from '../elements/week-calendar/week-calendar.js';
import { define } from './define.js';

// Most patients never ask for it.
WeekCalendar.loadMonthPicker = () => import('./month-picker.js').then(({ ready }) => ready);

define('opus-week-calendar', WeekCalendar);
