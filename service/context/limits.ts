/** How much callers may use. "Address" is the caller's network: an IPv4 address or the /64 of an IPv6 one. */
export interface Limits {
  liveHoldsPerAddress: number;
  holdsPerAddressAnHour: number;
  /**
   * Part of a clinician's working day that holds and bookings without a code or login may take, half of it for one address; one
   * is always allowed.
   */
  shareOfDay: number;
  /** Future bookings that one address may have unconfirmed for one national ID, and for one mobile. */
  unconfirmedPerPatient: number;
  /** SMS that one address may have sent to one number. */
  smsPerNumberAnHour: number;
  /** SMS that all addresses together may have sent to one number; those it has proved a code from are let through. */
  smsToNumberAnHour: number;
  smsPerAddressAnHour: number;
  /** Beyond it addresses are slowed down, and codes go by e-mail where there is one. */
  smsPerAccountADay: number;
  /** Requests for alerts of earlier times, and ends of such, that one address may make (P-48). */
  alertsPerAddressAnHour: number;
  /** Alerts that one mobile or e-mail address may have at a time, and a whole account. */
  alertsPerRecipient: number;
  alertsPerAccount: number;
  /** Wrong codes of one patient over all sessions by e-ID. */
  wrongCodesADay: number;
  /** Codes of one national ID and mobile that nobody used, from all addresses; after them one an hour is sent. */
  unusedCodesADay: number;
  loginsPerAddressAnHour: number;
  /** Beyond it addresses are slowed down. */
  loginsPerAccountADay: number;
  eidPerAddressAnHour: number;
  /** Codes that staff ask for; a clinic's people come from one address. */
  signInsPerAddressAnHour: number;
  /** Beyond it addresses are slowed down. */
  signInsPerAccountADay: number;
  /** Passkeys and invitations that strangers try. */
  passkeysPerAddressAnHour: number;
  invitationsPerAccountADay: number;
  /** Addresses of OpenID providers that an account's staff have looked at. */
  providerChecksPerAccountAnHour: number;
  /** Drafts of messages that staff send to themselves. */
  messageTestsPerPersonAnHour: number;
  messageTestsPerAccountADay: number;
}

/** The limits of a service in production. */
export const standardLimits: Limits = {
  liveHoldsPerAddress: 5,
  holdsPerAddressAnHour: 30,
  shareOfDay: 0.3,
  unconfirmedPerPatient: 3,
  smsPerNumberAnHour: 6,
  smsToNumberAnHour: 12,
  smsPerAddressAnHour: 20,
  smsPerAccountADay: 2000,
  alertsPerAddressAnHour: 30,
  alertsPerRecipient: 3,
  alertsPerAccount: 2000,
  wrongCodesADay: 10,
  unusedCodesADay: 8,
  loginsPerAddressAnHour: 30,
  loginsPerAccountADay: 2000,
  eidPerAddressAnHour: 30,
  signInsPerAddressAnHour: 120,
  signInsPerAccountADay: 2000,
  passkeysPerAddressAnHour: 600,
  invitationsPerAccountADay: 500,
  providerChecksPerAccountAnHour: 60,
  messageTestsPerPersonAnHour: 30,
  messageTestsPerAccountADay: 200,
};

export const holdMinutes = 10;
export const maxExtensions = 10;
export const codeMinutes = 10;
/** A pending booking ends after this time, however many new codes were sent. */
export const pendingMinutes = 30;
export const codeTries = 5;
export const maxResends = 10;

/** Seconds to wait for another code after so many codes were sent again: 30, 60, 120, 240 … */
export function resendWait(resends: number): number {
  return 30 * 2 ** Math.min(resends, 4);
}

/**
 * Seconds to wait for another code of one national ID and mobile, from one address, after so many that nobody used within a day:
 * 30, 60, 120 … up to four hours, which are fourteen codes a day.
 */
export function codeWait(unused: number): number {
  return unused <= 0 ? 0 : 30 * 2 ** Math.min(unused - 1, 9);
}

/** Seconds between codes of one national ID and mobile after `unusedCodesADay`, whatever the addresses. */
export const crowdedWait = 3600;
