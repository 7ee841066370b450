import type { AccountStatus, Market, StaffSettings } from '../../src/contract/index.js';

/** The market whose clinics may join the marketplace (S-09): *Boka Vård* is Swedish. */
const marketplaceMarket: Market = 'SE';

/** Whether an account of a market may join. */
export function mayJoin(market: Market): boolean {
  return market === marketplaceMarket;
}

/** Whether an account is shown: it joined, and takes new bookings. `opus_marketplace` of the database asks the same. */
export function isShown({
  market,
  status,
  settings,
}: {
  market: Market;
  status: AccountStatus;
  settings: StaffSettings;
}): boolean {
  return mayJoin(market) && status === 'open' && settings.marketplace;
}
