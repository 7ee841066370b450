import { PhoneField } from '../elements/phone-field/phone-field.js';
import { define } from './define.js';

define('opus-phone-field', PhoneField);
