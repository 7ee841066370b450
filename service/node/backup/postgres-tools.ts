import { spawn } from 'node:child_process';
import { StartError } from '../start-error.js';

/** Runs a program of PostgreSQL on a database; throws a `StartError` with what it said when it fails or is not there. */
export async function runTool(
  name: 'pg_dump' | 'pg_restore',
  url: string,
  args: readonly string[],
): Promise<void> {
  const { address, password } = withoutPassword(url);
  const env = password === undefined ? process.env : { ...process.env, PGPASSWORD: password };
  const child = spawn(name, [...args, '--dbname', address], {
    env,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      const isMissing = error.code === 'ENOENT';
      reject(
        isMissing
          ? new StartError(
              `${name} is missing: install PostgreSQL's programs in the version of the server or a newer one ("apt-get install postgresql-client").`,
            )
          : error,
      );
    });
    child.once('close', resolve);
  });
  if (code !== 0) throw new StartError(`${name} failed: ${said.trim() || `exit code ${code}`}`);
}

/** The address of a database for a command line, which every user of the machine may read. */
function withoutPassword(url: string): { address: string; password: string | undefined } {
  const address = new URL(url);
  const password = address.password ? decodeURIComponent(address.password) : undefined;
  address.password = '';
  return { address: address.href, password };
}
