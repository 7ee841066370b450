import { define } from '../../define-element.js';
import { WhyPage } from './why-page.js';

define('opus-console-why', WhyPage);
