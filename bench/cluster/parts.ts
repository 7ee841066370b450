// Starts the parts of a cluster on loopback: a PostgreSQL, a replica that follows it, PgBouncer and HAProxy, as Debian has them.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findPostgres, unprivilegedUser } from '../../tools/postgres.js';

/** One process of the cluster. */
export interface Part {
  readonly pid: number;
  /** Ends it as a power cut would. */
  kill: () => Promise<void>;
}

export const ports = {
  http: 4480,
  a: 4481,
  b: 4482,
  pgbouncer: 4483,
  primary: 4484,
  replica: 4485,
};

export const folder = mkdtempSync(join(tmpdir(), 'opus-cluster-'));
chmodSync(folder, 0o755);

const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
const variables: Readonly<Record<string, string>> = {
  FOLDER: folder,
  HTTP_PORT: String(ports.http),
  A_PORT: String(ports.a),
  B_PORT: String(ports.b),
  PGBOUNCER_PORT: String(ports.pgbouncer),
  PRIMARY_PORT: String(ports.primary),
  REPLICA_PORT: String(ports.replica),
};
const here = (name: string) => join(import.meta.dirname, name);
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** A program of Debian's; throws with the command that installs it. */
function programOf(name: string): string {
  const found = ['/usr/sbin', '/usr/bin', '/usr/local/bin'].map((path) => join(path, name));
  const program = found.find((path) => existsSync(path));
  if (!program) throw new Error(`${name} is missing: apt-get install haproxy pgbouncer postgresql`);
  return program;
}

/** A folder of a part, which is its user's. */
function makeFolder(name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { mode: 0o700 });
  if (user) chownSync(path, user.uid, user.gid);
  return path;
}

function run(program: string, args: string[]): string {
  const result = spawnSync(program, args, { ...user, cwd: folder, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${program} failed: ${result.stderr}`);
  return result.stdout;
}

/** Starts a program that stays in the foreground; resolves when its port answers. */
async function start(
  name: string,
  port: number,
  [program, ...args]: [string, ...string[]],
  isOwn = true,
): Promise<Part> {
  const log = openSync(join(folder, `${name}.log`), 'a');
  const child = spawn(program, args, {
    ...(isOwn ? user : undefined),
    cwd: folder,
    env: { PATH: process.env.PATH, TZ: 'UTC', ...variables },
    stdio: ['ignore', log, log],
  });
  running.add(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => running.delete(child));
  const isEnded = () => child.exitCode !== null || child.signalCode !== null;
  while (!(await answers(port))) {
    if (isEnded()) throw new Error(readFileSync(join(folder, `${name}.log`), 'utf8'));
    await pause(50);
  }
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { pid: child.pid!, kill };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const settle = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

const postgres = (name: string) => join(findPostgres(), name);
const dataOf = (name: 'primary' | 'replica') => join(folder, name, 'data');

/** Starts a server whose folder is there. */
export function startPostgres(name: 'primary' | 'replica'): Promise<Part> {
  return start(name, ports[name], [postgres('postgres'), '-D', dataOf(name)]);
}

/** A new cluster with a database `booking`, owned by a user who is no superuser, and a user for replication. */
export async function createPrimary(): Promise<Part> {
  makeFolder('primary');
  const data = dataOf('primary');
  const how = ['-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  run(postgres('initdb'), ['-D', data, '-U', 'postgres', ...how]);
  configure('primary');
  const part = await start('primary', ports.primary, [postgres('postgres'), '-D', data]);
  const at = ['-h', '127.0.0.1', '-p', String(ports.primary), '-U', 'postgres', '-q', '-c'];
  for (const statement of [
    'CREATE ROLE booking LOGIN CREATEROLE',
    'CREATE DATABASE booking OWNER booking',
    'CREATE ROLE replicator LOGIN REPLICATION',
  ]) {
    while (spawnSync(postgres('psql'), [...at, statement], { ...user }).status !== 0)
      await pause(200);
  }
  return part;
}

/** Copies the primary and follows it from then on. */
export async function createReplica(): Promise<Part> {
  makeFolder('replica');
  const source = ['-h', '127.0.0.1', '-p', String(ports.primary), '-U', 'replicator'];
  const how = ['-R', '-X', 'stream', '-C', '-S', 'replica', '-c', 'fast', '--no-sync'];
  run(postgres('pg_basebackup'), ['-D', dataOf('replica'), ...source, ...how]);
  configure('replica');
  return startPostgres('replica');
}

function configure(name: 'primary' | 'replica'): void {
  appendFileSync(
    join(dataOf(name), 'postgresql.conf'),
    `\n${readFileSync(here(`${name}.conf`), 'utf8')}
listen_addresses = '127.0.0.1'
port = ${ports[name]}
unix_socket_directories = ''
shared_buffers = 128MB
`,
  );
}

export function startPgbouncer(): Promise<Part> {
  const home = makeFolder('pgbouncer');
  const text = readFileSync(here('pgbouncer.ini'), 'utf8');
  const values = { ...variables, FOLDER: home };
  const filled = text.replace(/\$\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name as keyof typeof values] : whole,
  );
  writeFileSync(join(home, 'pgbouncer.ini'), filled);
  writeFileSync(join(home, 'users.txt'), '"booking" ""\n');
  return start('pgbouncer', ports.pgbouncer, [programOf('pgbouncer'), join(home, 'pgbouncer.ini')]);
}

export function startHaproxy(): Promise<Part> {
  return start(
    'haproxy',
    ports.http,
    [programOf('haproxy'), '-db', '-f', here('haproxy.cfg')],
    false,
  );
}

/** What runs, as it names itself. */
export function versions(): string {
  const first = (program: string, flag: string) =>
    spawnSync(program, [flag], { encoding: 'utf8' }).stdout.split('\n')[0]!;
  return [
    `Node ${process.version}`,
    first(postgres('postgres'), '--version'),
    first(programOf('pgbouncer'), '--version'),
    first(programOf('haproxy'), '-v').replace(/ - https.*/, ''),
  ].join(', ');
}
