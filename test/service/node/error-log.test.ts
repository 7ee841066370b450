import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createErrorLog } from '../../../service/node/error-log.js';
import { asOutage, OutageError } from '../../../service/store/outage.js';
import { ReplicaError } from '../../../service/timebook/replica.js';

/** A failure as Drizzle hands on what a driver says. */
const failure = (more: object, message = 'x') =>
  new Error('Failed query', { cause: Object.assign(new Error(message), more) });

describe('what is logged', () => {
  it('[N-07] an outage is one line a minute, however many meet it; then with their number', () => {
    const lines: string[] = [];
    let now = 0;
    const log = createErrorLog(
      (text) => lines.push(text),
      () => now,
    );
    for (let count = 0; count < 1000; count += 1) log(failure({ code: '53100' }));
    log(failure({ code: 'ECONNREFUSED' }));
    assert.deepEqual(lines, [
      'The database cannot be used: 53100, its disk is full.',
      'The database cannot be used: ECONNREFUSED, nobody answers there.',
    ]);
    now = 61_000;
    log(failure({ code: '53100' }));
    assert.match(lines[2]!, /53100, its disk is full\. 999 times more/);
  });

  it('[N-07] the loss of a replica is one line as well, and not taken for one of the database', () => {
    const lines: string[] = [];
    const log = createErrorLog((text) => lines.push(text));
    const refused = failure({ code: 'ECONNREFUSED' });
    for (let count = 0; count < 2; count += 1) log(new ReplicaError('ECONNREFUSED', refused));
    log(refused);
    assert.deepEqual(lines, [
      'The replica is not used, the database does its work: ECONNREFUSED, nobody answers there.',
      'The database cannot be used: ECONNREFUSED, nobody answers there.',
    ]);
  });

  it('[N-02] [N-07] what is no outage is told each time, without what a query holds', () => {
    const lines: string[] = [];
    const log = createErrorLog((text) => lines.push(text));
    for (let count = 0; count < 2; count += 1) log(failure({ code: '23505' }, '19047649954'));
    assert.equal(lines.length, 2);
    assert.match(lines[0]!, /SQLSTATE 23505/);
    assert.ok(!lines.join().includes('19047649954'));
  });

  it('[N-07] tells an outage from a fault, whatever the driver says of it', () => {
    const outages = [
      failure({ code: '08006' }),
      failure({ code: '25006' }),
      failure({ code: '57014' }),
      failure({ code: '55P03' }),
      failure({ code: '55000', severity: 'FATAL' }),
      failure({ code: 'EPIPE' }),
      failure({}, 'Connection terminated unexpectedly'),
      failure({}, 'timeout exceeded when trying to connect'),
      failure({}, 'Cannot use a pool after calling end on the pool'),
      failure({}, 'PGlite is closed'),
      failure({ name: 'RuntimeError' }, 'unreachable'),
      new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
    ];
    for (const one of outages) {
      assert.ok(asOutage(one) instanceof OutageError, one.message);
    }
    const faults = [
      failure({ code: '42703' }),
      failure({ code: '23514' }),
      new TypeError('x'),
      'x',
    ];
    for (const one of faults) assert.equal(asOutage(one), one);
  });
});
