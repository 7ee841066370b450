import type { Language } from '../../src/contract/index.js';
import type { MergeValues, TextFormat } from '../../src/domain/message-text/merge-fields.js';
import { escapeHtml, fillHtml, fillPlain } from '../../src/domain/message-text/merge-fields.js';
import { plainTextOf } from '../core/plain-text.js';

/** A text in force: the account's own, or the standard one. */
export interface TextInForce {
  subject: string | null;
  text: string;
  format: TextFormat;
}

/** What goes out. */
export interface ComposedMessage {
  subject: string | null;
  text: string;
  /** Null: plain only. */
  html: string | null;
}

/** A text with the values of one appointment in it; the plain part of an HTML text is made from it (M-01, M-03). */
export function compose(
  { subject, text, format }: TextInForce,
  lang: Language,
  values: MergeValues,
): ComposedMessage {
  const filledSubject =
    subject &&
    fillPlain(subject, values)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim();
  if (format === 'plain') {
    return {
      subject: filledSubject,
      text: fillPlain(text, values).trim(),
      html: null,
    };
  }
  const html = fillHtml(text, values);
  return {
    subject: filledSubject,
    text: plainTextOf(html),
    html: toDocument(html, filledSubject, lang),
  };
}

function toDocument(html: string, title: string | null, lang: Language): string {
  if (/<html\b/i.test(html)) return html;
  return (
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(title ?? '')}</title></head>` +
    `<body>${html}</body></html>`
  );
}
