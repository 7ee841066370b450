import { expect } from '@open-wc/testing';
import { BookingError } from '../../src/api/booking-error.js';
import { FlowStore, type FlowState } from '../../src/state/flow-store.js';

interface Counter extends FlowState<'save' | 'load'> {
  readonly count: number;
}
type CounterAction = { readonly type: 'add'; readonly by: number };

function add(state: Counter, { by }: CounterAction): Counter {
  return by === 0 ? state : { ...state, count: state.count + by };
}

function counter(guard?: (before: Counter, next: Counter) => Counter) {
  const changes: Counter[] = [];
  const told: string[] = [];
  let outcome: Promise<void> = Promise.resolve();
  const store = new FlowStore<Counter, CounterAction>({ count: 0 }, add, {
    changed: (before) => changes.push(before),
    failed: ({ error, during }) => {
      told.push(`${during}: ${error.kind}`);
      return outcome;
    },
    ...(guard && { guard }),
  });
  return { store, changes, told, waitWith: (wait: Promise<void>) => (outcome = wait) };
}

function deferred<T = void>() {
  let settle!: { resolve: (value: T) => void; reject: (cause: unknown) => void };
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  return { promise, ...settle };
}

describe('FlowStore', () => {
  it('replaces the state by what the reducer gives, and gives the one before to its observer', () => {
    const { store, changes } = counter();
    const before = store.state;
    store.dispatch({ type: 'add', by: 2 });
    expect(store.state).to.deep.equal({ count: 2 });
    expect(changes).to.deep.equal([before]);
    expect(before).to.deep.equal({ count: 0 });
  });

  it('is silent when an action changes nothing', () => {
    const { store, changes } = counter();
    const before = store.state;
    store.dispatch({ type: 'add', by: 0 });
    expect(store.state).to.equal(before);
    expect(changes).to.deep.equal([]);
  });

  it('keeps back what the guard does not let through', () => {
    const { store } = counter((before, next) => (next.count > 2 ? before : next));
    store.dispatch({ type: 'add', by: 2 });
    store.dispatch({ type: 'add', by: 2 });
    expect(store.state.count).to.equal(2);
  });

  it('shows the operation while it is under way, and runs no other meanwhile', async () => {
    const { store } = counter();
    const wait = deferred();
    let runs = 0;
    const work = () => {
      runs += 1;
      return wait.promise;
    };
    const run = store.run('save', work);
    expect(store.state.operation).to.equal('save');
    await store.run('save', work);
    await store.run('load', work);
    expect(runs).to.equal(1);
    wait.resolve();
    await run;
    expect(store.state.operation).to.equal(undefined);
  });

  it('turns a BookingError into state, tells it, and runs the operation again on retry', async () => {
    const { store, told } = counter();
    const error = new BookingError('timeout');
    let runs = 0;
    const work = async () => {
      runs += 1;
      if (runs === 1) throw error;
      store.dispatch({ type: 'add', by: 1 });
    };
    await store.run('save', work);
    expect(store.state).to.deep.equal({
      count: 0,
      failure: { error, during: 'save' },
      operation: undefined,
    });
    expect(told).to.deep.equal(['save: timeout']);
    store.retry();
    expect(store.state.failure).to.equal(undefined);
    expect(store.state.operation).to.equal('save');
    await Promise.resolve();
    expect(store.state.count).to.equal(1);
    store.retry();
    expect(runs, 'nothing is left to try again').to.equal(2);
  });

  it('begins an operation without the failure of the one before', async () => {
    const { store } = counter();
    store.fail(new BookingError('offline'), 'load');
    await store.run('save', () => Promise.resolve());
    expect(store.state.failure).to.equal(undefined);
  });

  it('ends a failed operation only when the observer has dealt with the failure', async () => {
    const { store, waitWith } = counter();
    const wait = deferred();
    void waitWith(wait.promise);
    const run = store.run('save', () => Promise.reject(new BookingError('invalid')));
    await Promise.resolve();
    await Promise.resolve();
    expect(store.state.operation).to.equal('save');
    wait.resolve();
    await run;
    expect(store.state.operation).to.equal(undefined);
  });

  it('throws what is no BookingError, and ends the operation', async () => {
    const { store, told } = counter();
    const mistake = new TypeError('mistake');
    const cause = await store
      .run('save', () => Promise.reject(mistake))
      .catch((thrown: unknown) => thrown);
    expect(cause).to.equal(mistake);
    expect(store.state).to.deep.equal({ count: 0, failure: undefined, operation: undefined });
    expect(told).to.deep.equal([]);
    expect(() => store.fail(mistake, 'load')).to.throw(mistake);
  });

  it('discards the outcome of an operation that was begun before a restart', async () => {
    const { store, told } = counter();
    const wait = deferred();
    let isStillCurrent: (() => boolean) | undefined;
    const run = store.run('save', (isCurrent) => {
      isStillCurrent = isCurrent;
      return wait.promise;
    });
    expect(isStillCurrent?.()).to.equal(true);
    const isRestarted = store.restart({ count: 7 });
    expect(isStillCurrent?.()).to.equal(false);
    expect(isRestarted()).to.equal(true);
    const other = deferred();
    const next = store.run('load', () => other.promise);
    wait.reject(new BookingError('timeout'));
    await run;
    expect(told).to.deep.equal([]);
    expect(store.state).to.deep.equal({ count: 7, failure: undefined, operation: 'load' });
    other.resolve();
    await next;
  });

  it('forgets at a restart what could be tried again', () => {
    const { store } = counter();
    let tries = 0;
    store.fail(new BookingError('timeout'), 'load', () => (tries += 1));
    store.restart({ count: 0 });
    store.retry();
    expect(tries).to.equal(0);
  });

  it('shows a failure again without telling it twice', () => {
    const { store, told } = counter();
    let tries = 0;
    const failure = { error: new BookingError('closed'), during: 'load' as const };
    store.show(failure, () => (tries += 1));
    expect(store.state.failure).to.equal(failure);
    expect(told).to.deep.equal([]);
    store.retry();
    expect(tries).to.equal(1);
    store.show();
    expect(store.state.failure).to.equal(undefined);
  });
});
