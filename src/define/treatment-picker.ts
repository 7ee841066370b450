import './notice.js';
import { TreatmentPicker } from '../elements/treatment-picker/treatment-picker.js';
import { define } from './define.js';

define('opus-treatment-picker', TreatmentPicker);
