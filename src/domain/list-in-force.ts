/** What a list can be assigned on, the nearest first. */
const levels = ['clinician', 'company', 'organisation'] as const;
export type ListLevel = (typeof levels)[number];

/** The lists assigned to somebody; null or absent: none. */
export interface ListAssignment {
  readonly bookingList?: string | null | undefined;
  readonly timebookList?: string | null | undefined;
  readonly preblockList?: string | null | undefined;
}

/** A list that holds, and what it is assigned on. */
export interface ListInForce<List> {
  readonly list: List;
  readonly on: ListLevel;
}

/**
 * The list in force: the one assigned on the clinician, else on the company of the clinic, else on the
 * organisation; undefined when none is assigned, which means everything. An empty list means nothing.
 */
export function listInForce<List>(
  kind: keyof ListAssignment,
  lists: ReadonlyMap<string, List>,
  assigned: Readonly<Record<ListLevel, ListAssignment | undefined>>,
): ListInForce<List> | undefined {
  for (const on of levels) {
    const id = assigned[on]?.[kind];
    const list = id ? lists.get(id) : undefined;
    if (list) return { list, on };
  }
  return undefined;
}
