import { expect } from '@open-wc/testing';
import { StaffApi } from '../../src/console/api/staff-api.js';
import { mayHaveList } from '../../src/console/catalogue/list-owners.js';
import type { Item } from '../../src/console/catalogue/records.js';
import {
  keyOf,
  storeAssignments,
  withAssignment,
  withAssignments,
} from '../../src/console/pages/treatments/assignments.js';
import {
  categoriesWith,
  storeWishes,
  withWish,
  withWishes,
} from '../../src/console/pages/treatments/matrix-changes.js';
import type { TreatmentWorld } from '../../src/console/pages/treatments/treatment-world.js';

const definition = (id: string, mode: 'allow' | 'deny', categories: string[]) =>
  ({
    id,
    name: id,
    mode,
    categories,
    allowAllRebookings: false,
  }) as unknown as Item<'preblock-definitions'>;

/** An API that answers with these bodies by path, and writes down what is stored. */
function apiOf(bodies: Readonly<Record<string, object>>) {
  const stored: { path: string; body: object; ifMatch: string | null }[] = [];
  const answer = async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname.replace('/v1/staff/accounts/klinikk', '');
    if (request.method === 'GET') {
      return Response.json(bodies[path], { headers: { ETag: `"${path}"` } });
    }
    const body = (await request.json()) as object;
    stored.push({ path, body, ifMatch: request.headers.get('If-Match') });
    return new Response(null, { status: 204 });
  };
  const api = new StaffApi({ account: 'klinikk', url: 'https://console.test', fetch: answer });
  return { api, stored };
}

describe('ticks of the matrix', () => {
  it('[C-09] [A-15] lets in and keeps out, with allow and with not allow', () => {
    const wishes = new Map([
      ['a', true],
      ['b', false],
    ]);
    expect(categoriesWith(definition('d', 'allow', ['b', 'c']), wishes)).to.deep.equal(['a', 'c']);
    expect(categoriesWith(definition('d', 'deny', ['a', 'c']), wishes)).to.deep.equal(['b', 'c']);
  });

  it('[C-09] a tick that is taken back is none', () => {
    const stored = [definition('net', 'allow', ['a']), definition('no', 'deny', ['a'])];
    const first = { definition: 'no', category: 'a', letsIn: true };
    const one = withWish(new Map(), stored, first);
    expect(withWishes(stored, one)[1]!.categories).to.deep.equal([]);
    expect(withWish(one, stored, { ...first, letsIn: false }).size).to.equal(0);
    expect(withWish(one, stored, { ...first, category: 'b', letsIn: false }).size).to.equal(1);
  });

  it('[C-03] [C-09] are stored on top of what somebody else has changed meanwhile', async () => {
    const path = '/preblock-definitions/net';
    const { api, stored } = apiOf({ [path]: { name: 'Ny', mode: 'deny', categories: ['x'] } });
    const wishes = withWish(new Map(), [definition('net', 'allow', [])], {
      definition: 'net',
      category: 'x',
      letsIn: true,
    });
    const done: string[] = [];
    await storeWishes(api, wishes, (id) => done.push(id));
    const body = { name: 'Ny', mode: 'deny', categories: [] };
    expect(stored).to.deep.equal([{ path, body, ifMatch: `"${path}"` }]);
    expect(done).to.deep.equal(['net']);
  });
});

describe('where lists are assigned', () => {
  const world = {
    organisation: { bookingList: 'all', preblockList: null },
    companies: [{ id: 'firm', name: 'Firm', bookingList: 'some' }],
    clinicians: [{ id: 'anne', name: 'Anne', clinics: [] }],
  } as unknown as TreatmentWorld;
  const anne = { holder: 'clinicians', id: 'anne' } as const;

  it('[A-07] a list that is chosen and taken back is no change', () => {
    const one = withAssignment(new Map(), world, { ...anne, field: 'bookingList', list: 'some' });
    expect(withAssignments(world, one).clinicians[0]!.bookingList).to.equal('some');
    expect(withAssignments(world, one).companies[0]!.bookingList).to.equal('some');
    const back = withAssignment(one, world, { ...anne, field: 'bookingList', list: undefined });
    expect(back.size).to.equal(0);
    const firm = { holder: 'companies', id: 'firm', field: 'bookingList' } as const;
    const none = withAssignment(new Map(), world, { ...firm, list: undefined });
    expect(withAssignments(world, none).companies[0]!.bookingList).to.equal(undefined);
  });

  it('[A-07] [C-03] stores the two lists alone, and stops at one that somebody else has assigned', async () => {
    const changes = withAssignment(
      withAssignment(new Map(), world, {
        ...{ holder: 'organisation', id: '', field: 'preblockList', list: 'nets' },
      }),
      world,
      { ...anne, field: 'bookingList', list: 'some' },
    );
    const photo = { type: 'image/png', base64: 'AAAA', width: 1, height: 1 };
    const clinician = { name: 'Anne Ny', clinics: [], photo };
    const same = apiOf({ '/lists': { bookingList: 'all' }, '/clinicians/anne': clinician });
    const done: string[] = [];
    await storeAssignments(same.api, world, changes, (key) => done.push(key));
    expect(same.stored.map(({ path, body }) => [path, body])).to.deep.equal([
      ['/lists', { bookingList: 'all', preblockList: 'nets' }],
      ['/clinicians/anne', { name: 'Anne Ny', clinics: [], bookingList: 'some' }],
    ]);
    expect(done).to.deep.equal([keyOf({ holder: 'organisation', id: '' }), keyOf(anne)]);

    const other = { ...clinician, bookingList: 'other' };
    const changed = apiOf({ '/lists': { bookingList: 'all' }, '/clinicians/anne': other });
    let code: string | undefined;
    await storeAssignments(changed.api, world, changes, () => undefined).catch(
      (error: { code: string }) => (code = error.code),
    );
    expect(code).to.equal('version-conflict');
    expect(changed.stored.map(({ path }) => path)).to.deep.equal(['/lists']);
  });

  it('[A-07] offers a list only to whom its owner lets use it', () => {
    const company = { kind: 'company', id: 'firm' } as const;
    const clinician = { kind: 'clinician', id: 'anne' } as const;
    expect(mayHaveList({ kind: 'all' }, 'companies', 'firm')).to.equal(true);
    expect(mayHaveList(company, 'companies', 'firm')).to.equal(true);
    expect(mayHaveList(company, 'companies', 'other')).to.equal(false);
    expect(mayHaveList(company, 'clinicians', 'anne')).to.equal(true);
    expect(mayHaveList(company, 'organisation', '')).to.equal(false);
    expect(mayHaveList(clinician, 'clinicians', 'anne')).to.equal(true);
    expect(mayHaveList(clinician, 'clinicians', 'bo')).to.equal(false);
    expect(mayHaveList(clinician, 'companies', 'anne')).to.equal(false);
  });
});
