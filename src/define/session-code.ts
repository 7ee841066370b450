import './code-form.js';
import './notice.js';
import './phone-field.js';
import { SessionCode } from '../elements/login/session-code.js';
import { define } from './define.js';

define('opus-session-code', SessionCode);
