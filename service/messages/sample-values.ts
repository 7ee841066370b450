import type { Language } from '../../src/contract/index.js';
import type { MergeValues } from '../../src/domain/message-text/merge-fields.js';
import { changeLink, stopLink, timeLink } from './links.js';

/** Names as each country has them; the day and hour of the manuals. */
const samples: Record<Language, Partial<MergeValues>> = {
  nb: {
    PATIENT_FIRST_NAME: 'Ola',
    PATIENT_LAST_NAME: 'Nordmann',
    CLINIC_NAME: 'Opus Dental Klinikken',
    CLINIC_CITY: 'Hvalstad',
    CLINIC_ADDRESS1: 'Nye Vakåsvei 64',
    CLINIC_POSTALCODE: '1395',
    CLINIC_WORK: '66 77 60 40',
    CLINICIAN_TITLE: 'Tannlege',
    CLINICIAN_NAME: 'Lise Negård',
    TREATMENT_NAME: 'Undersøkelse',
    TREATMENT_DESCRIPTION: 'Undersøkelse med røntgen',
    COMPANY: 'Opus Dental AS',
  },
  sv: {
    PATIENT_FIRST_NAME: 'Anna',
    PATIENT_LAST_NAME: 'Hedman',
    CLINIC_NAME: 'OpusTandläkarna',
    CLINIC_CITY: 'Göteborg',
    CLINIC_ADDRESS1: 'Kungsgatan 12',
    CLINIC_POSTALCODE: '411 19',
    CLINIC_WORK: '031-123 45 67',
    CLINICIAN_TITLE: 'Tandläkare',
    CLINICIAN_NAME: 'Olle Ohlsson',
    TREATMENT_NAME: 'Undersökning',
    TREATMENT_DESCRIPTION: 'Undersökning med röntgen',
    COMPANY: 'OpusTandläkarna AB',
  },
  fi: {
    PATIENT_FIRST_NAME: 'Tiina',
    PATIENT_LAST_NAME: 'Testi',
    CLINIC_NAME: 'Demoklinikka',
    CLINIC_CITY: 'Helsinki',
    CLINIC_ADDRESS1: 'Mannerheimintie 20',
    CLINIC_POSTALCODE: '00100',
    CLINIC_WORK: '09 123 4560',
    CLINICIAN_TITLE: 'Hammaslääkäri',
    CLINICIAN_NAME: 'Mika Järvinen',
    TREATMENT_NAME: 'Tarkastus',
    TREATMENT_DESCRIPTION: 'Tarkastus ja röntgenkuvaus',
    COMPANY: 'Demoklinikka Oy',
  },
  da: {
    PATIENT_FIRST_NAME: 'Jens',
    PATIENT_LAST_NAME: 'Hansen',
    CLINIC_NAME: 'Al Dente',
    CLINIC_CITY: 'Aarhus C',
    CLINIC_ADDRESS1: 'Søndergade 8',
    CLINIC_POSTALCODE: '8000',
    CLINIC_WORK: '86 12 34 56',
    CLINICIAN_TITLE: 'Tandlæge',
    CLINICIAN_NAME: 'Mette Sørensen',
    TREATMENT_NAME: 'Undersøgelse',
    TREATMENT_DESCRIPTION: 'Undersøgelse med røntgen',
    COMPANY: 'Al Dente ApS',
  },
  en: {
    PATIENT_FIRST_NAME: 'Emma',
    PATIENT_LAST_NAME: 'Taylor',
    CLINIC_NAME: 'Opus Dental Klinikken',
    CLINIC_CITY: 'Hvalstad',
    CLINIC_ADDRESS1: 'Nye Vakåsvei 64',
    CLINIC_POSTALCODE: '1395',
    CLINIC_WORK: '66 77 60 40',
    CLINICIAN_TITLE: 'Dentist',
    CLINICIAN_NAME: 'Lise Negård',
    TREATMENT_NAME: 'Check-up',
    TREATMENT_DESCRIPTION: 'Check-up with X-rays',
    COMPANY: 'Opus Dental AS',
  },
};

/** The length of every booking's id, which the links name. */
const sampleId = '3f0a6c52-9f5e-4a5b-8f0d-1c2b3a4d5e6f';

/** Values as they might be, to show a text and to estimate how long an SMS gets (M-02); `page` is the root of a hosted page. */
export function sampleValues(lang: Language, page: string): MergeValues {
  const blank = {
    PATIENT_FIRST_NAME: '',
    PATIENT_LAST_NAME: '',
    CLINIC_NAME: '',
    CLINIC_CITY: '',
    CLINIC_ADDRESS1: '',
    CLINIC_ADDRESS2: '',
    CLINIC_POSTALCODE: '',
    CLINIC_WORK: '',
    CLINIC_EMAIL: 'post@example.com',
    CLINICIAN_TITLE: '',
    CLINICIAN_NAME: '',
    TREATMENT_NAME: '',
    TREATMENT_DESCRIPTION: '',
    TIMESLOT_START_YEAR: '2015',
    TIMESLOT_START_MONTH: '06',
    TIMESLOT_START_DAY: '04',
    TIMESLOT_START_HOUR: '13',
    TIMESLOT_START_MINUTE: '00',
    COMPANY: '',
    MOVE_LINK: changeLink(page, 'move', sampleId),
    CANCEL_LINK: changeLink(page, 'cancel', sampleId),
    TIME_LINK: timeLink(page, Date.UTC(2015, 5, 4, 11), { appointment: sampleId }),
    STOP_LINK: stopLink(page, sampleId),
  };
  return { ...blank, ...samples[lang] };
}
