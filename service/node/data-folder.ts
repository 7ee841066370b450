import { mkdir, statfs } from 'node:fs/promises';
import { StartError } from './start-error.js';

/** Bytes that have to be free at a start: three files of the database's log. */
const leastRoom = 48 * 1024 * 1024;

const wayOn = 'or choose another folder: DATA_DIR=/path';

/** Throws a `StartError` where a data folder's disk is too full to work with. */
export async function checkRoom(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= leastRoom) return;
  throw new StartError(
    `The disk of the data folder ${folder} is full: ${megabytes(bavail * bsize)} MB are free, ` +
      `${megabytes(leastRoom)} MB are needed. Make room, ${wayOn}`,
  );
}

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);

/** Why a data folder cannot be used, by the code of Node's error or the number of Emscripten's. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be written by this user. Change its owner or rights',
  EPERM: 'may not be written by this user. Change its owner or rights',
  EROFS: 'is read-only. Mount it for writing',
  ENOSPC: 'is on a disk that is full. Make room',
  EDQUOT: 'has used up its quota. Make room',
  ENOTDIR: 'is no folder',
  EEXIST: 'is no folder',
};

const emscriptenCodes: Readonly<Record<number, string>> = {
  2: 'EACCES',
  19: 'EDQUOT',
  51: 'ENOSPC',
  63: 'EPERM',
  69: 'EROFS',
};

/** A failure to use a data folder in one sentence with a way on, as a `StartError`; every other failure as it is. */
export function toFolderError(error: unknown, folder: string): unknown {
  const { code, errno } = (error ?? {}) as { code?: unknown; errno?: unknown };
  const name = typeof code === 'string' ? code : emscriptenCodes[Number(errno)];
  const reason = name && Object.hasOwn(reasons, name) ? reasons[name] : undefined;
  return reason ? new StartError(`The data folder ${folder} ${reason}, ${wayOn}`) : error;
}
