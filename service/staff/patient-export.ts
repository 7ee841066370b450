import type { PatientExport } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import type { AccountRow } from '../store/accounts.js';
import type { listJournal } from '../store/journal.js';
import type { PatientRow } from '../store/patients.js';
import type { rowsAboutPatient } from '../store/staff/person.js';

type Rows = Awaited<ReturnType<typeof rowsAboutPatient>>;

/** What an export is made of. */
interface Held {
  account: AccountRow;
  /** Epoch milliseconds. */
  now: number;
  patient: PatientRow & { nationalId: string };
  rows: Rows;
  /** The national IDs that were typed, by booking. */
  typed: ReadonlyMap<string, string | null>;
  journal: Awaited<ReturnType<typeof listJournal>>;
}

/** All that is held about a patient, as the API writes it; instants in the account's zone. */
export function toExport({ account, now, patient, rows, typed, journal }: Held): PatientExport {
  const at = (instant: Date) => formatInstant(instant.getTime(), account.timeZone);
  const orNull = (instant: Date | null) => instant && at(instant);
  const { id, nationalId, birthDate, firstName, lastName, mobileTrusted, createdAt } = patient;
  return {
    exportedAt: formatInstant(now, account.timeZone),
    account: { id: account.id, name: account.name },
    patient: {
      ...{ id, nationalId, birthDate, firstName, lastName },
      ...contactOf(patient),
      mobileTrusted,
      createdAt: at(createdAt),
    },
    appointments: rows.times.map(({ booking, reservation }) => ({
      id: booking.id,
      start: at(reservation.startsAt),
      minutes: (reservation.endsAt.getTime() - reservation.startsAt.getTime()) / 60_000,
      clinic: reservation.clinicId,
      clinician: reservation.clinicianId,
      treatment: reservation.templateId,
      status: reservation.status,
      registeredBy: booking.registeredBy,
      registeredAt: at(booking.registeredAt),
      confirmedAt: orNull(booking.confirmedAt),
      confirmedBy: booking.confirmedBy,
      arrivedAt: orNull(booking.arrivedAt),
      details: {
        nationalId: typed.get(booking.id) ?? null,
        firstName: booking.firstName,
        lastName: booking.lastName,
        ...contactOf(booking),
      },
      message: booking.message,
      campaignCode: booking.campaignCode,
      text: booking.text,
      formerTexts: (rows.texts.get(booking.id) ?? []).filter((text) => text !== booking.text),
      consent:
        booking.consentVersion === null
          ? null
          : {
              version: booking.consentVersion,
              at: orNull(booking.consentAt),
              lang: booking.consentLang,
            },
    })),
    needs: rows.needs.map((need) => ({
      id: need.id,
      week: need.week,
      minutes: need.minutes,
      treatment: need.templateId,
      clinician: need.clinicianId,
      intervalMonths: need.intervalMonths,
      appointment: need.bookingId,
    })),
    changes: rows.changes.map(({ id: change, changes, status, askedAt, decidedAt }) => ({
      id: change,
      changes,
      status,
      askedAt: at(askedAt),
      decidedAt: orNull(decidedAt),
    })),
    journal: journal.map((entry) => ({ at: at(entry.at), kind: entry.kind, text: entry.text })),
    messages: rows.messages.map((message) => ({
      kind: message.kind,
      channel: message.channel,
      recipient: message.recipient,
      status: message.status,
      // A code that still waits is nobody's to read.
      text: message.kind === 'code' || message.kind === 'login' ? null : message.text,
      delivery: message.delivery,
      createdAt: at(message.createdAt),
      sentAt: orNull(message.sentAt),
    })),
    received: rows.received.map(({ sender, text, receivedAt }) => ({
      from: sender,
      text,
      receivedAt: at(receivedAt),
    })),
    alerts: rows.alerts.map((alert) => ({
      channel: alert.channel,
      recipient: alert.recipient,
      clinic: alert.clinicId,
      clinician: alert.clinicianId,
      treatment: alert.templateId,
      appointment: alert.bookingId,
      before: at(alert.before),
      told: alert.told,
      consent: {
        version: alert.consentVersion,
        at: at(alert.consentAt),
        lang: alert.consentLang,
      },
      createdAt: at(alert.createdAt),
      expiresAt: at(alert.expiresAt),
    })),
    smsWish: {
      wish: patient.smsWish,
      at: orNull(patient.smsWishAt),
      source: patient.smsWishSource,
    },
    sessions: rows.sessions.map((session) => ({
      kind: session.kind,
      createdAt: at(session.createdAt),
      endsAt: at(session.endsAt),
    })),
  };
}

type Contact = Pick<PatientRow, 'mobile' | 'email' | 'address1' | 'address2' | 'postalCode'>;

function contactOf({ mobile, email, address1, address2, postalCode }: Contact): Contact {
  return { mobile, email, address1, address2, postalCode };
}
