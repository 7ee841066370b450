import './code-field.js';
import './phone-field.js';
import './text-field.js';
import { ConfirmCode } from '../elements/review/confirm-code.js';
import { define } from './define.js';

define('opus-confirm-code', ConfirmCode);
