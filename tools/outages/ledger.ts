// What clients were told, beside what stands in the database.
import { sql } from 'drizzle-orm';
import type { Database } from '../../service/store/database.js';
import { countOverlaps, misfits } from '../../test/service/support/timebook-invariants.js';

/** An appointment as its client was told last. */
interface Told {
  status: string;
  /** Epoch milliseconds. */
  start: number;
}

/** What a round, or all of them, came to. */
export interface Tally {
  answered: number;
  /** Calls that were sent more than once, because there was no answer, or one that said "later". */
  repeated: number;
  appointments: number;
  /** What clients were told and is not so. */
  lost: number;
  /** Appointments that nobody was told of, and times or messages that do not fit together. */
  doubled: number;
  /** Answers 500. */
  failed: number;
  /** Any other answer that the call should not have had, or none at all. */
  wrong: number;
}

export const noTally: Tally = {
  answered: 0,
  repeated: 0,
  appointments: 0,
  lost: 0,
  doubled: 0,
  failed: 0,
  wrong: 0,
};

export function addTallies(one: Tally, other: Tally): Tally {
  const names = Object.keys(one) as (keyof Tally)[];
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as never;
}

export const isRight = ({ lost, doubled, failed, wrong, appointments }: Tally): boolean =>
  lost + doubled + failed + wrong === 0 && appointments > 0;

/**
 * The rule of `misfits` that holds a minute later only: a message that its sender has died of counts as being sent until then, and
 * is taken back afterwards instead of being sent again.
 */
const onlyNewest = 'only the newest news of an appointment wait';

/** Appointments with two messages on one channel of which neither is being sent. */
async function countOutdated(db: Database, account: string): Promise<number> {
  const rows = await db.select({ id: sql<string>`booking_id` }).from(
    sql`(
      SELECT booking_id FROM outbox
      WHERE account_id = ${account} AND booking_id IS NOT NULL AND status IN ('V', 'FV')
        AND NOT (status = 'V' AND tries > 0 AND send_at > now())
      GROUP BY booking_id, channel HAVING count(*) > 1
    ) AS outdated`,
  );
  return rows.length;
}

/** Notes down what clients of one account are told. */
export class Ledger {
  answered = 0;
  repeated = 0;
  failed = 0;
  /** In words, for the report. */
  readonly wrong: string[] = [];
  private readonly told = new Map<string, Told>();

  constructor(readonly account: string) {}

  tell(id: string, status: 'booked' | 'cancelled', start: string): void {
    this.told.set(id, { status, start: Date.parse(start) });
  }

  /** Compares with the rows of the account; prints what is not as it was told. */
  async compare(db: Database): Promise<Tally> {
    const rows = await db
      .select({ id: sql<string>`id`, status: sql<string>`status`, start: sql<number>`start` })
      .from(
        sql`(
          SELECT b.id::text AS id, r.status, (extract(epoch FROM r.starts_at) * 1000)::float8 AS start
          FROM bookings b LEFT JOIN reservations r ON r.account_id = b.account_id AND r.id = b.reservation_id
          WHERE b.account_id = ${this.account} AND b.confirmed_at IS NOT NULL
        ) AS rows`,
      );
    const stored = new Map(rows.map((row) => [row.id, row]));
    const lost = [...this.told].filter(([id, { status, start }]) => {
      const row = stored.get(id);
      return row?.status !== status || Number(row.start) !== start;
    });
    const untold = rows.filter(({ id }) => !this.told.has(id));
    const unfit = (await misfits(db)).filter(({ rule }) => rule !== onlyNewest);
    const outdated = await countOutdated(db, this.account);
    const overlaps = await countOverlaps(db);
    for (const [id, told] of lost) {
      console.error('lost', id, JSON.stringify(told), 'stored', JSON.stringify(stored.get(id)));
    }
    for (const row of untold) console.error('nobody was told of', JSON.stringify(row));
    for (const row of unfit) console.error('does not fit', JSON.stringify(row));
    for (const words of this.wrong) console.error('wrong:', words);
    return {
      answered: this.answered,
      repeated: this.repeated,
      appointments: this.told.size,
      lost: lost.length,
      doubled: untold.length + unfit.length + outdated + overlaps,
      failed: this.failed,
      wrong: this.wrong.length,
    };
  }
}
