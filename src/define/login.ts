import './code-form.js';
import './error-summary.js';
import './national-id-field.js';
import './notice.js';
import './phone-field.js';
import { Login } from '../elements/login/login.js';
import { define } from './define.js';

define('opus-login', Login);
