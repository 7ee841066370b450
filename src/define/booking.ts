import './choices.js';
import './clinic-picker.js';
import './clinician-picker.js';
import './info-box.js';
import './notice.js';
import './steps.js';
import './treatment-picker.js';
import { Booking } from '../elements/booking/booking.js';
import { define } from './define.js';

// Later steps arrive while the ones before them are read.
Booking.loaders = {
  'opus-week-calendar': () => import('./week-calendar.js'),
  'opus-personal-details': () => import('./personal-details.js'),
  'opus-review': () => import('./review.js'),
  'opus-receipt': () => import('./receipt.js'),
};

define('opus-booking', Booking);
