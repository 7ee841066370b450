import type { Account } from '../../contract/index.js';
import { maskNationalId, parseNationalId } from '../../domain/national-id/national-id.js';
import {
  draftFieldsOf,
  type DraftSettings,
  type DraftTextField,
  type PatientDraft,
} from '../../domain/patient-draft.js';
import { formatPhone, parsePhone } from '../../domain/phone.js';
import { formatPostalCode, parsePostalCode } from '../../domain/postal-code.js';
import type { Localizer } from '../../locales/localizer.js';
import { fieldLabel } from '../../locales/problem-words.js';

/** One line of the review; its text may have line breaks. */
export interface ReviewRow {
  readonly label: string;
  readonly text: string;
}

/** The patient's details as lines to read over (P-30): the national ID masked, empty fields left out. */
export function reviewRows(
  words: Localizer,
  { market, settings }: Pick<Account, 'market'> & { readonly settings: DraftSettings },
  draft: PatientDraft,
  today: string,
): ReviewRow[] {
  const shown = new Set(draftFieldsOf(settings).map(({ name }) => name));
  const text = (field: DraftTextField) => (shown.has(field) ? draft[field].trim() : '');
  const id = parseNationalId(market, draft.nationalId, { today });
  const phone = parsePhone(market, text('mobile'));
  const postalCode = parsePostalCode(market, text('postalCode'));
  const lines = (...parts: string[]) => parts.filter(Boolean).join('\n');
  const rows: ReviewRow[] = [
    {
      label: words.term('nameLabel'),
      text: `${text('firstName')} ${text('lastName')}`,
    },
    {
      label: fieldLabel(words, market, 'nationalId'),
      text: id.ok ? maskNationalId(market, id.value.normalized) : (settings.knownId ?? '*****'),
    },
    {
      label: words.term('mobile'),
      text: phone.ok ? formatPhone(market, phone.value.e164) : text('mobile'),
    },
    { label: words.term('email'), text: text('email') },
    {
      label: words.term('addressLabel'),
      text: lines(
        text('address1'),
        text('address2'),
        postalCode.ok ? formatPostalCode(market, postalCode.value.normalized) : text('postalCode'),
      ),
    },
    { label: words.term('message'), text: text('message') },
    { label: words.term('campaignCode'), text: text('campaignCode') },
  ];
  return rows.filter((row) => row.text);
}
