/** A service that listens on this machine, and two of its accounts. */
export interface Target {
  /** Root of the service, without a slash at its end. */
  readonly url: string;
  /** An account with many clinicians. */
  readonly chain: string;
  /** Another account. */
  readonly small: string;
}

/** How an attack went. */
export interface AttackResult {
  readonly tried: string;
  readonly result: string;
  readonly held: boolean;
}

/** The value below which a part of a sample lies. */
export function quantileOf(sample: readonly number[], part: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
