import { toClockTime } from '../../src/domain/clock-time.js';
import { treatmentName } from '../../src/domain/treatment-name.js';
import type { MergeValues } from '../../src/domain/message-text/merge-fields.js';
import type { AccountRow } from '../store/accounts.js';
import type { Booking } from '../store/bookings.js';
import type { CatalogueRows } from '../store/catalogue.js';
import type { Reservation } from '../store/reservations.js';
import type { Ways } from './booking-texts.js';
import { changeLink, waysOnline } from './links.js';

/** An appointment, or one that may come to be, as far as its messages tell of it. */
export interface AddressedTime {
  booking: Pick<
    Booking,
    'id' | 'patientId' | 'firstName' | 'lastName' | 'mobile' | 'email' | 'lang' | 'sequence'
  >;
  reservation: Pick<Reservation, 'clinicId' | 'clinicianId' | 'templateId' | 'startsAt' | 'endsAt'>;
}

/** What a message needs to know of an appointment. */
export interface AppointmentFacts {
  values: MergeValues;
  ways: Ways;
  clinic: CatalogueRows['clinics'][number];
}

/**
 * The merge fields of an appointment (M-03), its time in the account's zone. `page` is the root of the account's hosted
 * page; undefined: no links.
 */
export function appointmentFacts(
  { booking, reservation }: AddressedTime,
  account: AccountRow,
  rows: CatalogueRows,
  page: string | undefined,
): AppointmentFacts {
  const { clinicId, clinicianId, templateId, startsAt } = reservation;
  const clinic = rows.clinics.find(({ id }) => id === clinicId)!;
  const clinician = rows.clinicians.find(({ id }) => id === clinicianId)!;
  const template = rows.templates.find(({ id }) => id === templateId);
  const { titleConsent } =
    rows.clinicianClinics.find(
      (work) => work.clinicId === clinicId && work.clinicianId === clinicianId,
    ) ?? {};
  const online = waysOnline(account.settings, template);
  const ways = {
    move: page !== undefined && online.move,
    cancel: page !== undefined && online.cancel,
    phone: clinic.phone.trim() !== '',
  };
  return {
    clinic,
    ways,
    values: {
      PATIENT_FIRST_NAME: withoutAddress(booking.firstName ?? ''),
      PATIENT_LAST_NAME: withoutAddress(booking.lastName ?? ''),
      CLINIC_NAME: clinic.name,
      CLINIC_CITY: clinic.city,
      CLINIC_ADDRESS1: clinic.address1,
      CLINIC_ADDRESS2: clinic.address2 ?? '',
      CLINIC_POSTALCODE: clinic.postalCode,
      CLINIC_WORK: clinic.phone,
      CLINIC_EMAIL: clinic.email,
      CLINICIAN_TITLE: (titleConsent && clinician.title) || '',
      CLINICIAN_NAME: clinician.name,
      TREATMENT_NAME: template ? treatmentName(template.name) : '',
      TREATMENT_DESCRIPTION: template?.description ?? '',
      ...startFields(startsAt.getTime(), account.timeZone),
      COMPANY: rows.companies.find(({ id }) => id === clinic.companyId)?.name ?? '',
      MOVE_LINK: ways.move ? changeLink(page!, 'move', booking.id) : '',
      CANCEL_LINK: ways.cancel ? changeLink(page!, 'cancel', booking.id) : '',
      ...noAlertLinks,
    },
  };
}

/** The links of an alert, which no other message has. */
const noAlertLinks = { TIME_LINK: '', STOP_LINK: '' };

/** Anybody can enter a name: it must not look like a web address, which mail programs would turn into a link. */
function withoutAddress(name: string): string {
  return name.replace(/\.(?=\p{L}{2})/gu, '. ');
}

/** The fields of a start, epoch milliseconds, by the clock of an IANA zone; always two digits, the year four (M-12). */
export function startFields(instant: number, timeZone: string) {
  const { date, minutes } = toClockTime(instant, timeZone);
  const [year = '', month = '', day = ''] = date.split('-');
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    TIMESLOT_START_YEAR: year,
    TIMESLOT_START_MONTH: month,
    TIMESLOT_START_DAY: day,
    TIMESLOT_START_HOUR: two(Math.floor(minutes / 60)),
    TIMESLOT_START_MINUTE: two(minutes % 60),
  };
}
