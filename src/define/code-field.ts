import { CodeField } from '../elements/code-field/code-field.js';
import { define } from './define.js';

define('opus-code-field', CodeField);
