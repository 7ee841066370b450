import type { AccountStatus, StaffStatus } from '../../src/contract/index.js';

/** What closes an account's page: each on or off by itself (P-40). */
export type Closures = Omit<StaffStatus, 'status'>;

/** The switches that stand for one state alone. */
export function closuresOf(status: AccountStatus): Closures {
  return {
    maintenance: status === 'maintenance',
    unpublished: status === 'unpublished',
    newBookingOff: status === 'new-booking-off',
  };
}

/** What patients meet: of several switches that are on, the one that closes most. The column `accounts.status` says the same. */
export function statusOf({ maintenance, unpublished, newBookingOff }: Closures): AccountStatus {
  if (unpublished) return 'unpublished';
  if (maintenance) return 'maintenance';
  return newBookingOff ? 'new-booking-off' : 'open';
}
