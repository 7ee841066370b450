import './notice.js';
import { ClinicianPicker } from '../elements/clinician-picker/clinician-picker.js';
import { define } from './define.js';

define('opus-clinician-picker', ClinicianPicker);
