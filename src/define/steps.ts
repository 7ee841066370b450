import { Steps } from '../elements/steps/steps.js';
import { define } from './define.js';

define('opus-steps', Steps);
