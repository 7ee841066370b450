import { InfoBox } from '../elements/info-box/info-box.js';
import { define } from './define.js';

define('opus-info-box', InfoBox);
