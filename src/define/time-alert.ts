import './code-form.js';
import './notice.js';
import './phone-field.js';
import './text-field.js';
import { TimeAlert } from '../elements/time-alert/time-alert.js';
import { define } from './define.js';

define('opus-time-alert', TimeAlert);
