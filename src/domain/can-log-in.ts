import type { Account } from '../contract/index.js';

/** True where the account has a way to log in, and is open for it (P-33, P-40). */
export function canLogIn({ status, settings: { login } }: Account): boolean {
  const isOpen = status === 'open' || status === 'new-booking-off';
  return isOpen && (login.sms || login.eid.length > 0);
}
