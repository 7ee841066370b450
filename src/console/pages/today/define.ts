import { define } from '../../define-element.js';
import '../appointment-sms/define.js';
import { TodayCancel } from './today-cancel.js';
import { TodayPage } from './today-page.js';

define('opus-console-today-cancel', TodayCancel);
define('opus-console-today', TodayPage);
