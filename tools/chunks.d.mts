import type { Rolldown } from 'vite';

export function stretchesFrom(
  entry: string,
): Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>;
