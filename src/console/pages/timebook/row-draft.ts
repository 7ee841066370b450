import { isEqual } from '../../../domain/is-equal.js';
import type { StaffError } from '../../api/staff-error.js';
import { mergeThreeWay, withField } from '../../state/three-way.js';

interface Versioned {
  readonly version: string;
}

/** What somebody else has made of a row meanwhile. */
export interface Clash<Row> {
  /** Who, and when; undefined where nothing says so. */
  readonly by: string | undefined;
  readonly at: string | undefined;
  /** The row now; undefined: it is gone. */
  readonly now: Row | undefined;
  /** Whether a field was changed by both, so that the values of one of them are left out. */
  readonly isDivided: boolean;
}

/** A row of the timebook as a dialog knows it, what is being made of it, and what somebody else made of it meanwhile (C-03). */
export class RowDraft<Row extends Versioned, Draft extends object> {
  draft: Draft;
  clash: Clash<Row> | undefined;
  #known: Row;
  #mine: Draft;

  constructor(
    row: Row,
    private readonly toDraft: (row: Row) => Draft,
    moved: Partial<Draft> = {},
  ) {
    this.#known = row;
    this.draft = this.#mine = { ...toDraft(row), ...moved };
  }

  /** The row as far as it is known: what a change is made to. */
  get known(): Row {
    return this.#known;
  }

  /** For `If-Match`. */
  get version(): string {
    return `"${this.#known.version}"`;
  }

  set(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
  }

  /** Goes on with the row as it was read anew, as long as nothing is being made of it; answers whether it does. */
  follow(row: Row): boolean {
    if (row.version === this.#known.version || this.isChanged || this.clash) return false;
    this.#known = row;
    this.draft = this.#mine = this.toDraft(row);
    return true;
  }

  /** Takes what a refused change tells of the row: own changes are put on top of it, but where both have changed the same. */
  meet({ current, changedBy, changedAt }: StaffError): void {
    const now = current as Row | undefined;
    const who = { by: changedBy, at: changedAt, now };
    if (!now) {
      this.clash = { ...who, isDivided: false };
      return;
    }
    const { toDraft } = this;
    const { merged, conflicts } = mergeThreeWay(toDraft(this.#known), this.draft, toDraft(now));
    this.#known = now;
    this.draft = merged;
    this.#mine = conflicts.reduce<Draft>(
      (draft, { path, mine }) => withField(draft, path, mine),
      merged,
    );
    this.clash = { ...who, isDivided: conflicts.length > 0 };
  }

  /** Where both have changed the same, one's own values after all. */
  takeMine(): void {
    this.draft = this.#mine;
    if (this.clash) this.clash = { ...this.clash, isDivided: false };
  }

  /** Whether something is other than what is known to be stored. */
  get isChanged(): boolean {
    return !isEqual(this.draft, this.toDraft(this.#known));
  }
}
