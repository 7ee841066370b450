import { define } from '../../define-element.js';
import { BookingPreview } from './preview.js';

define('opus-console-preview', BookingPreview);
