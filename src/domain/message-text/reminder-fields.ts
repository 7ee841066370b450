import type { Language } from '../../contract/primitives.js';
import type { MergeFieldProblem } from './merge-fields.js';
import { findFieldProblem } from './merge-fields.js';

/** The fields of Opus SMS (M-04) in each language, in the order: first name, last name, time, clinician. */
export const reminderFields: Readonly<Record<Language, readonly [string, string, string, string]>> =
  {
    nb: ['Fornavn', 'Etternavn', 'Tidspunkt', 'Behandler'],
    sv: ['Förnamn', 'Efternamn', 'Tidpunkt', 'Behandlare'],
    fi: ['Etunimi', 'Sukunimi', 'Ajankohta', 'Hoitaja'],
    da: ['Fornavn', 'Efternavn', 'Tidspunkt', 'Behandler'],
    en: ['First name', 'Last name', 'Time', 'Clinician'],
  };

const [day, month, year, hour, minute] = ['DAY', 'MONTH', 'YEAR', 'HOUR', 'MINUTE'].map(
  (part) => `[TIMESLOT_START_${part}]`,
);

/** Date and time as the language writes them (M-12). */
const times: Readonly<Record<Language, string>> = {
  nb: `${day}.${month}.${year} kl. ${hour}:${minute}`,
  sv: `${year}-${month}-${day} kl. ${hour}:${minute}`,
  fi: `${day}.${month}.${year} klo ${hour}:${minute}`,
  da: `${day}.${month}.${year} kl. ${hour}.${minute}`,
  en: `${year}-${month}-${day} at ${hour}:${minute}`,
};

/**
 * A text with the fields of M-03 in place of those of Opus SMS, which may be written in any language and in any case. `lang` is the
 * language of the text, by which a time is written.
 */
export function withCommonFields(text: string, lang: Language): string {
  const common = [
    '[PATIENT_FIRST_NAME]',
    '[PATIENT_LAST_NAME]',
    times[lang],
    '[CLINICIAN_TITLE] [CLINICIAN_NAME]',
  ];
  return text.replace(/\[([^[\]\n]*)\]/g, (whole, name: string) => {
    const wanted = name.trim().toLowerCase();
    for (const names of Object.values(reminderFields)) {
      const index = names.findIndex((one) => one.toLowerCase() === wanted);
      if (index !== -1) return common[index]!;
    }
    return whole;
  });
}

/** What is wrong with the fields of such a text; undefined when nothing is. */
export function findReminderFieldProblem(text: string): MergeFieldProblem | undefined {
  return findFieldProblem(withCommonFields(text, 'nb'), 'plain');
}
