/** What an answer may say, in the words of all languages: patients do not write in the language of the message alone. */
const words = {
  yes: [
    'ja',
    'japp',
    'jepp',
    'jo',
    'yes',
    'ok',
    'okay',
    'kyllä',
    'kylla',
    'joo',
    'bekreft',
    'bekræft',
  ],
  no: ['nei', 'nej', 'no', 'ei', 'en'],
  cancel: [
    ...(['avlys', 'avbestill', 'avboka', 'peru', 'peruuta', 'aflys', 'afbestil'] as const),
    'cancel',
  ],
  stop: ['stop', 'stopp', 'lopeta', 'seis', 'afmeld', 'avslutt', 'unsubscribe'],
  start: ['start', 'aloita', 'tilmeld'],
} as const;

export type Meaning = keyof typeof words;

/** A yes or a no among more words may be the opposite of one. */
const mostWords = 3;

/** What an answer says, where it is one of the words that are understood and little else. */
export function meaningOf(text: string): Meaning | undefined {
  const said = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const [first] = said;
  if (first === undefined || said.length > mostWords) return undefined;
  return (Object.keys(words) as Meaning[]).find((meaning) =>
    (words[meaning] as readonly string[]).includes(first),
  );
}
