// What a clinic's staff send and read, one file for each thing that they keep.
export { ClockTime, Weekday } from './staff/fields.js';
export * from './staff/rights.js';
export * from './staff/problem.js';
export * from './staff/account.js';
export * from './staff/catalogue.js';
export * from './staff/calendar.js';
export * from './staff/timebook.js';
export * from './staff/patients.js';
export * from './staff/privacy.js';
export * from './staff/message-texts.js';
export * from './staff/eid-providers.js';
export * from './staff/record-kinds.js';
export * from './staff/patient-search.js';
export * from './staff/history.js';
export * from './staff/exchange.js';
export * from './staff/people.js';
export * from './staff/sign-in.js';
export * from './staff/keys.js';
