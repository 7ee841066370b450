import { TextField } from '../elements/text-field/text-field.js';
import { define } from './define.js';

define('opus-text-field', TextField);
