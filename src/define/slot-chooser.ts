import { SlotChooser } from '../elements/slot-chooser/slot-chooser.js';
import { define } from './define.js';

define('opus-slot-chooser', SlotChooser);
