import './notice.js';
import { ClinicPicker } from '../elements/clinic-picker/clinic-picker.js';
import { define } from './define.js';

// Only a long list needs it.
ClinicPicker.loadSearch = () => import('./clinic-search.js');

define('opus-clinic-picker', ClinicPicker);
