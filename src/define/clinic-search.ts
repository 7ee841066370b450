import { ClinicSearch } from '../elements/clinic-search/clinic-search.js';
import { define } from './define.js';

define('opus-clinic-search', ClinicSearch);
