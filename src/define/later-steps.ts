// Together, since the files of a build are few and large: that compresses better than one file for each step.
import './choices.js';
import './clinician-picker.js';
import './info-box.js';
import './personal-details.js';
import './receipt.js';
import './review.js';
import './treatment-picker.js';
import './week-calendar.js';
