import type { Part } from '../../domain/selection.js';

const choiceTags = ['opus-treatment-picker', 'opus-clinician-picker'];

/** The tags that are needed soon after each step: they are loaded while it is read. */
export const tagsAfter: Readonly<Record<Part, readonly string[]>> = {
  clinic: ['opus-choices', 'opus-info-box', ...choiceTags, 'opus-week-calendar'],
  treatment: ['opus-choices', 'opus-info-box', ...choiceTags, 'opus-week-calendar'],
  clinician: ['opus-choices', 'opus-week-calendar'],
  time: ['opus-choices', 'opus-personal-details'],
  details: ['opus-choices', 'opus-review'],
  confirm: ['opus-receipt'],
};
