/** One part of a mail, or the whole: headers by lower-case name, and either text or parts (RFC 2045, RFC 2046). */
export interface MailPart {
  headers: Map<string, string>;
  /** Media type without parameters. */
  type: string;
  text: string;
  parts: MailPart[];
}

/** Reads a mail as it came over the wire. */
export function readMail(raw: string): MailPart {
  const end = raw.indexOf('\r\n\r\n');
  const headers = new Map(
    raw
      .slice(0, end)
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => {
        const colon = line.indexOf(':');
        return [
          line.slice(0, colon).toLowerCase(),
          decodeWords(line.slice(colon + 1).trim()),
        ] as const;
      }),
  );
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = contentType.split(';')[0]!.trim().toLowerCase();
  const body = raw.slice(end + 4);
  const [, boundary] = /boundary="?([^";]+)"?/.exec(contentType) ?? [];
  if (!boundary) {
    return {
      headers,
      type,
      text: decode(body, headers.get('content-transfer-encoding')),
      parts: [],
    };
  }
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1);
  return {
    headers,
    type,
    text: '',
    parts: parts.map((part) => readMail(part.replace(/^\r\n/, ''))),
  };
}

/** Every part without parts of its own, in order. */
export function leavesOf(part: MailPart): MailPart[] {
  return part.parts.length > 0 ? part.parts.flatMap(leavesOf) : [part];
}

function decode(body: string, encoding = ''): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString();
  if (/quoted-printable/i.test(encoding)) return decodeQuoted(body.replace(/=\r\n/g, ''));
  return body;
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString();
}

/** Words that are not ASCII (RFC 2047). */
function decodeWords(text: string): string {
  return text
    .replace(/\?= +=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString()
        : decodeQuoted(word.replaceAll('_', ' ')),
    );
}
