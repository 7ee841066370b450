import { ErrorSummary } from '../elements/error-summary/error-summary.js';
import { define } from './define.js';

define('opus-error-summary', ErrorSummary);
