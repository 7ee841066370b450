import './notice.js';
import { ClinicPicker } from '../elements/clinic-picker/clinic-picker.js';
import { define } from './define.js';

define('opus-clinic-picker', ClinicPicker);
