import { aTimeout, expect } from '@open-wc/testing';
import type { HoldRequest } from '../../../src/contract/index.js';
import { HoldKeeper } from '../../../src/state/hold/hold-keeper.js';
import type { HoldTimings } from '../../../src/state/hold/hold-watch.js';
import { nextMonday, ScriptedApi } from '../support/scripted-api.js';
import { waitUntil } from '../../support/wait-until.js';

const request: HoldRequest = { start: nextMonday(), clinic: 'hvalstad', clinician: 'lise' };
const later: HoldRequest = { ...request, start: nextMonday(30) };

/** Whoever did something in the last hour is there; whoever did nothing for a moment is away. */
const there: HoldTimings = { margin: 200, patience: 3_600_000 };
const away: HoldTimings = { margin: 200, patience: 20 };

function keep(api: ScriptedApi, timings?: HoldTimings) {
  const told: string[] = [];
  const keeper: HoldKeeper = new HoldKeeper(
    api,
    {
      holdChanged: () =>
        told.push(
          keeper.state.isHoldEnding
            ? 'ending'
            : keeper.current
              ? 'held'
              : keeper.state.isHoldOver
                ? 'over'
                : 'none',
        ),
      holdFailed: (error) => told.push(error.kind),
    },
    timings,
  );
  return { keeper, told };
}

async function held(keeper: HoldKeeper): Promise<void> {
  keeper.setRequest(request);
  await waitUntil(() => keeper.current, 'held');
}

describe('HoldKeeper', () => {
  it('[P-24] near its end a hold is extended without a word for whoever did something lately', async () => {
    const api = new ScriptedApi();
    api.holdSeconds = 0.35;
    const { keeper, told } = keep(api, there);
    await held(keeper);
    api.holdSeconds = 600;
    await waitUntil(() => api.count('extendHold') === 1);
    await aTimeout(300);
    expect(keeper.current).not.to.equal(undefined);
    expect(told).not.to.include('ending');
    expect(api.count('hold')).to.equal(1);
  });

  it('[P-24] whoever seems to be away is warned before the end, and one press keeps the time', async () => {
    const api = new ScriptedApi();
    api.holdSeconds = 0.35;
    const { keeper } = keep(api, away);
    await held(keeper);
    await waitUntil(() => keeper.state.isHoldEnding, 'warned');
    expect(api.count('extendHold')).to.equal(0);
    api.holdSeconds = 600;
    const asked = keeper.extend();
    expect(keeper.state.isHoldEnding).to.equal(false);
    await asked;
    expect(keeper.current?.hold.extensionsLeft).to.equal(9);
    await aTimeout(300);
    expect(keeper.current).not.to.equal(undefined);
  });

  it('[P-24] the time can be kept by one press at least ten times', async () => {
    const api = new ScriptedApi();
    const { keeper } = keep(api);
    await held(keeper);
    for (let times = 0; times < 10; times += 1) await keeper.extend();
    expect(api.count('extendHold')).to.equal(10);
    expect(keeper.current?.hold.extensionsLeft).to.equal(0);
  });

  it('[P-24] typing answers the warning as well as its button, once however much is typed', async () => {
    const api = new ScriptedApi();
    api.holdSeconds = 0.35;
    const { keeper } = keep(api, away);
    await held(keeper);
    await waitUntil(() => keeper.state.isHoldEnding);
    api.holdSeconds = 600;
    keeper.touch();
    keeper.touch();
    keeper.touch();
    await waitUntil(() => keeper.current?.hold.extensionsLeft === 9);
    expect(api.count('extendHold')).to.equal(1);
  });

  it('[P-24] a warning nobody answers lets the time go, and the first sign takes it again', async () => {
    const api = new ScriptedApi();
    api.holdSeconds = 0.35;
    const { keeper, told } = keep(api, away);
    await held(keeper);
    await waitUntil(() => keeper.state.isHoldOver, 'over');
    await aTimeout(100);
    expect(api.count('hold')).to.equal(1);
    expect(told.at(-1)).to.equal('over');
    api.holdSeconds = 600;
    keeper.touch();
    await waitUntil(() => keeper.current);
    expect(told).not.to.include('slot-taken');
  });

  it('[P-23] a time that was let go and taken by another is told with the first sign', async () => {
    const api = new ScriptedApi();
    api.holdSeconds = 0.3;
    const { keeper, told } = keep(api, away);
    await held(keeper);
    await waitUntil(() => keeper.state.isHoldOver);
    api.take(request.start);
    keeper.touch();
    await waitUntil(() => told.includes('slot-taken'));
  });

  it('[P-24] a hold that cannot be extended any more is taken anew at its end by who is there', async () => {
    const api = new ScriptedApi();
    api.holdSeconds = 0.35;
    api.extensions = 0;
    const { keeper, told } = keep(api, there);
    await held(keeper);
    await keeper.extend();
    await waitUntil(() => api.count('hold') === 2, 'taken anew');
    expect(api.count('extendHold')).to.equal(0);
    expect(told).not.to.include('ending');
  });

  it('[P-40] maintenance that begins meanwhile is told when the hold cannot be extended', async () => {
    const api = new ScriptedApi();
    const { keeper, told } = keep(api);
    await held(keeper);
    api.next('extendHold', 'closed');
    await keeper.extend();
    expect(told).to.include('closed');
  });

  it('[P-24] a connection lost while extending is nobody’s trouble as long as the hold lives', async () => {
    const api = new ScriptedApi();
    const { keeper, told } = keep(api);
    await held(keeper);
    api.next('extendHold', 'offline');
    await keeper.extend();
    expect(told).not.to.include('offline');
    expect(keeper.current).not.to.equal(undefined);
  });

  it('[P-24] back from the page cache the old hold is given back before the time is taken again', async () => {
    const api = new ScriptedApi();
    const { keeper } = keep(api);
    await held(keeper);
    const old = keeper.current?.token;
    keeper.leave();
    keeper.comeBack();
    await waitUntil(() => keeper.current);
    // A slow beacon would leave one's own old hold in the way of the new one.
    expect(api.calls.map(({ name }) => name)).to.deep.equal([
      'hold',
      'releaseHoldOnLeave',
      'releaseHold',
      'hold',
    ]);
    expect(api.last('releaseHold')[1]).to.equal(old);
    expect(keeper.current?.token).not.to.equal(old);
  });

  it('[P-24] a hold that comes when the page has closed is given back', async () => {
    const api = new ScriptedApi();
    const { keeper } = keep(api);
    let letGo = () => undefined as void;
    api.next('hold', new Promise<void>((done) => (letGo = done)));
    keeper.setRequest(request);
    await waitUntil(() => api.count('hold') === 1);
    keeper.leave();
    letGo();
    await waitUntil(() => api.count('releaseHoldOnLeave') === 1);
    expect(keeper.current).to.equal(undefined);
  });

  it('[P-24] the own time counts as free also while its hold is on its way there, and back', async () => {
    const api = new ScriptedApi();
    const { keeper } = keep(api);
    expect(keeper.ownToken).to.equal(undefined);
    keeper.setRequest(request);
    const asked = keeper.ownToken;
    await waitUntil(() => keeper.current);
    expect(keeper.current?.token).to.equal(asked);
    keeper.setRequest(later);
    expect(keeper.ownToken).to.equal(asked);
    await waitUntil(() => keeper.current?.hold.slot.start === later.start);
    let arrive = () => undefined as void;
    api.next('releaseHold', new Promise<void>((done) => (arrive = done)));
    keeper.setRequest(undefined);
    await waitUntil(() => api.count('releaseHold') === 1);
    expect(keeper.ownToken).to.equal(asked);
    arrive();
    await waitUntil(() => keeper.ownToken === undefined);
  });
});
