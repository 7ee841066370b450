import type { Extension, RunningService, ServiceParts } from '../service/node/start-service.js';
import { startService } from '../service/node/start-service.js';
import type { DemoEnvironment } from './environment.js';
import type { RunningProvider } from './provider/start-provider.js';
import { createSeeder, sampleSnapshot } from './seed.js';
import { startPhones } from './phones.js';
import { createDemoPages } from './site.js';

const command = 'npm start';

/** A demo that listens. */
export interface RunningDemo {
  service: RunningService;
  /** Root of the demo's OpenID provider; undefined where it does not run. */
  issuer?: string | undefined;
}

/** Starts the service, in demo mode with sample accounts, an OpenID provider and the demo's pages. */
export async function startDemo(environment: DemoEnvironment): Promise<RunningDemo> {
  if (!environment.isDemo) return { service: await startService(environment, { command }) };
  let issuer: string | undefined;
  const service = await startService(environment, {
    command,
    snapshot: sampleSnapshot,
    async extend(parts) {
      const { provider, ...extension } = await extend(environment, parts);
      issuer = provider?.issuer;
      return extension;
    },
  });
  return { service, issuer };
}

async function extend(
  { domain, publicUrl, eidPort }: DemoEnvironment,
  { connection, fetch, keys, serverKey, port, onError }: ServiceParts,
): Promise<Extension & { provider: RunningProvider | undefined }> {
  const seeder = createSeeder({ connection, fetch, keys, serverKey });
  await seeder.begin();
  // The provider's package prints a notice when it is loaded, so only a demo loads it.
  const { setUpLogins, startDemoProvider } = await import('./eid.js');
  const place = { port, domain, publicUrl };
  const provider = await startDemoProvider(place, serverKey, eidPort);
  await setUpLogins(fetch, keys.operatorKey, place, provider);
  const stopSeeding = seeder.keepUp(onError);
  const stopPhones = startPhones(fetch, onError);
  return {
    provider,
    extraPages: createDemoPages(domain),
    async stop() {
      await stopPhones();
      await stopSeeding();
      await provider?.close();
    },
  };
}
