// Runs the service in earnest: no sample accounts, no start page. DEMO=1 lets messages land in the inbox page.
//   main.js                     the service
//   main.js backup FILE         writes its database into a file
//   main.js restore FILE        reads such a file into an empty database
//   main.js rotate-data-key     changes the key of national IDs
import { backUp, restore } from './backup/backup.js';
import { placeOf, readEnvironment } from './environment.js';
import { changeDataKey } from './rotate-data-key.js';
import { readyLine, runProcess, runTask } from './run-process.js';
import { StartError } from './start-error.js';
import { startService } from './start-service.js';

const [task, file] = process.argv.slice(2);

if (task === undefined) {
  await runProcess(async () => {
    const environment = readEnvironment({ ...process.env, DEMO: process.env.DEMO || '0' });
    const service = await startService(environment, { command: 'node service/dist/main.js' });
    return { service, welcome: readyLine(service) };
  });
} else if (task === 'rotate-data-key') {
  await runTask(() => changeDataKey(process.env));
} else {
  await runTask(async () => {
    const work = { backup: backUp, restore }[task];
    if (!work || !file) {
      throw new StartError('Usage: [backup FILE | restore FILE | rotate-data-key]');
    }
    await work(placeOf(process.env), file);
    return task === 'backup' ? `Written to ${file}.` : `Restored from ${file}.`;
  });
}
