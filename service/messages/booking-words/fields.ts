// Merge fields that the sentences of every language put together (M-03).

export const day = '[TIMESLOT_START_DAY]';
export const month = '[TIMESLOT_START_MONTH]';
export const year = '[TIMESLOT_START_YEAR]';
export const hour = '[TIMESLOT_START_HOUR]';
export const minute = '[TIMESLOT_START_MINUTE]';
export const patient = '[PATIENT_FIRST_NAME] [PATIENT_LAST_NAME]';
export const place = '[CLINIC_ADDRESS1], [CLINIC_ADDRESS2], [CLINIC_POSTALCODE] [CLINIC_CITY]';
