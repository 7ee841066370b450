/** Seconds until another code may be asked for. */
const pause = 30;

/** Until when a code that has just been sent is good, and when another may be asked for: epoch milliseconds of this browser's clock. */
export function codeTimes(expiresIn: number): {
  readonly until: number;
  readonly resendAt: number;
} {
  const now = Date.now();
  return { until: now + expiresIn * 1000, resendAt: now + pause * 1000 };
}
