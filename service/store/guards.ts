import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { BareDatabase, Transaction } from './database.js';
import { hasOtherRights, rightsOn } from './rights.js';
import { sqlState } from './sql-state.js';

/** The role that every call works as. */
const role = 'opus_service';

/** Any fixed number: processes that start at once make the guards one after the other. */
const guardLock = 71_094_404;

/** What guards the accounts' rows cannot be put in place, in words for the operator. */
export class GuardsError extends Error {
  override readonly name = 'GuardsError';
}

/** Tables with rows of accounts: `name` and `key` are quoted for SQL. */
const accountTables = sql`
  SELECT c.oid, c.relname, c.relrowsecurity, c.relacl,
    format('%I', c.relname) AS name, format('%I', a.attname) AS key
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
    AND a.attname = CASE c.relname WHEN 'accounts' THEN 'id' ELSE 'account_id' END
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')`;

const theRole = sql`SELECT r.oid FROM pg_roles r WHERE r.rolname = ${role}`;

/** Policies of a table `t` that count for the role; one names the account where it asks for it. */
const policies = sql`
  SELECT coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), '')
    LIKE '%opus.account%' AS names_account
  FROM pg_policy p
  WHERE p.polrelid = t.oid AND p.polpermissive AND p.polroles && array(SELECT 0::oid UNION ALL ${theRole})`;

const mayUse = (acl: SQL, privilege: string) => sql`
  EXISTS (SELECT FROM aclexplode(${acl}) g WHERE g.grantee IN (${theRole}) AND g.privilege_type = ${privilege})`;

const hasNoPolicy = sql`
  NOT (t.relrowsecurity AND EXISTS (SELECT FROM (${policies}) p WHERE p.names_account))`;

const hasWrongRights = hasOtherRights(sql`t.relname::text`, sql`t.relacl`, theRole);

const unguardedSequences = sql`
  SELECT format('%I', c.relname) AS name FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'S'
    AND starts_with(c.relname, 'opus_') AND NOT ${mayUse(sql`c.relacl`, 'USAGE')}`;

/** Functions that work as the owner of the tables, and that others than the role may call, or it may not. */
const unguardedFunctions = sql`
  SELECT p.oid::regprocedure::text AS name FROM pg_proc p
  WHERE p.pronamespace = current_schema()::regnamespace AND p.prosecdef AND starts_with(p.proname, 'opus_')
    AND (p.proacl IS NULL OR NOT ${mayUse(sql`p.proacl`, 'EXECUTE')}
      OR EXISTS (SELECT FROM aclexplode(p.proacl) g WHERE g.grantee = 0))`;

const missing = sql`
  SELECT 'the role ${sql.raw(role)}' AS name WHERE NOT EXISTS (${theRole})
  UNION ALL SELECT 'membership in the role' FROM (${theRole}) r
    WHERE NOT pg_has_role(current_user, r.oid, 'MEMBER')
  UNION ALL SELECT 'usage of the schema' FROM (${theRole}) r
    WHERE NOT has_schema_privilege(r.oid, current_schema(), 'USAGE')
  UNION ALL SELECT 'the policy of ' || t.name FROM (${accountTables}) t WHERE ${hasNoPolicy}
  UNION ALL SELECT 'the rights on ' || t.name FROM (${accountTables}) t WHERE ${hasWrongRights}
  UNION ALL SELECT 'a policy of ' || t.name || ' that shows other accounts'
    FROM (${accountTables}) t WHERE EXISTS (SELECT FROM (${policies}) p WHERE NOT p.names_account)
  UNION ALL SELECT 'usage of ' || s.name FROM (${unguardedSequences}) s
  UNION ALL SELECT 'the callers of ' || f.name FROM (${unguardedFunctions}) f`;

/** What is missing of the guards that keep one account from seeing another (N-04); empty when all is as it should be. */
export async function findMissingGuards(db: Pick<BareDatabase, 'select'>): Promise<string[]> {
  const rows = await db.select({ name: sql<string>`name` }).from(sql`(${missing}) AS missing`);
  return rows.map(({ name }) => name);
}

/**
 * Puts the guards in place (N-04): role, rights and policies. Roles belong to a server and are in no dump of a database, and
 * rights and policies go with them; so this is done at every start, not only by a migration. Safe to repeat, and when several
 * processes start at once. Throws a `GuardsError` where this user may not, or a policy lets other accounts through.
 */
export async function ensureGuards(db: BareDatabase): Promise<void> {
  if ((await findMissingGuards(db)).length === 0) return;
  try {
    await ensureRole(db);
    await db.transaction(async (tx) => {
      await tx.execute(sql`SELECT pg_advisory_xact_lock(${guardLock})`);
      await guardTables(tx);
    });
  } catch (error) {
    if (sqlState(error) !== '42501') throw error;
    throw new GuardsError(
      `This user may not set up the role ${role}. As an administrator: CREATE ROLE ${role} NOLOGIN; ` +
        `GRANT ${role} TO the user of DATABASE_URL, which has to own the tables.`,
      { cause: error },
    );
  }
  const left = await findMissingGuards(db);
  if (left.length > 0) throw new GuardsError(`Accounts are not kept apart: ${left.join(', ')}.`);
}

/** Makes the role where the server has none. */
export async function ensureRole(db: BareDatabase): Promise<void> {
  await db.execute(
    sql.raw(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
          CREATE ROLE ${role} NOLOGIN;
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$`),
  );
}

async function guardTables(tx: Transaction): Promise<void> {
  await tx.execute(
    sql.raw(`
      DO $$ BEGIN
        IF NOT pg_has_role(current_user, '${role}', 'MEMBER') THEN
          EXECUTE format('GRANT ${role} TO %I', current_user);
        END IF;
        IF NOT has_schema_privilege('${role}', current_schema(), 'USAGE') THEN
          EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${role}', current_schema());
        END IF;
      END $$`),
  );
  const tables = await tx
    .select({ table: sql<string>`t.relname`, name: sql<string>`t.name`, key: sql<string>`t.key` })
    .from(sql`(${accountTables}) AS t`)
    .where(sql`${hasNoPolicy} OR ${hasWrongRights}`);
  for (const { table, name, key } of tables) {
    const isOwn = `${key} = current_setting('opus.account', true)`;
    await tx.execute(sql.raw(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`));
    await tx.execute(sql.raw(`REVOKE ALL ON ${name} FROM ${role}`));
    await tx.execute(sql.raw(`GRANT ${rightsOn(table).join(', ')} ON ${name} TO ${role}`));
    await tx.execute(sql.raw(`DROP POLICY IF EXISTS one_account ON ${name}`));
    await tx.execute(
      sql.raw(
        `CREATE POLICY one_account ON ${name} TO ${role} USING (${isOwn}) WITH CHECK (${isOwn})`,
      ),
    );
  }
  const sequences = await tx
    .select({ name: sql<string>`s.name` })
    .from(sql`(${unguardedSequences}) AS s`);
  for (const { name } of sequences) {
    await tx.execute(sql.raw(`GRANT USAGE ON SEQUENCE ${name} TO ${role}`));
  }
  const functions = await tx
    .select({ name: sql<string>`f.name` })
    .from(sql`(${unguardedFunctions}) AS f`);
  for (const { name } of functions) {
    await tx.execute(sql.raw(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`));
    await tx.execute(sql.raw(`GRANT EXECUTE ON FUNCTION ${name} TO ${role}`));
  }
}
