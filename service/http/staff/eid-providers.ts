import type { Hono } from 'hono';
import { staffEndpoints, type EidProviderList } from '../../../src/contract/index.js';
import { findEidProviders, putEidProvider, removeEidProvider } from '../../store/eid-providers.js';
import { invalid } from '../problem.js';
import { answer } from '../route.js';
import type { Services } from '../services.js';
import { found, staffRoute } from './staff-route.js';

/** The OpenID providers that patients may log in with (P-33); their secrets go in and never out. */
export function registerStaffEidProviders(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.eidProviders, async ({ tx }) => {
    const rows = await findEidProviders(tx);
    const list: EidProviderList = {
      providers: rows.map(({ accountId: _account, clientSecret, ...provider }) => ({
        ...provider,
        hasSecret: clientSecret !== null,
      })),
    };
    return answer(200, list);
  });

  staffRoute(app, services, staffEndpoints.putEidProvider, async ({ tx }, call) => {
    if (!isIssuer(call.body.issuer, services.demo)) {
      throw invalid({ path: 'issuer', code: 'https' });
    }
    await putEidProvider(tx, call.accountId, call.id, call.body);
    return undefined;
  });

  staffRoute(app, services, staffEndpoints.deleteEidProvider, async ({ tx }, { id }) =>
    found(await removeEidProvider(tx, id)),
  );
}

/** An issuer is an `https` address without query and fragment (OpenID Connect Core §2); the demo's own is on this machine. */
function isIssuer(text: string, isDemo: boolean): boolean {
  const { protocol, hostname, search, hash, username, password } = new URL(text);
  if (search || hash || username || password) return false;
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isDemo && isHere);
}
