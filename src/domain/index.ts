export * from './civil-date.js';
export * from './clock-time.js';
export * from './contrast.js';
export * from './email.js';
export * from './national-id/national-id.js';
export type {
  NationalId,
  NationalIdKind,
  NationalIdReason,
  NationalIdResult,
} from './national-id/result.js';
export * from './person-name.js';
export * from './phone.js';
export * from './postal-code.js';
export * from './week.js';
