import { define } from '../../define-element.js';
import { PatientEditor } from './patient.js';
import { PatientNeeds } from './patient-needs.js';
import { PatientPrivacy } from './patient-privacy.js';
import { PatientSms } from './patient-sms.js';
import { PatientsPage } from './patients-page.js';

define('opus-console-patient-needs', PatientNeeds);
define('opus-console-patient-privacy', PatientPrivacy);
define('opus-console-patient-sms', PatientSms);
define('opus-console-patient', PatientEditor);
define('opus-console-patients', PatientsPage);
