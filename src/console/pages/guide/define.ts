import { define } from '../../define-element.js';
import { GuidePage } from './guide-page.js';

define('opus-console-guide', GuidePage);
