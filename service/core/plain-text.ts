/** Names of characters that texts in the five languages use; others stay as they are written. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  aelig: 'æ',
  oslash: 'ø',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  eacute: 'é',
  uuml: 'ü',
  AElig: 'Æ',
  Oslash: 'Ø',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  Eacute: 'É',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  rsquo: '’',
  copy: '©',
  euro: '€',
};

/** The attributes of a tag: a quoted value may hold a `>`. */
const attributes = String.raw`(?:\s(?:"[^"]*"|'[^']*'|[^'">])*)?`;
/** Tags of these names, with the space around that a line break takes the place of. */
const tags = (names: string) => new RegExp(` ?<(?:${names})${attributes}/?> ?`, 'gi');

const breaks = tags('br');
const items = tags('li');
const blocks = tags('/?(?:p|div|h[1-6]|ul|ol|table|blockquote|section|header|footer)');
const rows = tags('/?tr');
const anchors = new RegExp(`<a(${attributes})>(.*?)</a\\s*>`, 'gi');
const address = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;
const anyTag = /<[a-z/!](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** What an HTML text says to whoever reads e-mail as plain text: words, line breaks, and where links lead. */
export function plainTextOf(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?-->|<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(anchors, (_whole, given: string, label: string) => {
      const [, quoted, single, bare] = address.exec(given) ?? [];
      const href = quoted ?? single ?? bare ?? '';
      const words = label.replace(anyTag, '').trim();
      if (!href || words === href) return words;
      return words ? `${words} (${href})` : href;
    })
    .replace(breaks, '\n')
    .replace(items, '\n- ')
    .replace(blocks, '\n\n')
    .replace(rows, '\n')
    .replace(/<\/t[dh]\s*>/gi, ' ')
    .replace(anyTag, '');
  return decode(text)
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
    (whole, decimal, hex, name) => {
      if (name) return named[String(name)] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
