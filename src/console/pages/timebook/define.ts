import { define } from '../../define-element.js';
import '../appointment-sms/define.js';
import { CopyDialog } from './copy-dialog.js';
import { EntryDialog } from './entry-dialog.js';
import { NewDialog } from './new-dialog.js';
import { NextFree } from './next-free.js';
import { PatientChoice } from './patient-choice.js';
import { PlacedDialog } from './placed-dialog.js';
import { TimebookGrid } from './timebook-grid.js';
import { TimebookPage } from './timebook-page.js';

define('opus-console-next-free', NextFree);
define('opus-console-patient-choice', PatientChoice);
define('opus-console-timebook-grid', TimebookGrid);
define('opus-console-timebook-new', NewDialog);
define('opus-console-timebook-placed', PlacedDialog);
define('opus-console-timebook-entry', EntryDialog);
define('opus-console-timebook-copy', CopyDialog);
define('opus-console-timebook', TimebookPage);
