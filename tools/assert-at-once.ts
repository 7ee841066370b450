// Loaded before tests in Node. A failing `assert.ok(value)` without a message has Node look for its words in the source
// file, by line and column. Under tsx these are of the compiled line: in a long file Node 20 searches for minutes, and
// the test stands still instead of failing. With a message of ours it does not search.
import assert from 'node:assert/strict';

const { ok } = assert;

assert.ok = (value: unknown, message?: string | Error) =>
  ok(value, message ?? (value ? undefined : `Expected something true, not ${String(value)}`));
