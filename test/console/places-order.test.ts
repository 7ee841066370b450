import { expect } from '@open-wc/testing';
import { StaffApi } from '../../src/console/api/staff-api.js';
import { changedPositions, movedTo, storePositions } from '../../src/console/catalogue/order.js';

const at = (...positions: number[]) =>
  positions.map((position, index) => ({ id: 'abcdef'[index]!, position }));

interface Call {
  readonly method: string;
  readonly id: string;
  readonly body?: Record<string, unknown>;
  readonly ifMatch: string | null;
}

/** An account's clinicians behind an API that writes down what it is asked. */
function clinicianApi(positions: Readonly<Record<string, number>>) {
  const calls: Call[] = [];
  const answer = async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const request = new Request(input, init);
    const id = request.url.split('/').at(-1)!;
    const body = request.method === 'PUT' ? ((await request.json()) as Call['body']) : undefined;
    const ifMatch = request.headers.get('If-Match');
    calls.push({ method: request.method, id, ifMatch, ...(body ? { body } : {}) });
    if (request.method === 'PUT') return new Response(null, { status: 204 });
    const photo = { type: 'image/png', base64: 'AAAA', width: 1, height: 1 };
    return Response.json(
      { name: id, position: positions[id], published: true, clinics: [], photo },
      { headers: { ETag: `"${id}-1"` } },
    );
  };
  const api = new StaffApi({ account: 'klinikk', url: 'https://console.test', fetch: answer });
  return { api, calls };
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('order of clinics and clinicians', () => {
  it('[S-01] moves one to another place, and never out of the list', () => {
    expect(movedTo(['a', 'b', 'c'], 'c', 0)).to.deep.equal(['c', 'a', 'b']);
    expect(movedTo(['a', 'b', 'c'], 'a', 2)).to.deep.equal(['b', 'c', 'a']);
    const ids = ['a', 'b'];
    for (const index of [-1, 2, 0]) expect(movedTo(ids, 'a', index)).to.equal(ids);
    expect(movedTo(ids, 'gone', 1)).to.equal(ids);
  });

  it('[S-01] changes the positions of the moved stretch alone', () => {
    const changed = changedPositions(at(0, 10, 20, 30, 40), ['a', 'c', 'b', 'd', 'e']);
    expect([...changed]).to.deep.equal([
      ['c', 10],
      ['b', 20],
    ]);
    expect(changedPositions(at(0, 10, 20), ['a', 'b', 'c']).size).to.equal(0);
  });

  it('[S-01] pulls equal positions apart, so that the order holds', () => {
    const changed = changedPositions(at(0, 0, 0, 7), ['b', 'a', 'c', 'd']);
    const after = new Map([
      ...at(0, 0, 0, 7).map(({ id, position }) => [id, position] as const),
      ...changed,
    ]);
    const positions = ['b', 'a', 'c', 'd'].map((id) => after.get(id)!);
    expect(positions).to.deep.equal([...new Set(positions)].sort((one, other) => one - other));
    expect(changed.has('d')).to.equal(false);
  });

  it('[S-01] [S-02] [C-03] stores each changed position with its version, and leaves photos alone', async () => {
    const { api, calls } = clinicianApi({ a: 0, b: 1, c: 2 });
    const positions = new Map([
      ['b', 0],
      ['a', 1],
    ]);
    await storePositions(api, 'clinicians', at(0, 1, 2), positions);
    const stored = calls.filter(({ method }) => method === 'PUT');
    expect(stored.map(({ id, body, ifMatch }) => [id, body!.position, ifMatch])).to.deep.equal([
      ['b', 0, '"b-1"'],
      ['a', 1, '"a-1"'],
    ]);
    for (const { body } of stored) {
      expect(body).to.not.have.property('photo');
      expect(body).to.include({ published: true });
    }
    expect(calls.filter(({ id }) => id === 'c')).to.have.length(0);
  });

  it('[C-03] stores nothing where another person has moved one meanwhile', async () => {
    const { api, calls } = clinicianApi({ a: 0, b: 5, c: 2 });
    const positions = new Map([
      ['a', 1],
      ['b', 0],
    ]);
    const code = await codeOf(storePositions(api, 'clinicians', at(0, 1, 2), positions));
    expect(code).to.equal('version-conflict');
    expect(calls.filter(({ method }) => method === 'PUT')).to.have.length(0);
  });

  it('[S-01] goes on where saving broke off: what is stored already is no conflict', async () => {
    const { api, calls } = clinicianApi({ a: 1, b: 1, c: 2 });
    const positions = new Map([
      ['a', 1],
      ['b', 0],
    ]);
    await storePositions(api, 'clinicians', at(0, 1, 2), positions);
    expect(calls.filter(({ method }) => method === 'PUT')).to.have.length(2);
  });
});
