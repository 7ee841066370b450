import { define } from '../../define-element.js';
import { AdministrationPage } from './administration.js';
import { EmbedSection } from './embed.js';
import { ExchangeSection } from './exchange.js';
import { HistorySection } from './history.js';
import { KeysSection } from './keys.js';
import { PersonEditor } from './person.js';
import { StatusSection } from './status.js';
import { StaffSection } from './staff.js';

define('opus-console-person', PersonEditor);
define('opus-console-status', StatusSection);
define('opus-console-staff', StaffSection);
define('opus-console-keys', KeysSection);
define('opus-console-history', HistorySection);
define('opus-console-embed', EmbedSection);
define('opus-console-exchange', ExchangeSection);
define('opus-console-administration', AdministrationPage);
