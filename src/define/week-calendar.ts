import { WeekCalendar } from '../elements/week-calendar/week-calendar.js';
import { define } from './define.js';

define('opus-week-calendar', WeekCalendar);
