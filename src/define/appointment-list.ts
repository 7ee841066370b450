import { OwnAppointmentList } from '../elements/appointment-list/appointment-list.js';
import { define } from './define.js';

define('opus-appointment-list', OwnAppointmentList);
