import type { StaffSettings } from '../src/contract/index.js';
import { sampleAccounts } from './accounts/index.js';
import type { SampleAccount } from './accounts/index.js';
import { createStaffClient } from './accounts/staff-client.js';
import type { Fetch } from './accounts/staff-client.js';
import { nationalIdClaim, startProvider } from './provider/start-provider.js';
import type { RunningProvider } from './provider/start-provider.js';
import { callbackPath } from '../service/login/eid/ties.js';
import { StartError } from '../service/node/start-error.js';

/** Where the demo is reached. */
export interface DemoPlace {
  port: number;
  domain: string;
  /** Root of the service where it is not that of each request. */
  publicUrl?: string | undefined;
}

const clientIdOf = (account: string, idp: string) => `${account}-${idp}`;

/** Whether browsers on this machine, and nobody else's, find the demo: only there is plain http safe enough to log in. */
function isLocal({ domain }: DemoPlace): boolean {
  return domain === 'localhost' || domain.endsWith('.localhost');
}

/** Origins of the demo's own pages of an account: its hosted page, and the clinic's home page. */
function originsOf({ port, domain }: DemoPlace, account: string): string[] {
  return [`http://${account}.${domain}:${port}`, `http://${domain}:${port}`];
}

/**
 * Starts the demo's OpenID provider on a port of its own: `eidPort` or, where that is undefined, the one after the
 * demo's, else any free one. Throws a `StartError` when a port that was asked for is taken; undefined where the demo is
 * not this machine's alone.
 */
export async function startDemoProvider(
  place: DemoPlace,
  serverKey: string,
  eidPort: number | undefined,
): Promise<RunningProvider | undefined> {
  if (!isLocal(place)) return undefined;
  const clients = sampleAccounts.flatMap((sample) =>
    providersOf(sample).map(({ id, name }) => ({
      id: clientIdOf(sample.id, id),
      name,
      market: sample.setup.market,
      redirectUris: [
        ...originsOf(place, sample.id),
        `http://127.0.0.1:${place.port}`,
        ...(place.publicUrl ? [place.publicUrl] : []),
      ].map((root) => `${root}${callbackPath}`),
      // The page's name may be another one by now (S-03).
      isOwnRedirect: ({ protocol, host, pathname, search }: URL) =>
        protocol === 'http:' &&
        host.endsWith(`.${place.domain}:${place.port}`) &&
        pathname === callbackPath &&
        search === '',
    })),
  );
  const startAt = (port: number) => startProvider({ port, serverKey, clients });
  const isTaken = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  if (eidPort === undefined) {
    const next = place.port < 65_535 ? place.port + 1 : 0;
    return startAt(next).catch((error: unknown) => {
      if (!isTaken(error)) throw error;
      return startAt(0);
    });
  }
  return startAt(eidPort).catch((error: unknown) => {
    if (!isTaken(error)) throw error;
    throw new StartError(
      `EID_PORT ${eidPort} is in use. Stop what runs there, or leave EID_PORT out to take any free one.`,
    );
  });
}

/**
 * Sets up through the staff API what hangs on the addresses of this start, and so is in no stored snapshot: the demo's own
 * pages as origins that may log in, and its provider. What staff added stays.
 */
export async function setUpLogins(
  fetch: Fetch,
  operatorKey: string,
  place: DemoPlace,
  provider: RunningProvider | undefined,
): Promise<void> {
  for (const sample of sampleAccounts) {
    const staff = createStaffClient(fetch, sample.id, operatorKey);
    const { allowedOrigins } = await staff.send<StaffSettings>('GET', '/settings');
    const missing = originsOf(place, sample.id).filter((own) => !allowedOrigins.includes(own));
    if (missing.length > 0) {
      await staff.send('PATCH', '/settings', { allowedOrigins: [...allowedOrigins, ...missing] });
    }
    if (!provider) continue;
    for (const { id, name } of providersOf(sample)) {
      const clientId = clientIdOf(sample.id, id);
      await staff.send('PUT', `/eid-providers/${id}`, {
        name,
        issuer: provider.issuer,
        clientId,
        clientSecret: provider.secretOf(clientId),
        nationalIdClaim,
      });
    }
  }
}

function providersOf({ settings }: SampleAccount) {
  return settings.login?.eid ?? [];
}
