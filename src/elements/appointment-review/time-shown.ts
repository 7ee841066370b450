import { html, type TemplateResult } from 'lit';
import { toClockTime } from '../../domain/clock-time.js';
import { appointmentDateHeading } from '../../locales/appointment-dates.js';
import { slotTimeRange } from '../../locales/date-words.js';
import type { Localizer } from '../../locales/localizer.js';

/** A time with the names of clinician and clinic. */
export interface TimeShown {
  readonly start: string;
  readonly minutes: number;
  readonly clinician: string;
  readonly clinic: string;
}

/** Date and time in words, with clinician and clinic under them. */
export function renderTime(
  words: Localizer,
  timeZone: string,
  today: string,
  shown: TimeShown,
): TemplateResult {
  const language = words.lang();
  const { date } = toClockTime(shown.start, timeZone);
  return html`<strong>${appointmentDateHeading(language, date, today)}</strong>
    <span class="time">${slotTimeRange(language, shown, timeZone)}</span>
    <span class="quiet">${[shown.clinician, shown.clinic].filter(Boolean).join(', ')}</span>`;
}
