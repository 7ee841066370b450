import type { ListOwner } from '../../contract/index.js';

/** Whoever a list can be assigned to. */
export type ListHolder = 'organisation' | 'companies' | 'clinicians';

/**
 * Whether somebody may be assigned a list: one that belongs to a company is for that company and for clinicians, of whom the
 * service knows where they work; one that belongs to a clinician is for them alone.
 */
export function mayHaveList(owner: ListOwner, holder: ListHolder, id: string): boolean {
  if (!('id' in owner)) return true;
  return owner.kind === 'company'
    ? holder === 'clinicians' || (holder === 'companies' && owner.id === id)
    : holder === 'clinicians' && owner.id === id;
}
