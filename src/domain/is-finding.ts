import type { Account } from '../contract/index.js';
import type { Selection } from './selection.js';
import { choiceOrder } from './step-order.js';

/**
 * True while it is not known who, where and what a chosen start leaves to choose: until then nothing that comes after
 * time is sure, and there is nothing to hold (P-02, P-05).
 */
export function isFinding(account: Account, selection: Selection): boolean {
  const { clinic, treatment, clinician, time } = selection;
  if (time?.slots.length !== 0) return false;
  return choiceOrder(account.settings).at(-1) !== 'time' || !clinic || !treatment || !clinician;
}
