import './notice.js';
import { CancelDialog } from '../elements/cancel-dialog/cancel-dialog.js';
import { define } from './define.js';

define('opus-cancel-dialog', CancelDialog);
