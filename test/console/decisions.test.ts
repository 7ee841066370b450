import { expect } from '@open-wc/testing';
import { StaffError } from '../../src/console/api/staff-error.js';
import type { Decided } from '../../src/console/pages/decide/decisions.js';
import { decideAll } from '../../src/console/pages/decide/decisions.js';
import type { PatientChange } from '../../src/contract/index.js';

const changes: PatientChange[] = ['a', 'b', 'c'].map((id) => ({
  id,
  patient: { id, firstName: id, lastName: id },
  changes: {},
  askedAt: '2026-11-20T08:00:00+01:00',
}));

/** An API that answers each id as told. */
function apiOf(failures: Record<string, 'not-found' | 'offline'>) {
  const asked: string[] = [];
  const call = (_name: string, { id = '' }: { id?: string } = {}) => {
    asked.push(id);
    const failure = failures[id];
    return failure ? Promise.reject(new StaffError(failure)) : Promise.resolve({});
  };
  return { asked, api: { call } as unknown as Parameters<typeof decideAll>[0] };
}

const ids = (list: readonly PatientChange[] = []) => list.map(({ id }) => id);

describe('deciding several changes', () => {
  it('[C-13] [P-39] goes on after one that somebody else has decided, and tells it apart', async () => {
    const { api, asked } = apiOf({ b: 'not-found' });
    let outcome: Decided | undefined;
    await decideAll(api, changes, true, (decided) => (outcome = decided));
    expect(asked).to.deep.equal(['a', 'b', 'c']);
    expect([outcome?.accept, ids(outcome?.done), ids(outcome?.meanwhile)]).to.deep.equal([
      true,
      ['a', 'c'],
      ['b'],
    ]);
  });

  it('[C-13] ends with any other failure, and tells what was done until then', async () => {
    const { api, asked } = apiOf({ b: 'offline' });
    let outcome: Decided | undefined;
    let failure: unknown;
    await decideAll(api, changes, false, (decided) => (outcome = decided)).catch(
      (error: unknown) => (failure = error),
    );
    expect(asked).to.deep.equal(['a', 'b']);
    expect(failure).to.have.property('code', 'offline');
    expect(ids(outcome?.done)).to.deep.equal(['a']);
  });
});
