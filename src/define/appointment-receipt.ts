import { AppointmentReceipt } from '../elements/appointment-receipt/appointment-receipt.js';
import { define } from './define.js';

define('opus-appointment-receipt', AppointmentReceipt);
