import { define } from '../../define-element.js';
import '../appointment-sms/define.js';
import { TodayPage } from './today-page.js';

define('opus-console-today', TodayPage);
