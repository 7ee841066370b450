import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** What is drawn before anything but the first words is there. */
const firstStep = [
  'src/elements/booking/page-header.ts',
  'src/elements/booking/page-parts.ts',
  'src/elements/clinic-picker/clinic-picker.ts',
  'src/elements/notice/notice.ts',
  'src/elements/picker.ts',
  'src/elements/steps/steps.ts',
  'src/locales/step-words.ts',
];

/** Said there only of what is typed, which is later. */
const saidLater = ['typedKept'];

test('the first step says nothing that comes with the later words', () => {
  const keys = (file: string) =>
    new Set([...readFileSync(file, 'utf8').matchAll(/^ {2}(\w+): /gm)].map(([, key]) => key));
  const first = keys('src/locales/first-messages.ts');
  const later = keys('src/locales/messages.ts');
  assert.ok(first.size > 30 && later.size > 80, 'the keys were found');
  for (const file of firstStep) {
    const words = [...readFileSync(file, 'utf8').matchAll(/'(\w+)'/g)].map(([, word = '']) => word);
    const late = words.filter((word) => later.has(word) && !saidLater.includes(word));
    assert.deepEqual(late, [], file);
  }
});
