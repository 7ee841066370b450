import { NationalIdField } from '../elements/national-id-field/national-id-field.js';
import { define } from './define.js';

define('opus-national-id-field', NationalIdField);
