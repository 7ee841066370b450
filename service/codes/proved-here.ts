import type { Caller } from '../context/caller.js';
import type { Work } from '../context/work.js';
import { addProvedNetwork, isProvedNetwork } from '../store/proved-networks.js';

/**
 * Notes that the caller has entered a code that went to a mobile alone: from this network its owner is not slowed down by what
 * strangers do with the number elsewhere (N-05).
 */
export async function noteProvedHere(caller: Caller, work: Work, mobile: string): Promise<void> {
  await addProvedNetwork(work.tx, work.account.id, await subjectOf(caller, mobile), work.now);
}

/** Whether the caller's network is one from which a mobile's owner has entered a code within 90 days. */
export async function hasProvedHere(caller: Caller, work: Work, mobile: string): Promise<boolean> {
  return isProvedNetwork(work.tx, await subjectOf(caller, mobile), work.now);
}

async function subjectOf({ services, addressHash }: Caller, mobile: string): Promise<string> {
  return services.hmac('mobile', mobile, await addressHash());
}
