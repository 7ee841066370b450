import './clinic-picker.js';
import './notice.js';
import './steps.js';
import { Booking } from '../elements/booking/booking.js';
import { define } from './define.js';

// Each step but the first is loaded while the patient is at an earlier one.
Booking.loaders = {
  'opus-choices': () => import('./choices.js'),
  'opus-info-box': () => import('./info-box.js'),
  'opus-treatment-picker': () => import('./treatment-picker.js'),
  'opus-clinician-picker': () => import('./clinician-picker.js'),
  'opus-week-calendar': () => import('./week-calendar.js'),
  'opus-personal-details': () => import('./personal-details.js'),
  'opus-review': () => import('./review.js'),
  'opus-hold-warning': () => import('./hold-warning.js'),
  'opus-receipt': () => import('./receipt.js'),
  'opus-login': () => import('./login.js'),
  'opus-slot-chooser': () => import('./slot-chooser.js'),
  'opus-appointments': () => import('./appointments.js'),
};

define('opus-booking', Booking);
