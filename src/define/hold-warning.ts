import { HoldWarning } from '../elements/hold-warning/hold-warning.js';
import { define } from './define.js';

define('opus-hold-warning', HoldWarning);
