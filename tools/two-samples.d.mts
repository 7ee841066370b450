export function quantile(sample: readonly number[], part: number): number;
export function mannWhitney(left: readonly number[], right: readonly number[]): number;
export function kolmogorovSmirnov(
  left: readonly number[],
  right: readonly number[],
): { gap: number; probability: number };
