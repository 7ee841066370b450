import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { BareDatabase } from '../../../service/store/database.js';
import type { TestDatabase } from './test-database.js';

const debian = '/usr/lib/postgresql';

/** All that a backup of a database would hold, as text: by pg_dump on a server, row by row on an embedded one. */
export async function dumpOf({ db, url }: Pick<TestDatabase, 'url'> & { db: BareDatabase }) {
  return url ? dumpServer(url) : dumpRows(db);
}

function dumpServer(url: string): string {
  const [newest] = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
  const program = newest ? join(debian, newest, 'bin/pg_dump') : 'pg_dump';
  const { status, stdout, stderr } = spawnSync(program, ['--dbname', url], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

async function dumpRows(db: BareDatabase): Promise<string> {
  const tables = await db
    .select({ name: sql<string>`relname` })
    .from(sql`pg_class`)
    .where(sql`relnamespace = 'public'::regnamespace AND relkind = 'r'`);
  const parts = [];
  for (const { name } of tables) {
    const rows = await db
      .select({ row: sql<string>`to_jsonb(one)::text` })
      .from(sql`${sql.identifier(name)} AS one`);
    parts.push(name, ...rows.map(({ row }) => row));
  }
  return parts.join('\n');
}

/** Every form in which a text could lie in a dump: as it is, its bytes in hex, in base64 at any offset. */
export function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
      // What depends on the bytes around.
      .slice(offset === 0 ? 0 : offset + 1, -2),
  );
  return [text, `${text.slice(0, 6)}-${text.slice(6)}`, bytes.toString('hex'), ...base64];
}
