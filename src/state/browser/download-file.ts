import { serviceNow } from '../../api/service-clock.js';
import type { Appointment } from '../../contract/index.js';
import { appointmentUid, calendarFile } from '../../domain/calendar-file.js';
import { clinicPhoneText } from '../../domain/clinic-phone.js';
import type { Localizer } from '../../locales/localizer.js';

/** Hands the patient a calendar file with their appointment (P-32), in the language of `words`. */
export function downloadCalendarFile(words: Localizer, appointment: Appointment): void {
  const { id, clinic, slot, sequence = 0 } = appointment;
  const text = calendarFile(
    {
      uid: appointmentUid(id),
      sequence,
      start: slot.start,
      minutes: slot.minutes,
      summary: words.term('calendarSummary', clinic.name),
      location: `${clinic.name}, ${clinic.address1}, ${clinic.postalCode} ${clinic.city}`,
      description: words.term('calendarDescription', clinicPhoneText(clinic.phone)),
    },
    serviceNow(),
  );
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${words.term('calendarFileName')}.ics`;
  link.click();
  // The browser takes the file up after the click; the address must outlive that, and nothing more.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
