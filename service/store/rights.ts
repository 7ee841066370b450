import { sql, type SQL } from 'drizzle-orm';

type Right = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

const all: readonly Right[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

/**
 * What the service never does with a table, and its role therefore may not (N-04). Locking a row needs the right to UPDATE it;
 * rows that go with another one, by a foreign key, need no right.
 */
const withheld: Readonly<Record<string, readonly Right[]>> = {
  accounts: ['DELETE'],
  // Written down for good.
  appointment_texts: ['UPDATE', 'DELETE'],
  consent_texts: ['UPDATE', 'DELETE'],
  data_journal: ['UPDATE', 'DELETE'],
  journal_entries: ['UPDATE', 'DELETE'],
  staff_history: ['UPDATE', 'DELETE'],
  staff_images: ['UPDATE', 'DELETE'],
  // Taken out of the catalogue, and kept for the appointments that name them.
  booking_templates: ['DELETE'],
  clinicians: ['DELETE'],
  clinics: ['DELETE'],
  preblock_definitions: ['DELETE'],
  resources: ['DELETE'],
  // They go with their times.
  bookings: ['DELETE'],
  // Revoked or removed, they stay for the history.
  staff_keys: ['DELETE'],
  staff_people: ['DELETE'],
  // Put in place of the former ones.
  clinician_clinics: ['UPDATE'],
  patient_words: ['UPDATE'],
  preblock_categories: ['UPDATE'],
  preblock_list_items: ['UPDATE'],
  template_list_items: ['UPDATE'],
  // Noted down until they are forgotten.
  code_failures: ['UPDATE'],
  demo_messages: ['UPDATE'],
  time_alerts_told: ['UPDATE'],
  // One for each account, for as long as it is there.
  message_counts: ['DELETE'],
  reminder_runs: ['DELETE'],
  sms_gateways: ['DELETE'],
  sms_runs: ['DELETE'],
  // Said, or taken back.
  sms_refusals: ['UPDATE'],
  // Revisions are counted on for as long as there is an account.
  day_revisions: ['DELETE'],
  timebook_revisions: ['DELETE'],
};

/** What the role of the service may do with a table; all four with one that is not known here. */
export function rightsOn(table: string): readonly Right[] {
  return all.filter((right) => !withheld[table]?.includes(right));
}

const listed = sql.raw(
  Object.keys(withheld)
    .map((table) => `('${table}', '{${[...rightsOn(table)].sort().join(',')}}'::text[])`)
    .join(', '),
);

/** Whether the rights that `role`, a query of its oid, has on a table, by name and `acl`, are others than it should have. */
export function hasOtherRights(table: SQL, acl: SQL, role: SQL): SQL {
  const granted = sql`
    array(SELECT g.privilege_type FROM aclexplode(${acl}) g WHERE g.grantee IN (${role}) ORDER BY 1)`;
  const right = sql`
    coalesce((SELECT l.rights FROM (VALUES ${listed}) AS l(name, rights) WHERE l.name = ${table}),
      '{${sql.raw([...all].sort().join(','))}}'::text[])`;
  return sql`${granted} <> ${right}`;
}
