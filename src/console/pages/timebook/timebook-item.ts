import type {
  OfferedTime,
  Placement,
  TakenStretch,
  TimebookEntry,
  WorkingTime,
} from '../../../contract/index.js';

/** What may lie in a calendar. */
export type Item =
  | (Placed & { readonly kind: 'working-time'; readonly source: WorkingTime })
  | PreblockItem
  | (Placed & { readonly kind: 'entry'; readonly source: TimebookEntry })
  | (Placed & { readonly kind: 'taken'; readonly source: TakenStretch })
  | (Placed & { readonly kind: 'offered'; readonly source: OfferedTime });

type PreblockItem = Placed & {
  readonly kind: 'preblock';
  readonly source: Placement;
  /** From which minute on its name can be read, past the appointments that cover it. */
  readonly nameAt?: number;
};
export type EntryItem = Extract<Item, { kind: 'entry' }>;
/** What is placed for a clinician, singly or as a series. */
export type PlacedItem = Extract<Item, { kind: 'working-time' | 'preblock' }>;

interface Placed {
  readonly id: string;
  /** Minutes of the clinic's clock from midnight, half-open. */
  readonly from: number;
  readonly to: number;
  /** Beside how many others of its kind it lies, and as which of them. */
  readonly lane: number;
  readonly lanes: number;
}
