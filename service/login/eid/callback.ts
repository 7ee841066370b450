import { toClockTime } from '../../../src/domain/clock-time.js';
import type { Caller } from '../../context/caller.js';
import type { EidClient, EidOutcome } from '../../context/eid-client.js';
import { identityOf } from '../../core/eid-identity.js';
import type { LoginRow } from '../../store/eid-logins.js';
import { failEidLogin, identify, takeCallback } from '../../store/eid-logins.js';
import { findEidProvider } from '../../store/eid-providers.js';
import { sha256 } from '../../store/secrets.js';
import { tiesOf } from './ties.js';

/** The claim set up for the provider holds no national ID of the account's market; its value is never logged. */
class NoNationalIdError extends Error {
  override readonly name = 'NoNationalIdError';
}

/** A browser that came back from the provider. */
export interface Callback {
  id: string;
  /** Value of the cookie that ties the login to its browser; empty without one. */
  secret: string;
  /** The whole address that the provider sent the browser to. */
  url: URL;
}

/** How a visit to the provider ended. */
export interface EndedLogin {
  login: LoginRow;
  end: 'done' | 'cancelled' | 'failed';
}

/** Takes the provider's answer, once, from the login's browser only; undefined for every other callback (P-33, N-04). */
export async function takeAnswer(
  caller: Caller,
  eid: EidClient,
  { id, secret, url }: Callback,
): Promise<EndedLogin | undefined> {
  const { services, accountId } = caller;
  const browserHash = await sha256(secret);
  const taken = await caller.transaction(async ({ tx, now }) => {
    const login = await takeCallback(tx, id, browserHash, now);
    const access = login?.provider && (await findEidProvider(tx, login.provider));
    return login && { login, access: access || undefined };
  });
  if (!taken) return undefined;
  const { login, access } = taken;

  const ties = await tiesOf(services.hmac, accountId, id);
  const outcome: EidOutcome = access
    ? await eid.identify(access, ties, url, access.nationalIdClaim)
    : { kind: 'failed', error: new Error('The provider is no longer there.') };
  const end = await caller.transaction(async ({ tx, account, now }) => {
    if (outcome.kind === 'identified' && access) {
      const today = toClockTime(now, account.timeZone).date;
      const claim = access.nationalIdClaim;
      const identity = identityOf(outcome.claims, claim, account.market, today);
      if (identity && (await identify(tx, id, identity, now))) return 'done';
      if (!identity) services.onError(new NoNationalIdError());
    }
    await failEidLogin(tx, id, now);
    return outcome.kind === 'cancelled' ? 'cancelled' : 'failed';
  });
  if (outcome.kind === 'failed') services.onError(outcome.error);
  return { login, end };
}
