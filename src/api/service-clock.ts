/** Milliseconds that this browser's clock is ahead of the service's; 0 while no answer has said otherwise. */
let ahead = 0;

/** The present moment by the service's clock, epoch milliseconds: browsers' clocks may be days off (P-22). */
export function serviceNow(): number {
  return Date.now() - ahead;
}

/** Learns what time it is from an answer's `Date` header; below a minute the time on the way counts for more. */
export function learnTime({ headers }: Response): void {
  const difference = Date.now() - Date.parse(headers.get('Date') ?? '');
  if (!Number.isNaN(difference)) ahead = Math.abs(difference) < 60_000 ? 0 : difference;
}
