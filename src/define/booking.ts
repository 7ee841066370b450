import './clinic-picker.js';
import './notice.js';
import './steps.js';
import { Booking } from '../elements/booking/booking.js';
import { laterTags } from '../elements/booking/later-tags.js';
import { define } from './define.js';

Booking.loaders = {
  ...Object.fromEntries(laterTags.map((tag) => [tag, () => import('./later-steps.js')])),
  'opus-hold-warning': () => import('./hold-warning.js'),
  'opus-login': () => import('./login.js'),
  'opus-other-offers': () => import('./other-offers.js'),
  'opus-slot-chooser': () => import('./slot-chooser.js'),
  'opus-appointments': () => import('./appointments.js'),
  'opus-time-alert': () => import('./time-alert.js'),
};

define('opus-booking', Booking);
