import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { sampleAccounts } from '../../demo/accounts/index.js';
import { ask, freePort, startDemo } from './support/running-demo.js';

const folder = mkdtempSync(join(tmpdir(), 'opus-start-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const DATA_DIR = join(folder, 'data');
const patience = { timeout: 120_000 };

describe('starting', () => {
  it('says which port is in use, and how to go on', patience, async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => other.once('listening', listening));
    const { port } = other.address() as { port: number };
    const demo = startDemo({ PORT: String(port), DATA_DIR });
    assert.equal(await demo.ended, 1);
    other.close();
    assert.match(
      demo.output(),
      new RegExp(`^\\s*Port ${port} is in use\\..*PORT=\\d+ npm start\\s*$`),
    );
  });

  it('says what is wrong with the environment, variable by variable', patience, async () => {
    for (const [env, words] of [
      [{ PORT: 'http' }, /PORT is http, but has to be a number/],
      [{ DATABASE_URL: 'postgres://x', DEMO: '1' }, /With DATABASE_URL set SERVER_KEY too/],
      [{ HOST: '0.0.0.0' }, /needs transports for SMS and e-mail. Missing: SMTP_URL, .*SMS_FROM/],
    ] as const) {
      const demo = startDemo({ DATA_DIR, ...env });
      assert.equal(await demo.ended, 1);
      assert.match(demo.output(), words);
      assert.doesNotMatch(demo.output(), /\n\s+at /);
    }
  });

  it(
    'starts, refuses a second process on its data, stops, and starts again',
    patience,
    async () => {
      const [port, otherPort] = [await freePort(), await freePort()];
      const first = startDemo({ PORT: String(port), DATA_DIR });
      await first.ready;
      for (const url of ['', 'homepage/', 'demo/inbox', 'openapi.json']) {
        assert.ok(first.output().includes(`http://localhost:${port}/${url}`), url);
      }
      assert.ok(first.output().includes(`http://opusdentalklinikken.localhost:${port}/`));

      const second = startDemo({ PORT: String(otherPort), DATA_DIR });
      assert.equal(await second.ended, 1);
      assert.match(second.output(), /is in use by process \d+/);
      assert.doesNotMatch(second.output(), /\n\s+at /);
      assert.equal((await ask(port, '/readyz')).status, 200);

      const keyFile = join(DATA_DIR, 'server-key');
      const key = readFileSync(keyFile, 'utf8');
      assert.equal(statSync(keyFile).mode & 0o077, 0);
      for (const { id } of sampleAccounts) {
        const page = await ask(port, '/', { host: `${id}.localhost:${port}` });
        assert.equal(page.status, 200, id);
        assert.ok(page.text.includes(`account="${id}"`), id);
      }

      first.kill('SIGTERM');
      assert.equal(await first.ended, 0);
      const again = startDemo({ PORT: String(port), DATA_DIR });
      await again.ready;
      assert.equal(readFileSync(keyFile, 'utf8'), key);
      again.kill('SIGINT');
      assert.equal(await again.ended, 0);
    },
  );
});
