// The demo as a process of its own, for tools that look at it in a browser.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts the demo on a data folder of its own, unless `variables` name a database; answers with what stops it. `root`: a checkout of
 * another build, of which `script` starts the demo.
 */
export async function startDemo(
  port: number,
  variables: Readonly<Record<string, string>> = {},
  { root, script = 'tools/start.ts' }: { readonly root?: string; readonly script?: string } = {},
): Promise<() => Promise<void>> {
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  if (await isReady()) throw new Error(`Another service answers on port ${port}: stop it first.`);
  const folder = mkdtempSync(join(tmpdir(), 'opus-demo-'));
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    ...(root ? { cwd: root } : {}),
    env: {
      ...process.env,
      PORT: String(port),
      DEMO: '1',
      DATABASE_URL: '',
      DATA_DIR: join(folder, 'data'),
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (log += String(chunk)));
  }
  const stop = async () => {
    const gone = new Promise((done) => child.once('exit', done));
    if (child.exitCode === null && child.kill('SIGTERM')) await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const until = Date.now() + 240_000;
  while (Date.now() < until && child.exitCode === null) {
    if (await isReady()) return stop;
    await new Promise((done) => setTimeout(done, 200));
  }
  await stop();
  throw new Error(`The demo did not become ready on port ${port}:\n${log}`);
}
