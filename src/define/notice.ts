import { Notice } from '../elements/notice/notice.js';
import { define } from './define.js';

define('opus-notice', Notice);
