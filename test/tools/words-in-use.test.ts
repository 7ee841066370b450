import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { filesUnder } from '../../tools/files.js';

const keyFiles = [
  'src/locales/messages.ts',
  'src/locales/first-messages.ts',
  'src/locales/login-messages.ts',
  'src/locales/appointment-messages.ts',
  'src/locales/problem-messages.ts',
];

test('every word that patients download is said somewhere', () => {
  const keys = keyFiles.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^ {2}(\w+): /gm)].map(([, key = '']) => key),
  );
  assert.ok(keys.length > 120, 'the keys were found');
  const speakers = ['src/elements', 'src/state', 'src/define']
    .flatMap((folder) => filesUnder(folder, /\.ts$/))
    .concat(
      'src/locales/step-words.ts',
      'src/locales/problem-set.ts',
      'src/locales/problem-words.ts',
      'src/locales/appointment-dates.ts',
      'src/locales/moment-words.ts',
    );
  const errorMessages = new Set(
    [
      ...['error-message', 'booking-message']
        .map((name) => readFileSync(`src/elements/${name}.ts`, 'utf8'))
        .join('')
        .matchAll(/(?:messageNamed\(words, |case )'(\w+)'/g),
    ].map(([, name]) => name),
  );
  const code = speakers.map((file) => readFileSync(file, 'utf8')).join('\n');
  const said = new Set(
    [...code.matchAll(/'([\w-]+)'/g)].flatMap(([, word = '']) => [
      word,
      // `messageNamed` speaks by the names of its messages.
      ...(errorMessages.has(word) ? [`${word}Heading`, `${word}Text`] : []),
    ]),
  );
  assert.deepEqual(
    // `fieldLabel` speaks by the names of the fields.
    keys.filter((key) => !said.has(key) && !new RegExp(`^ {2}${key}: \\{`, 'm').test(code)),
    [],
  );
});
