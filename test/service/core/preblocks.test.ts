import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isExpired } from '../../../service/core/preblocks.js';
import { permitsCategory } from '../../../src/domain/treatment-rules.js';
import { definition } from './rows.js';

describe('what a preblock lets in', () => {
  const allow = definition({ mode: 'allow', categories: ['us', 'akutt'] });
  const deny = definition({ mode: 'deny', categories: ['kirurgi'] });

  it('[A-15] of the allow kind: the categories named; of the deny kind: all others', () => {
    assert.equal(permitsCategory(allow, 'us', false), true);
    assert.equal(permitsCategory(allow, 'kirurgi', false), false);
    assert.equal(permitsCategory(deny, 'us', false), true);
    assert.equal(permitsCategory(deny, 'kirurgi', false), false);
    assert.equal(permitsCategory(definition({ categories: [] }), 'us', false), false);
    assert.equal(permitsCategory(definition({ mode: 'deny', categories: [] }), 'us', false), true);
  });

  it('[A-15] an appointment without category fits only the deny kind', () => {
    assert.equal(permitsCategory(allow, null, true), false);
    assert.equal(permitsCategory(deny, null, true), true);
  });

  it('[A-02] allow all rebookings lets any existing appointment in, but no new one', () => {
    const open = definition({ categories: ['us'], allowAllRebookings: true });
    assert.equal(permitsCategory(open, 'kirurgi', true), true);
    assert.equal(permitsCategory(open, null, true), true);
    assert.equal(permitsCategory(open, 'kirurgi', false), false);
    assert.equal(permitsCategory(allow, 'kirurgi', true), false);
  });
});

describe('when a preblock expires', () => {
  it('[A-02] never by default, else from N days before its date', () => {
    const on = (days: number | null, today: string) =>
      isExpired(definition({ expiresDaysBefore: days }), '2026-03-02', today);
    assert.equal(on(null, '2026-03-02'), false);
    assert.deepEqual([on(0, '2026-03-01'), on(0, '2026-03-02')], [false, true]);
    assert.deepEqual([on(3, '2026-02-26'), on(3, '2026-02-27')], [false, true]);
  });
});
