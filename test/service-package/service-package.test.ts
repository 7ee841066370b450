// The service as it is run in earnest: what service/Dockerfile makes, started outside the repository.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { setUp } from '../../demo/accounts/index.js';
import { kodefri } from '../../demo/accounts/kodefri.js';
import { formatDataKeys, randomDataKey } from '../../service/store/data-key.js';
import { startPostgres } from '../../tools/postgres.js';
import { ask, freePort } from '../demo/support/running-demo.js';
import { readDockerfile } from './support/dockerfile.js';
import { buildImage } from './support/package-host.js';
import type { BuiltImage, RunningCommand } from './support/package-host.js';

const keys = {
  platformKey: 'the-key-of-the-platform',
  operatorKey: 'the-key-of-all-operators',
};
const environment = {
  HOST: '127.0.0.1',
  SERVER_KEY: 'a key for tests that is long enough',
  PLATFORM_KEY: keys.platformKey,
  OPERATOR_KEY: keys.operatorKey,
  DEMO: '0',
  SMTP_URL: 'smtp://127.0.0.1:9',
  SMTP_FROM: 'Opus Dental <post@example.com>',
  SMS_GATEWAY_URL: 'http://127.0.0.1:9/',
  SMS_GATEWAY_KEY: 'a-key',
  SMS_FROM: 'OpusDental',
};

async function readyAt(port: number, service: RunningCommand): Promise<void> {
  const deadline = Date.now() + 60_000;
  const isEnded = service.ended.then(() => true);
  for (;;) {
    if (service.output().includes(`ready at port ${port}`)) return;
    const hasEnded = await Promise.race([isEnded, pause(100, false)]);
    if (hasEnded || Date.now() > deadline) throw new Error(`Not ready: ${service.output()}`);
  }
}

describe('the image of the service', { timeout: 300_000 }, () => {
  let image: BuiltImage;
  before(() => {
    image = buildImage();
  });
  after(() => image?.remove());

  /** Starts it, looks at all that it serves, stops it. */
  async function serves(env: Record<string, string>): Promise<void> {
    const port = await freePort();
    const variables = { ...environment, ...env, PORT: String(port) };
    const service = image.start(variables);
    await readyAt(port, service);
    assert.equal((await ask(port, '/healthz')).status, 200);
    assert.equal((await ask(port, '/readyz')).status, 200);
    assert.equal(image.run(image.healthCheck, { PORT: String(port) }).code, 0);

    await setUp(
      (request) =>
        fetch(
          new Request(
            request.url.replace(/^https?:\/\/[^/]+/, `http://127.0.0.1:${port}`),
            request,
          ),
        ),
      keys,
      kodefri,
    );
    const page = await ask(port, '/', { host: `kodefri.localhost:${port}` });
    assert.equal(page.status, 200);
    const addresses = [...page.text.matchAll(/(?:src|href)="(\/(?:cdn|hosted)\/[^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    assert.ok(addresses.includes('/cdn/opus-booking.js'));
    for (const path of addresses) assert.equal((await ask(port, path)).status, 200, path);
    // Nothing of the demo.
    for (const path of ['/', '/homepage/', '/demo/inbox']) {
      assert.equal((await ask(port, path)).status, 404, path);
    }

    service.kill('SIGTERM');
    assert.equal(await service.ended, 0);
    assert.equal(image.run(image.healthCheck, { PORT: String(port) }).code, 1);
  }

  it('has the packages of the service and no tool', () => {
    const script = `console.log(JSON.stringify(['hono', 'pg', 'zod', 'lit', 'ky', 'tsx', 'typescript', 'vite', 'storybook'].filter((name) => require('fs').existsSync('node_modules/' + name))))`;
    assert.deepEqual(JSON.parse(image.run(['node', '-e', script]).text), ['hono', 'pg', 'zod']);
  });

  it('serves on a PostgreSQL server', async () => {
    const postgres = await startPostgres();
    try {
      const dataKey = formatDataKeys([randomDataKey('2026')]);
      await serves({ DATABASE_URL: postgres.url, DATA_KEY: dataKey });
    } finally {
      postgres.stop();
    }
  });

  it('serves on an embedded database', () => serves({}));

  it('says what is missing, and ends', async () => {
    const service = image.start({ PORT: '0' });
    assert.equal(await service.ended, 1);
    assert.match(service.output(), /Missing: SMTP_URL/);
  });
});

describe('the packages', () => {
  it('begin from an image of one major version without a registry, and run as nobody special', () => {
    const stages = readDockerfile('service/Dockerfile');
    for (const { image } of stages) assert.match(image, /^node:\d+-slim$/);
    const user = stages.at(-1)!.steps.find(({ instruction }) => instruction === 'USER');
    assert.equal(user?.rest, 'node');
  });

  it('of the widget holds nothing of the service', () => {
    const args = ['pack', '--dry-run', '--ignore-scripts', '--json'];
    const { stdout } = spawnSync('npm', args, { encoding: 'utf8' });
    const packed = JSON.parse(stdout) as
      { files: { path: string }[] }[] | Record<string, { files: { path: string }[] }>;
    const paths = Object.values(packed).flatMap(({ files }) => files.map(({ path }) => path));
    assert.ok(paths.includes('package.json'));
    assert.deepEqual(
      paths.filter((path) => path.startsWith('service/')),
      [],
    );
  });
});
