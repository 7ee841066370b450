import type { Work } from '../context/work.js';
import { cancelledInJournal, movedInJournal } from '../core/journal-text.js';
import type { JournalTime } from '../core/journal-text.js';
import type { BookedTime } from '../store/bookings.js';
import { writeJournal } from '../store/journal.js';
import type { Reservation } from '../store/reservations.js';

async function toJournalTime(
  work: Work,
  { clinicianId, clinicId, startsAt }: Reservation,
): Promise<JournalTime> {
  const { rows } = await work.catalogue();
  return {
    start: startsAt.getTime(),
    clinician: rows.clinicians.find(({ id }) => id === clinicianId)!.name,
    clinic: rows.clinics.find(({ id }) => id === clinicId)!.name,
  };
}

/** Writes a move into the patient's journal where the account keeps them. */
export async function writeMoved(work: Work, from: BookedTime, to: BookedTime): Promise<void> {
  const { account } = work;
  if (!account.settings.journalMoves) return;
  const text = movedInJournal(
    account.textLanguage,
    account.timeZone,
    await toJournalTime(work, from.reservation),
    await toJournalTime(work, to.reservation),
  );
  await writeLine(work, to, 'moved', text);
}

/** Writes a cancellation into the patient's journal where the account keeps them. */
export async function writeCancelled(work: Work, time: BookedTime): Promise<void> {
  const { account } = work;
  if (!account.settings.journalCancellations) return;
  const when = await toJournalTime(work, time.reservation);
  const text = cancelledInJournal(account.textLanguage, account.timeZone, when);
  await writeLine(work, time, 'cancelled', text);
}

async function writeLine(
  { tx, account, now }: Work,
  { booking }: BookedTime,
  kind: 'moved' | 'cancelled',
  text: string,
): Promise<void> {
  await writeJournal(tx, {
    accountId: account.id,
    patientId: booking.patientId!,
    bookingId: booking.id,
    kind,
    text,
    at: new Date(now),
  });
}
