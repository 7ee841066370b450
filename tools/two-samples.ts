// Whether two samples of numbers come from one distribution: two tests without assumptions about its shape.

const sorted = (sample: readonly number[]) => [...sample].sort((a, b) => a - b);

/** The value below which `part` (0 to 1) of a sample lies. */
export function quantile(sample: readonly number[], part: number): number {
  const values = sorted(sample);
  return values[Math.min(values.length - 1, Math.floor(part * values.length))]!;
}

/** Mann–Whitney U with the normal approximation and ties: the two-sided probability of ranks as far apart by chance. */
export function mannWhitney(left: readonly number[], right: readonly number[]): number {
  const all = [
    ...left.map((value) => ({ value, isLeft: true })),
    ...right.map((value) => ({ value, isLeft: false })),
  ].sort((a, b) => a.value - b.value);
  const n = left.length;
  const m = right.length;
  const total = all.length;
  let rankSum = 0;
  let ties = 0;
  for (let start = 0; start < total;) {
    let end = start;
    while (end < total && all[end]!.value === all[start]!.value) end += 1;
    const rank = (start + 1 + end) / 2;
    rankSum += rank * all.slice(start, end).filter(({ isLeft }) => isLeft).length;
    ties += (end - start) ** 3 - (end - start);
    start = end;
  }
  const u = rankSum - (n * (n + 1)) / 2;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  if (variance === 0) return 1;
  return twoSided(Math.abs(u - (n * m) / 2) / Math.sqrt(variance));
}

/** Probability of a normal value farther from 0 than `z` (Abramowitz and Stegun 26.2.17). */
function twoSided(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.min(1, 2 * series * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)));
}

/** Kolmogorov–Smirnov: the greatest gap between the distributions, and its probability by chance (asymptotic). */
export function kolmogorovSmirnov(
  left: readonly number[],
  right: readonly number[],
): { gap: number; probability: number } {
  const a = sorted(left);
  const b = sorted(right);
  let i = 0;
  let j = 0;
  let gap = 0;
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i]!, b[j]!);
    while (i < a.length && a[i] === value) i += 1;
    while (j < b.length && b[j] === value) j += 1;
    gap = Math.max(gap, Math.abs(i / a.length - j / b.length));
  }
  const size = Math.sqrt((a.length * b.length) / (a.length + b.length));
  const lambda = (size + 0.12 + 0.11 / size) * gap;
  if (lambda < 0.2) return { gap, probability: 1 };
  let probability = 0;
  for (let k = 1; k <= 100; k += 1) {
    probability += 2 * (-1) ** (k - 1) * Math.exp(-2 * k * k * lambda * lambda);
  }
  return { gap, probability: Math.min(1, Math.max(0, probability)) };
}
