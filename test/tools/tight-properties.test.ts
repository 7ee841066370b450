import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shortenProperties, shortProperties } from '../../tools/tight-properties.mjs';

const css = ':host { --_ink: var(--opus-ink, red); color: var(--_ink); --_ink-quiet: blue; }';

describe('tight properties', () => {
  it('gives each private property a short name of its own, the shortest to the one most used', () => {
    assert.deepEqual(
      [...shortProperties([css, "style.setProperty('--_left', x)"])],
      [
        ['--_ink', '--_0'],
        ['--_ink-quiet', '--_1'],
        ['--_left', '--_2'],
      ],
    );
  });

  it('leaves the public ones to the host, and tells a name from the beginning of another', () => {
    assert.equal(
      shortenProperties(css, shortProperties([css])),
      ':host { --_0: var(--opus-ink, red); color: var(--_0); --_1: blue; }',
    );
  });
});
