import { define } from '../../define-element.js';
import { TodayPage } from './today-page.js';

define('opus-console-today', TodayPage);
