import type { Caller } from '../context/caller.js';
import { codeWait, crowdedWait } from '../context/limits.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import type { AskedCodes } from '../store/asked-codes.js';
import { hasProvedHere } from './proved-here.js';

/**
 * Throws `rate-limited` while the next code of a national ID and mobile has to wait (N-05): codes that nobody uses come ever more
 * slowly, so that guessing is hopeless. Each network waits for itself, beginning after `free` codes. All wait together only once
 * strangers have asked for many, and not a network that has proved the mobile before. No wait is a lock: a code that the owner
 * has asked for is good for its own five tries, whatever others do.
 */
export async function waitForNextCode(
  caller: Caller,
  work: Work,
  mobile: string,
  { own, lastOwn, all, last }: AskedCodes,
  { free = 0 } = {},
): Promise<void> {
  const { limits } = caller.services;
  const since = (instant: Date | null) => (work.now - (instant?.getTime() ?? 0)) / 1000;
  // Asked for whatever the counts are, so that every caller costs the same statements (P-33).
  const isProved = await hasProvedHere(caller, work, mobile);
  const isCrowded = all >= limits.unusedCodesADay && !isProved;
  const wait = Math.max(
    codeWait(own - free) - since(lastOwn),
    isCrowded ? crowdedWait - since(last) : 0,
  );
  if (wait > 0 && !caller.isExempt) throw new ProblemError('rate-limited', { retryAfter: wait });
}
