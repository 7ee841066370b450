import { define } from '../../../define-element.js';
import { PasskeyOffer } from './passkey-offer.js';

define('opus-console-passkey-offer', PasskeyOffer);
