export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
export function reportCounts(counts: Counts): void;
export function readCounts(file: string): Counts;
export function sumCounts(all: Counts[]): Counts;
export function closingLine(counts: Counts): string;
