/** How much callers may use. */
export interface Limits {
  liveHoldsPerAddress: number;
  holdsPerAddressAnHour: number;
  /** Part of a clinician's working day that anonymous holds may take; one hold is always allowed. */
  shareOfDay: number;
  unconfirmedPerPatient: number;
  smsPerNumberAnHour: number;
  smsPerAddressAnHour: number;
  smsPerAccountADay: number;
  wrongCodesADay: number;
  loginsPerNumberAnHour: number;
  loginsPerIdAnHour: number;
  loginsPerAddressAnHour: number;
  loginsPerAccountADay: number;
  eidPerAddressAnHour: number;
}

/** The limits of a service in production. */
export const standardLimits: Limits = {
  liveHoldsPerAddress: 5,
  holdsPerAddressAnHour: 30,
  shareOfDay: 0.3,
  unconfirmedPerPatient: 3,
  smsPerNumberAnHour: 6,
  smsPerAddressAnHour: 20,
  smsPerAccountADay: 2000,
  wrongCodesADay: 10,
  loginsPerNumberAnHour: 10,
  loginsPerIdAnHour: 20,
  loginsPerAddressAnHour: 30,
  loginsPerAccountADay: 2000,
  eidPerAddressAnHour: 30,
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
