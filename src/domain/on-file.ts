import type { Account } from '../contract/index.js';

/**
 * The account as a patient on file has it: clinicians who take no new patients are open to them, and the service has their times
 * (P-42). The very same account where that changes nothing.
 */
export function forPatientOnFile(account: Account): Account {
  if (account.clinicians.every(({ acceptsNewPatients }) => acceptsNewPatients)) return account;
  const clinicians = account.clinicians.map((each) => ({ ...each, acceptsNewPatients: true }));
  return { ...account, clinicians };
}
