/**
 * The elements of the steps after the first, and what these consist of: one module defines them all, and is loaded while
 * the first step is read.
 */
export const laterTags = [
  'opus-choices',
  'opus-clinician-picker',
  'opus-code-field',
  'opus-error-summary',
  'opus-info-box',
  'opus-national-id-field',
  'opus-personal-details',
  'opus-phone-field',
  'opus-receipt',
  'opus-review',
  'opus-text-field',
  'opus-treatment-picker',
  'opus-week-calendar',
] as const;
