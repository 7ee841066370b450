import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import type { CallOptions, StaffApi } from '../../src/console/api/staff-api.js';
import { NameCheck } from '../../src/console/state/name-check.js';

const states: Record<string, string> = { smil: 'free', nabo: 'taken' };

function begin() {
  const asked: string[] = [];
  const told: unknown[] = [];
  const host = {
    addController: () => undefined,
    requestUpdate: () => told.push(check.state),
  } as unknown as ReactiveControllerHost;
  const api = {
    call: (_name: string, { id = '' }: CallOptions) => {
      asked.push(id);
      return id in states
        ? Promise.resolve({ data: { name: id, state: states[id] } })
        : Promise.reject(new Error('away'));
    },
  } as unknown as StaffApi;
  const check = new NameCheck(host);
  const typed = (text: string) => check.check(api, text);
  const settled = () => new Promise((resolve) => setTimeout(resolve, 450));
  return { asked, told, check, typed, settled };
}

describe('a name that is being typed', () => {
  it('[S-03] is asked for once, when nothing more is typed', async () => {
    const { asked, told, check, typed, settled } = begin();
    for (const text of ['s', 'sm', 'smi', 'smil', ' Smil ']) typed(text);
    expect(check.state).to.equal('asking');
    await settled();
    expect(asked).to.deep.equal(['smil']);
    expect(check.state).to.equal('free');
    expect(told.at(-1)).to.equal('free');
    typed('nabo');
    await settled();
    expect(check.state).to.equal('taken');
  });

  it('[S-03] says at once what is no name, without asking', async () => {
    const { asked, check, typed, settled } = begin();
    for (const [text, state] of [
      ['tannlæge', 'label-characters'],
      ['smil-', 'label-hyphen'],
      ['www', 'reserved'],
      ['', 'empty'],
    ] as const) {
      typed(text);
      expect(check.state).to.equal(state);
    }
    await settled();
    expect(asked).to.deep.equal([]);
  });

  it('[S-03] says nothing where the service does not answer, or the present name stands there again', async () => {
    const { check, typed, settled } = begin();
    typed('annet');
    await settled();
    expect(check.state).to.equal(undefined);
    typed('smil');
    check.clear();
    await settled();
    expect(check.state).to.equal(undefined);
  });
});
