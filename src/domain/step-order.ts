import type { ChoiceStep, Settings } from '../contract/index.js';
import type { Part } from './selection.js';

/** One page of the flow: one part, or two side by side in the combined view (P-03). */
export interface Page {
  readonly parts: readonly Part[];
}

type OrderSettings = Pick<Settings, 'stepOrder' | 'combinedView'>;

const combinedOrder: readonly ChoiceStep[] = ['clinic', 'treatment', 'clinician', 'time'];

const combinedPages: readonly Page[] = [
  { parts: ['clinic'] },
  { parts: ['treatment', 'clinician'] },
  { parts: ['time', 'details'] },
  { parts: ['confirm'] },
];

/** True for the 14 orders an account may set: each step once, time never first, treatment never fourth (P-02). */
export function isStepOrder(order: readonly string[]): order is readonly ChoiceStep[] {
  return (
    order.length === 4 &&
    combinedOrder.every((step) => order.includes(step)) &&
    order[0] !== 'time' &&
    order[3] !== 'treatment'
  );
}

/** The 14 orders of P-02. */
export function stepOrders(): ChoiceStep[][] {
  return permutations(combinedOrder).filter((order) => isStepOrder(order));
}

/** The order in which the four choices are made: the account's, or the combined view's own (P-02, P-03). */
export function choiceOrder(settings: OrderSettings): readonly ChoiceStep[] {
  return settings.combinedView || !isStepOrder(settings.stepOrder)
    ? combinedOrder
    : settings.stepOrder;
}

/** The pages of the flow in their order (P-01 to P-03). */
export function pagesOf(settings: OrderSettings): readonly Page[] {
  if (settings.combinedView) return combinedPages;
  const parts: Part[] = [...choiceOrder(settings), 'details', 'confirm'];
  return parts.map((part) => ({ parts: [part] }));
}

/** The parts of a page, an index in `pagesOf`; none where there is no such page. */
export function partsOf(settings: OrderSettings, page: number): readonly Part[] {
  return pagesOf(settings)[page]?.parts ?? [];
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, at) => at !== index)).map((rest) => [item, ...rest]),
  );
}
