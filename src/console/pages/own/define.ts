import { define } from '../../define-element.js';
import { OwnPage } from './own-page.js';

define('opus-console-own', OwnPage);
