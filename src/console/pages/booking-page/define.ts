import { define } from '../../define-element.js';
import { BookingPageAddress } from './address.js';
import { BookingPage } from './booking-page.js';
import { BookingPageLook } from './look.js';
import './preview-define.js';
import { BookingPageOpening } from './opening.js';
import { BookingPageScript } from './script.js';
import { BookingPageSteps } from './steps.js';
import { BookingPageSwitches } from './switches.js';
import { BookingPageTexts } from './texts.js';

define('opus-console-page-switches', BookingPageSwitches);
define('opus-console-page-opening', BookingPageOpening);
define('opus-console-page-steps', BookingPageSteps);
define('opus-console-page-texts', BookingPageTexts);
define('opus-console-page-look', BookingPageLook);
define('opus-console-page-address', BookingPageAddress);
define('opus-console-page-script', BookingPageScript);
define('opus-console-booking-page', BookingPage);
