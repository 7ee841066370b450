import { define } from '../../define-element.js';
import { DecidePage } from './decide-page.js';

define('opus-console-decide', DecidePage);
