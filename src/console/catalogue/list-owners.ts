import type { ListOwner } from '../../contract/index.js';

/** Whether somebody may be assigned a list: one that belongs to one company or clinician is for nobody else of their kind. */
export function mayHaveList(owner: ListOwner, kind: string, id: string): boolean {
  if (!('id' in owner)) return true;
  return owner.kind === 'company'
    ? kind !== 'companies' || owner.id === id
    : kind === 'clinicians' && owner.id === id;
}
