import type { Appointment } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { treatmentName } from '../../src/domain/treatment-name.js';
import type { BookedTime } from '../store/bookings.js';
import type { CatalogueRows } from '../store/catalogue.js';
import type { AccountRow } from '../store/accounts.js';

/** An appointment as the API writes it, with the present names. */
export function toAppointment(
  { booking, reservation }: BookedTime,
  account: AccountRow,
  rows: CatalogueRows,
): Appointment {
  const { clinicId, clinicianId, templateId, startsAt, endsAt } = reservation;
  const clinic = rows.clinics.find(({ id }) => id === clinicId)!;
  const clinician = rows.clinicians.find(({ id }) => id === clinicianId)!;
  const template = rows.templates.find(({ id }) => id === templateId);
  const { id, name, address1, postalCode, city, phone, email } = clinic;
  return {
    id: booking.id,
    slot: {
      start: formatInstant(startsAt.getTime(), account.timeZone),
      minutes: (endsAt.getTime() - startsAt.getTime()) / 60_000,
      clinic: clinicId,
      clinician: clinicianId,
      ...(template ? { treatment: template.id } : {}),
    },
    ...(template ? { treatment: { id: template.id, name: treatmentName(template.name) } } : {}),
    clinic: { id, name, address1, postalCode, city, phone, email },
    clinician: { id: clinician.id, name: clinician.name },
    status: reservation.status === 'cancelled' ? 'cancelled' : 'booked',
    sequence: booking.sequence,
  };
}
