// Starts a throwaway PostgreSQL on loopback for tests and measurements; its data vanishes with it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const debianRoot = '/usr/lib/postgresql';

function findBinaries(): string | undefined {
  const versions = existsSync(debianRoot) ? readdirSync(debianRoot) : [];
  const packaged = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debianRoot, version, 'bin'));
  const folders = [...packaged, ...(process.env.PATH ?? '').split(delimiter)];
  return folders.find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')),
  );
}

function install(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'],
  ]) {
    console.error(`No PostgreSQL found, installing: apt-get ${args.join(' ')}`);
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env });
  }
}

/** The folder of PostgreSQL's programs; throws with what to do where there is none. */
export function findPostgres(): string {
  if (!findBinaries()) install();
  const binaries = findBinaries();
  if (!binaries) {
    throw new Error(
      'PostgreSQL is missing: install it ("apt-get install postgresql") or set TEST_DATABASE_URL. The tests that need it fail without it.',
    );
  }
  return binaries;
}

/** Numeric user and group that may own a server: PostgreSQL refuses to run as root. */
export function unprivilegedUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const row =
    users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!row)
    throw new Error('PostgreSQL will not run as root and there is no user "postgres" or "nobody".');
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** A server that runs. */
export interface Postgres {
  /** Of its database `postgres`, as a superuser. */
  readonly url: string;
  readonly version: string;
  readonly stop: () => void;
  /**
   * Restarts it, as its administrator does: `fast` ends transactions in order, `immediate` as a crash would. Resolves when it
   * takes connections again.
   */
  readonly restart: (mode: 'fast' | 'immediate') => Promise<void>;
}

/**
 * Starts PostgreSQL and returns its `url`, `version` and `stop`; throws, never skips, when there is none.
 * `TEST_DATABASE_URL` names a running server to use instead, unless the server has to be one of its own (`isOwn`). What is
 * committed survives a crash only where it is to be durable, as in use; tests do without and are faster.
 */
export async function startPostgres({
  port,
  isOwn = false,
  isDurable = false,
}: {
  port?: number | undefined;
  isOwn?: boolean;
  isDurable?: boolean;
} = {}): Promise<Postgres> {
  if (process.env.TEST_DATABASE_URL && !isOwn) {
    const restart = () => Promise.reject(new Error('This server is not ours to restart.'));
    return { url: process.env.TEST_DATABASE_URL, version: 'given', stop() {}, restart };
  }
  const binaries = findPostgres();
  const identity: { uid?: number; gid?: number } =
    process.getuid?.() === 0 ? unprivilegedUser() : {};
  const folder = mkdtempSync(join(tmpdir(), 'opus-postgres-'));
  chmodSync(folder, 0o700);
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid!);
  const data = join(folder, 'data');
  const chosenPort = port ?? (await freePort());

  const run = (name: string, args: string[]) => {
    const options = {
      ...identity,
      cwd: folder,
      encoding: 'utf8' as const,
      env: { ...process.env, HOME: folder, TZ: 'UTC' },
    };
    const result = spawnSync(join(binaries, name), args, {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (result.status === 0) return;
    const logFile = join(folder, 'log');
    const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
    throw new Error(
      `${name} failed (${result.error?.message ?? result.status}): ${result.stderr ?? ''}${log}`,
    );
  };

  run('initdb', ['-D', data, '-U', 'opus', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  const settings = [
    ['listen_addresses', '127.0.0.1'],
    ['port', chosenPort],
    ['unix_socket_directories', folder],
    ['max_connections', 200],
    ['shared_buffers', '128MB'],
    ...(isDurable
      ? []
      : ['fsync', 'synchronous_commit', 'full_page_writes'].map((key) => [key, 'off'])),
  ].map(([key, value]) => `-c ${key}=${value}`);
  const logged = ['-l', join(folder, 'log'), '-o', settings.join(' '), '-w', '-t', '60'];
  run('pg_ctl', ['-D', data, ...logged, 'start']);
  const restart = async (mode: 'fast' | 'immediate') => {
    const args = ['-D', data, ...logged, '-m', mode, 'restart'];
    const options = { ...identity, cwd: folder, stdio: 'ignore' as const };
    const [code] = (await once(spawn(join(binaries, 'pg_ctl'), args, options), 'exit')) as [number];
    if (code !== 0) throw new Error(`pg_ctl restart ended with ${code}.`);
  };

  let stopped = false;
  const stop = () => {
    if (stopped) return;
    stopped = true;
    spawnSync(join(binaries, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], {
      ...identity,
      stdio: 'ignore',
    });
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  const version = spawnSync(join(binaries, 'postgres'), ['--version'], {
    encoding: 'utf8',
  }).stdout.trim();
  return { url: `postgres://opus@127.0.0.1:${chosenPort}/postgres`, version, stop, restart };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { url, version, stop } = await startPostgres({
    port: Number(process.env.PGPORT) || undefined,
  });
  console.log(`${version}\nDATABASE_URL=${url}\nCtrl+C stops it and throws its data away.`);
  const keepAlive = setInterval(() => {}, 60_000);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      clearInterval(keepAlive);
      stop();
      process.exit(0);
    });
  }
}
