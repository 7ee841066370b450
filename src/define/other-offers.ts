import { OtherOffers } from '../elements/other-offers/other-offers.js';
import { define } from './define.js';

define('opus-other-offers', OtherOffers);
