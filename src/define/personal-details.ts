import './error-summary.js';
import './info-box.js';
import './national-id-field.js';
import './phone-field.js';
import './text-field.js';
import { PersonalDetails } from '../elements/personal-details/personal-details.js';
import { define } from './define.js';

define('opus-personal-details', PersonalDetails);
