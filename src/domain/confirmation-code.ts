/** What is wrong with a text that is no confirmation code: nothing typed, or not six digits. */
export type CodeReason = 'empty' | 'length';

const digits = 6;

/**
 * The code in a text that was typed or pasted (P-31): six digits that stand alone, as in "Din kode er 123 456", else the
 * first six digits there are. Gives fewer digits while somebody is still typing.
 */
export function readCode(text: string): string {
  const plain = text.normalize('NFKC');
  // No lookbehind: Safari before 16.4 would not load the file.
  const [, alone] = /(?:^|\D)(\d{3}[\s-]?\d{3})(?!\d)/.exec(plain) ?? [];
  return (alone ?? plain).replace(/\D/g, '').slice(0, digits);
}

/** What is wrong with a code, or undefined when it has its six digits. */
export function checkCode(code: string): CodeReason | undefined {
  if (code.length === digits) return undefined;
  return code ? 'length' : 'empty';
}
