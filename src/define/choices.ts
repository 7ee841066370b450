import { Choices } from '../elements/choices/choices.js';
import { define } from './define.js';

define('opus-choices', Choices);
