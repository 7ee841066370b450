import './confirm-code.js';
import { Review } from '../elements/review/review.js';
import { define } from './define.js';

define('opus-review', Review);
