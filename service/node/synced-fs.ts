import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What of Emscripten's file system is needed; it has no types of its own. */
interface Stream {
  node: object;
  nfd?: number;
}

interface EmscriptenModule {
  NODEFS: {
    stream_ops: { fsync?: (stream: Stream) => number };
    realPath: (node: object) => string;
    tryFSOperation: <Result>(operation: () => Result) => Result;
  };
}

/**
 * Parameters that let the embedded database sync what it commits (N-01): PGlite turns that off by itself (`-F`), and its
 * build knows `fsync` alone of the ways to sync the log.
 */
export const syncedStartParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

/**
 * The folder of an embedded database, whose commits are on the disk when they are answered. PGlite's own has no `fsync`. After
 * each statement other work gets a turn, since a statement runs on this thread and its answer comes without one.
 */
export class SyncedFS extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const addSync = (module: unknown) => addFsync(module as EmscriptenModule);
    return super.init(pg, { ...options, preRun: [...(options.preRun ?? []), addSync] });
  }

  override async syncToFs(): Promise<void> {
    await nextTurn();
  }
}

function addFsync({ NODEFS }: EmscriptenModule): void {
  NODEFS.stream_ops.fsync = ({ node, nfd }) =>
    NODEFS.tryFSOperation(() => {
      // Folders are opened without a file of their own.
      if (nfd === undefined) syncFolder(NODEFS.realPath(node));
      else fsyncSync(nfd);
      return 0;
    });
}

function syncFolder(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Syncs a folder with all that is in it, such as a database that was copied there. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.filter((entry) => entry.isFile()).map(({ name }) => syncFile(join(folder, name))),
  );
  for (const entry of entries) {
    if (entry.isDirectory()) await syncTree(join(folder, entry.name));
  }
  syncFolder(folder);
}

/** Has a file's bytes on the disk before it resolves. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
