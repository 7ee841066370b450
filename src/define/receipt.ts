import { Receipt } from '../elements/receipt/receipt.js';
import { define } from './define.js';

define('opus-receipt', Receipt);
