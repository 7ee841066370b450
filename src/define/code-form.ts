import './code-field.js';
import { CodeForm } from '../elements/login/code-form.js';
import { define } from './define.js';

define('opus-code-form', CodeForm);
