import './phone-field.js';
import './text-field.js';
import { AppointmentReview } from '../elements/appointment-review/appointment-review.js';
import { define } from './define.js';

define('opus-appointment-review', AppointmentReview);
