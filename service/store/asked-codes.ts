/** Codes of one national ID and mobile that nobody has used: how many one network asked for, how many all, and when last. */
export interface AskedCodes {
  own: number;
  lastOwn: Date | null;
  all: number;
  last: Date | null;
}
