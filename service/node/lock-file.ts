import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Another process works on the data folder. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';

  constructor(folder: string, pid: number) {
    super(
      `The data in ${folder} is in use by process ${pid}. An embedded database serves one process only: ` +
        `stop that one first, or give this one a folder of its own with DATA_DIR, ` +
        `or let both share a PostgreSQL server with DATABASE_URL.`,
    );
  }
}

interface Holder {
  pid: number;
  /** When that process started, as the kernel counts; empty where it does not tell. */
  started: string;
}

const held = new Set<string>();

/** Takes the lock of a data folder; one left by a process that is gone is taken over. Throws `DataFolderInUseError`. */
export function takeLock(folder: string, path: string): () => void {
  mkdirSync(dirname(path), { recursive: true });
  const me = { pid: process.pid, started: startOf(process.pid) };
  if (held.has(path)) throw new DataFolderInUseError(folder, me.pid);
  if (!create(path, me)) {
    const holder = read(path);
    if (holder && isAlive(holder)) throw new DataFolderInUseError(folder, holder.pid);
    rmSync(path, { force: true });
    if (!create(path, me)) throw new DataFolderInUseError(folder, read(path)?.pid ?? 0);
  }
  held.add(path);
  const release = () => {
    if (!held.delete(path)) return;
    process.off('exit', release);
    if (read(path)?.pid === process.pid) rmSync(path, { force: true });
  };
  process.on('exit', release);
  return release;
}

function create(path: string, { pid, started }: Holder): boolean {
  try {
    writeFileSync(path, `${pid} ${started}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): Holder | undefined {
  try {
    const [pid, started = ''] = readFileSync(path, 'utf8').trim().split(' ');
    return Number(pid) > 0 ? { pid: Number(pid), started } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, started }: Holder): boolean {
  // Numbers of processes are given out again, in a container always the same ones: the time of the start tells them apart.
  const now = startOf(pid);
  if (started !== '' && now !== '') return started === now;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ticks since the machine's start at which a process began (Linux), else empty. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces; the start is the 20th field after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
