/** What staff may put into the text of a message, in square brackets and in any case (M-03); the links are this service's own. */
export const mergeFields = [
  'PATIENT_FIRST_NAME',
  'PATIENT_LAST_NAME',
  'CLINIC_NAME',
  'CLINIC_CITY',
  'CLINIC_ADDRESS1',
  'CLINIC_ADDRESS2',
  'CLINIC_POSTALCODE',
  'CLINIC_WORK',
  'CLINIC_EMAIL',
  'CLINICIAN_TITLE',
  'CLINICIAN_NAME',
  'TREATMENT_NAME',
  'TREATMENT_DESCRIPTION',
  'TIMESLOT_START_YEAR',
  'TIMESLOT_START_MONTH',
  'TIMESLOT_START_DAY',
  'TIMESLOT_START_HOUR',
  'TIMESLOT_START_MINUTE',
  'COMPANY',
  'MOVE_LINK',
  'CANCEL_LINK',
  'TIME_LINK',
  'STOP_LINK',
] as const;
export type MergeField = (typeof mergeFields)[number];
export type MergeValues = Readonly<Record<MergeField, string>>;

/** Whether a text is plain or HTML. */
export type TextFormat = 'plain' | 'html';

/** What is wrong with a field of a text: there is none of this name, or it stands inside a tag where only links may. */
export interface MergeFieldProblem {
  code: 'unknown-field' | 'field-in-tag';
  /** As it was written, without brackets. */
  field: string;
}

const bracketed = /\[([^[\]\n]*)\]/g;
const isLink = (field: MergeField) => field.endsWith('_LINK');

/** Comments and style sheets, which no reader sees, and tags; what lies between is text. */
const markup =
  /<!--[\s\S]*?(?:-->|$)|<style\b[\s\S]*?(?:<\/style\s*>|$)|<[a-z/!](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const isHidden = (piece: string) => /^<(?:!--|style\b)/i.test(piece);

function fieldOf(name: string): MergeField | undefined {
  const wanted = name.trim().toUpperCase();
  return mergeFields.find((field) => field === wanted);
}

/** What is wrong with the fields of a text, the first of all; undefined when nothing is (M-03). */
export function findFieldProblem(text: string, format: TextFormat): MergeFieldProblem | undefined {
  for (const { piece, isTag } of format === 'html' ? piecesOf(text) : [{ piece: text }]) {
    for (const [, name = ''] of piece.matchAll(bracketed)) {
      const field = fieldOf(name);
      if (!field) return { code: 'unknown-field', field: name.trim() };
      // A name that somebody typed must not become part of an address or an attribute.
      if (isTag && !isLink(field)) return { code: 'field-in-tag', field };
    }
  }
  return undefined;
}

interface Piece {
  piece: string;
  isTag?: boolean;
}

/** The text and tags of HTML in their order, without what is hidden. */
function piecesOf(html: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index } of html.matchAll(markup)) {
    pieces.push({ piece: html.slice(end, index) });
    if (!isHidden(found)) pieces.push({ piece: found, isTag: true });
    end = index + found.length;
  }
  return [...pieces, { piece: html.slice(end) }];
}

/** Stands where a field has no value, until the words around it are set right. */
const hole = '\uFFFC';

/**
 * A plain text with the values of its fields (M-03). A field without a value leaves no hole: a comma or space before it
 * falls away, and so does a line that says nothing but its label.
 */
export function fillPlain(text: string, values: MergeValues): string {
  const filled = text.replace(bracketed, (whole, name: string) => valueOf(whole, name, values));
  return closeHoles(
    filled
      .split('\n')
      .filter((line) => !(line.includes(hole) && /^(?:[^:]*:)?[\s,.\uFFFC]*$/.test(line)))
      .join('\n'),
  );
}

/** HTML with the values of its fields, escaped (M-03); the links alone become links. */
export function fillHtml(html: string, values: MergeValues): string {
  let isInLink = false;
  let result = '';
  let end = 0;
  const fillText = (text: string) =>
    text.replace(bracketed, (whole, name: string) => {
      const value = valueOf(whole, name, values);
      const field = fieldOf(name);
      const escaped = escapeHtml(value).replace(/\r?\n/g, '<br>');
      const isAnchor = field && isLink(field) && value !== hole && !isInLink;
      return isAnchor ? `<a href="${escaped}">${escaped}</a>` : escaped;
    });
  for (const { 0: found, index } of html.matchAll(markup)) {
    result += fillText(html.slice(end, index));
    result += isHidden(found)
      ? found
      : found.replace(bracketed, (whole, name: string) => {
          const value = valueOf(whole, name, values);
          return value === hole ? '' : escapeHtml(value);
        });
    if (/^<a\b/i.test(found)) isInLink = true;
    else if (/^<\/a\b/i.test(found)) isInLink = false;
    end = index + found.length;
  }
  return closeHoles(result + fillText(html.slice(end)));
}

function valueOf(whole: string, name: string, values: MergeValues): string {
  const field = fieldOf(name);
  // Saved texts have no unknown fields; should one appear, it is better seen than silently lost.
  if (!field) return whole;
  return values[field].replaceAll(hole, '') || hole;
}

function closeHoles(text: string): string {
  return text
    .replace(/\uFFFC(?:[ \t]+\uFFFC)+/g, hole)
    .replace(/[ \t]*\([ \t]*\uFFFC[ \t]*\)/g, '')
    .replace(/(?:[ \t]*,[ \t]*\uFFFC)+(?=[ \t]*(?:[,.;:!?)<\n]|$))/g, '')
    .replace(/([\p{L}\p{N}.])[ \t]+\uFFFC/gu, '$1')
    .replace(/\uFFFC[ \t]*(?:,[ \t]*(?=\S))?/g, '');
}

/** A text as HTML shows it, in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
