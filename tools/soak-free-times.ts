// "npm run soak -- --changes 10000": as many random changes of a timebook on PostgreSQL, with questions beside and after them, to
// two services that remember free times and to one that does not. Remembered answers have to be the right ones (decision 18).
import { startPostgres } from './postgres.js';

/** Whether no remembered answer was wrong. */
export async function soakFreeTimes(changes: number, seed: number): Promise<boolean> {
  const server = await startPostgres();
  process.env.TEST_DATABASE_URL = server.url;
  const { openTestDatabase } = await import('../test/service/support/test-database.js');
  const { changeAndAsk } = await import('../test/service/support/timebook-changes.js');
  const database = await openTestDatabase('postgres');
  try {
    const { questions, withTimes, lies } = await changeAndAsk(database, changes, seed);
    for (const lie of lies.slice(0, 3)) console.error(JSON.stringify(lie, null, 1).slice(0, 2000));
    console.log(
      `${changes} changes, ${questions} questions to each of two services, ${withTimes} with free times, ${lies.length} wrong; seed ${seed}`,
    );
    return lies.length === 0;
  } finally {
    await database.close();
    server.stop();
  }
}
