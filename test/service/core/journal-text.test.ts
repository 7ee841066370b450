import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cancelledInJournal, movedInJournal } from '../../../service/core/journal-text.js';
import { languages } from '../../../src/contract/index.js';

const at = (start: string, clinician: string, clinic: string) => ({
  start: Date.parse(start),
  clinician,
  clinic,
});
const before = at('2026-11-30T23:30:00Z', 'Lise Negård', 'Asker');
const after = at('2026-07-01T06:00:00Z', 'Anne Lie', 'Oslo');

describe('the journal’s lines', () => {
  for (const lang of languages) {
    it(`[A-12] name both times of a move by the account’s clock, the old one first, in ${lang}`, () => {
      const moved = movedInJournal(lang, 'Europe/Oslo', before, after);
      assert.match(
        moved,
        /2026-12-01 00:30, Lise Negård, Asker\b.*2026-07-01 08:00, Anne Lie, Oslo/,
      );
      const cancelled = cancelledInJournal(lang, 'Europe/Helsinki', before);
      assert.match(cancelled, /2026-12-01 01:30, Lise Negård, Asker/);
      assert.doesNotMatch(cancelled, /Oslo/);
    });
  }

  it('[A-12] are different in every language', () => {
    const lines = languages.flatMap((lang) => [
      movedInJournal(lang, 'UTC', before, after),
      cancelledInJournal(lang, 'UTC', before),
    ]);
    assert.equal(new Set(lines).size, lines.length);
  });
});
