import { define } from '../../define-element.js';
import { AppointmentSms } from './appointment-sms.js';
import { SmsEditor } from './sms-editor.js';

define('opus-console-sms-editor', SmsEditor);
define('opus-console-appointment-sms', AppointmentSms);
