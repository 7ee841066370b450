import type { AccountRow } from '../store/accounts.js';

/** Who an account's messages come from; null: the service's own (M-01, M-08, M-12). */
export interface Sender {
  senderName: string | null;
  sender: string | null;
}

/** The sender that an account has set for a channel; e-mail always has a name, by default the account's (M-12). */
export function senderOf(
  { name, settings: { sender } }: Pick<AccountRow, 'name' | 'settings'>,
  channel: 'sms' | 'email',
): Sender {
  if (channel === 'sms') return { senderName: null, sender: sender.sms };
  return { senderName: sender.emailName ?? name, sender: sender.emailAddress };
}
