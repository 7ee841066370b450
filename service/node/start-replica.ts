import { Admission, admissionFor } from '../context/admission.js';
import { withNationalIds, type Database } from '../store/database.js';
import { findReplayedPosition, findWrittenPosition } from '../store/replication.js';
import { Replica } from '../timebook/replica.js';
import { connectReplica } from './connect.js';

/** A replica that is looked at from now on, and how to let go of it. */
export interface RunningReplica {
  replica: Replica;
  stop: () => Promise<void>;
}

/** Connects to a server that follows a database. It may be away, now and at any time. */
export function startReplica(
  url: string,
  {
    primary,
    poolSize,
    onError,
  }: {
    /** Connections to the database that calls do not wait for. */
    primary: Database;
    poolSize: number;
    onError: (error: unknown) => void;
  },
): RunningReplica {
  const { db, close } = connectReplica(url, poolSize);
  const admission = new Admission(admissionFor(poolSize));
  const replica = new Replica(withNationalIds(db, primary.nationalIds), {
    findWritten: () => findWrittenPosition(primary),
    findReplayed: () => findReplayedPosition(db),
    admit: (account, read) => admission.run({ account }, read),
    onError,
  });
  replica.start();
  const stop = () => {
    replica.stop();
    return close();
  };
  return { replica, stop };
}
