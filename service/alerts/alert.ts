import type { TimeAlert } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { maskEmail, maskMobile } from '../core/masking.js';
import type { AlertRow } from '../store/alerts.js';

/** Throws `not-allowed` where the account tells nobody of earlier times (P-48). */
export function refuseWithoutAlerts({ account }: Pick<Work, 'account'>): void {
  if (!account.settings.timeAlerts) throw new ProblemError('not-allowed', { reason: 'setting' });
}

/** An alert as the API writes it. */
export function toTimeAlert(row: AlertRow, { account }: Pick<Work, 'account'>): TimeAlert {
  const { bookingId, clinicId, groupId, clinicianId, templateId } = row;
  const at = (instant: Date) => formatInstant(instant.getTime(), account.timeZone);
  return {
    status: 'waiting',
    id: row.id,
    ...(bookingId === null ? {} : { appointment: bookingId }),
    ...(clinicId === null ? {} : { clinic: clinicId }),
    ...(groupId === null ? {} : { group: groupId }),
    ...(clinicianId === null ? {} : { clinician: clinicianId }),
    ...(templateId === null ? {} : { treatment: templateId }),
    before: at(row.before),
    expiresAt: at(row.expiresAt),
    sentTo: sentToOf(row),
  };
}

/** Where the messages of an alert go, masked. */
export function sentToOf({ channel, recipient }: Pick<AlertRow, 'channel' | 'recipient'>) {
  return channel === 'sms' ? { sms: maskMobile(recipient) } : { email: maskEmail(recipient) };
}
