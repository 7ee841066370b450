import './appointment-list.js';
import './notice.js';
import { Appointments } from '../elements/appointments/appointments.js';
import { define } from './define.js';

// Everything after the list is loaded on demand.
Appointments.loaders = {
  'opus-login': () => import('./login.js'),
  'opus-session-code': () => import('./session-code.js'),
  'opus-week-calendar': () => import('./week-calendar.js'),
  'opus-appointment-review': () => import('./appointment-review.js'),
  'opus-appointment-receipt': () => import('./appointment-receipt.js'),
  'opus-cancel-dialog': () => import('./cancel-dialog.js'),
  'opus-hold-warning': () => import('./hold-warning.js'),
  'opus-time-alert': () => import('./time-alert.js'),
};

define('opus-appointments', Appointments);
