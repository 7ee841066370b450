import type * as z from 'zod/mini';
import { Account } from './account.js';
import * as booking from './booking.js';
import * as login from './login.js';
import type { ProblemCode } from './problem.js';
import * as requests from './requests.js';
import * as slot from './slot.js';
import * as staff from './staff.js';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Secrets that a call carries in its headers. `Operator` and `Session` are bearers in `Authorization`. */
type Secret =
  | 'Session'
  | 'Operator'
  | 'Platform'
  | 'Hold-Token'
  | 'Booking-Token'
  | 'Login-Token'
  | 'Idempotency-Key';

/** One call of the API. `path` is relative to `prefix.public` or `prefix.staff`. */
export interface Endpoint {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly headers?: readonly Secret[];
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  /** Status → schema; null for an empty answer. */
  readonly answers: Readonly<Record<number, z.ZodMiniType | readonly z.ZodMiniType[] | null>>;
  readonly problems: readonly ProblemCode[];
}

export const prefix = {
  public: '/v1/accounts/{account}',
  staff: '/v1/staff/accounts/{account}',
} as const;

const bookingToken = ['Booking-Token'] as const;
const holdToken = ['Hold-Token'] as const;

/** Every call that patients' pages make. */
export const publicEndpoints = {
  account: {
    method: 'GET',
    path: '',
    summary: 'The account and its whole catalogue',
    answers: { 200: Account },
    problems: ['not-found'],
  },
  slots: {
    method: 'GET',
    path: '/slots',
    summary: 'Free times, their starts, or the days that have any',
    headers: ['Hold-Token', 'Session'],
    query: requests.SlotsQuery,
    answers: { 200: [slot.SlotList, slot.StartList, slot.DayList] },
    problems: ['invalid', 'not-found', 'closed'],
  },
  hold: {
    method: 'POST',
    path: '/holds',
    summary: 'Keep a time for a patient',
    headers: ['Hold-Token', 'Session'],
    body: requests.HoldRequest,
    answers: { 201: slot.Hold },
    problems: ['invalid', 'not-found', 'slot-taken', 'rate-limited', 'closed'],
  },
  extendHold: {
    method: 'PATCH',
    path: '/holds/{id}',
    summary: 'Keep it ten minutes more, at most ten times',
    headers: holdToken,
    answers: { 200: slot.Hold },
    problems: ['not-found', 'hold-expired', 'rate-limited', 'closed'],
  },
  releaseHold: {
    method: 'DELETE',
    path: '/holds/{id}',
    summary: 'Give a kept time back',
    headers: holdToken,
    answers: { 204: null },
    problems: ['not-found'],
  },
  releaseHoldByBeacon: {
    method: 'POST',
    path: '/holds/{id}/release',
    summary: 'The same for sendBeacon: the token is the body, text/plain',
    answers: { 204: null },
    problems: ['not-found', 'invalid'],
  },
  book: {
    method: 'POST',
    path: '/bookings',
    summary: 'Book the held time',
    headers: ['Hold-Token', 'Idempotency-Key', 'Session'],
    body: requests.BookingRequest,
    answers: { 201: booking.ConfirmedBooking, 202: booking.PendingBooking },
    problems: [
      'invalid',
      'not-found',
      'slot-taken',
      'hold-expired',
      'idempotency-conflict',
      'login-required',
      'not-allowed',
      'rate-limited',
      'closed',
    ],
  },
  booking: {
    method: 'GET',
    path: '/bookings/{id}',
    summary: 'Where a booking stands',
    headers: bookingToken,
    answers: { 200: booking.BookingState },
    problems: ['not-found'],
  },
  correctContact: {
    method: 'PATCH',
    path: '/bookings/{id}/contact',
    summary: 'Correct the number or address without losing the time; a new code follows',
    headers: bookingToken,
    body: requests.ContactCorrection,
    answers: { 202: booking.PendingBooking },
    problems: ['invalid', 'not-found', 'code-expired', 'rate-limited', 'closed'],
  },
  giveUpBooking: {
    method: 'DELETE',
    path: '/bookings/{id}',
    summary: 'Give up an unconfirmed booking; the time is free',
    headers: bookingToken,
    answers: { 204: null },
    problems: ['not-found'],
  },
  confirmBooking: {
    method: 'POST',
    path: '/bookings/{id}/code',
    summary: 'Confirm with the code',
    headers: bookingToken,
    body: requests.CodeRequest,
    answers: { 200: booking.ConfirmedBooking },
    problems: ['invalid', 'not-found', 'code-wrong', 'code-expired', 'too-many-tries', 'closed'],
  },
  resendCode: {
    method: 'POST',
    path: '/bookings/{id}/code/resend',
    summary: 'Send a new code',
    headers: bookingToken,
    answers: { 202: booking.ResendAnswer },
    problems: ['not-found', 'code-expired', 'rate-limited', 'closed'],
  },
  login: {
    method: 'POST',
    path: '/logins',
    summary: 'Ask for a login code',
    body: login.LoginRequest,
    answers: { 202: login.LoginStarted },
    problems: ['invalid', 'rate-limited', 'closed', 'not-allowed'],
  },
  loginCode: {
    method: 'POST',
    path: '/logins/{id}/code',
    summary: 'Log in with the code',
    headers: ['Login-Token'],
    body: requests.CodeRequest,
    answers: { 200: login.Session },
    problems: ['invalid', 'not-found', 'code-wrong', 'code-expired', 'too-many-tries'],
  },
  eidLogin: {
    method: 'POST',
    path: '/logins/eid',
    summary: 'Begin a login by e-ID',
    body: login.EidRequest,
    answers: { 202: login.EidStarted },
    problems: ['invalid', 'rate-limited', 'closed', 'not-allowed'],
  },
  eidExchange: {
    method: 'POST',
    path: '/logins/eid/{id}/exchange',
    summary: 'Poll for the session of an e-ID login',
    headers: ['Login-Token'],
    answers: { 200: login.Session, 202: null },
    problems: ['not-found'],
  },
  logout: {
    method: 'DELETE',
    path: '/session',
    summary: 'Log out',
    headers: ['Session'],
    answers: { 204: null },
    problems: ['login-required'],
  },
  appointments: {
    method: 'GET',
    path: '/appointments',
    summary: "The patient's own appointments and needs",
    headers: ['Session'],
    answers: { 200: login.AppointmentList },
    problems: ['login-required', 'not-allowed', 'closed'],
  },
  moveAppointment: {
    method: 'POST',
    path: '/appointments/{id}/move',
    summary: 'Move to a time held for it',
    headers: ['Session', 'Hold-Token', 'Idempotency-Key'],
    body: login.MoveRequest,
    answers: { 200: login.AppointmentAnswer },
    problems: [
      'invalid',
      'not-found',
      'login-required',
      'not-allowed',
      'slot-taken',
      'hold-expired',
      'idempotency-conflict',
      'closed',
    ],
  },
  cancelAppointment: {
    method: 'POST',
    path: '/appointments/{id}/cancel',
    summary: 'Cancel',
    headers: ['Session', 'Idempotency-Key'],
    answers: { 200: login.AppointmentAnswer },
    problems: ['not-found', 'login-required', 'not-allowed', 'idempotency-conflict', 'closed'],
  },
} as const satisfies Record<string, Endpoint>;

const operator = ['Operator'] as const;
const done = { 204: null } as const;
const wrong = ['invalid', 'not-found', 'login-required'] as const;

const put = <Body extends z.ZodMiniType>(path: string, summary: string, body: Body) =>
  ({
    method: 'PUT',
    path,
    summary,
    headers: operator,
    body,
    answers: done,
    problems: wrong,
  }) as const;
const remove = (path: string, summary: string) =>
  ({ method: 'DELETE', path, summary, headers: operator, answers: done, problems: wrong }) as const;

/** What a clinic's staff must be able to change. */
export const staffEndpoints = {
  setUpAccount: {
    method: 'PUT',
    path: '',
    summary: 'Create an account, or change what it is',
    headers: ['Platform'],
    body: staff.AccountSetup,
    answers: { 201: staff.AccountCreated, 200: staff.AccountCreated },
    problems: ['invalid', 'login-required'],
  },
  settings: {
    method: 'GET',
    path: '/settings',
    summary: 'All settings',
    headers: operator,
    answers: { 200: staff.StaffSettings },
    problems: wrong,
  },
  changeSettings: {
    method: 'PATCH',
    path: '/settings',
    summary: 'Change settings',
    headers: operator,
    body: staff.SettingsPatch,
    answers: { 200: staff.StaffSettings },
    problems: wrong,
  },
  changeTexts: {
    method: 'PATCH',
    path: '/texts',
    summary: 'Change texts',
    headers: operator,
    body: staff.TextsPatch,
    answers: done,
    problems: wrong,
  },
  changeStatus: put('/status', 'Open, close, unpublish', staff.StatusChange),
  changeTheme: {
    method: 'PATCH',
    path: '/theme',
    summary: 'Change colour and logo',
    headers: operator,
    body: staff.ThemePatch,
    answers: done,
    problems: wrong,
  },
  assignLists: put('/lists', 'Assign the lists of the organisation', staff.OrganisationLists),
  putCompany: put('/companies/{id}', 'Store a company', staff.CompanyInput),
  deleteCompany: remove('/companies/{id}', 'Delete a company'),
  putGroup: put('/groups/{id}', 'Store a group of clinics', staff.GroupInput),
  deleteGroup: remove('/groups/{id}', 'Delete a group'),
  putClinic: put('/clinics/{id}', 'Store a clinic', staff.ClinicInput),
  deleteClinic: remove('/clinics/{id}', 'Delete a clinic'),
  putClinician: put('/clinicians/{id}', 'Store a clinician', staff.ClinicianInput),
  deleteClinician: remove('/clinicians/{id}', 'Delete a clinician'),
  putCategory: put('/categories/{id}', 'Store a category', staff.CategoryInput),
  deleteCategory: remove('/categories/{id}', 'Delete a category'),
  putResource: put('/resources/{id}', 'Store a chair or room', staff.ResourceInput),
  deleteResource: remove('/resources/{id}', 'Delete a chair or room'),
  putTemplate: put('/templates/{id}', 'Store a booking template', staff.TemplateInput),
  deleteTemplate: remove('/templates/{id}', 'Delete a booking template'),
  putTemplateList: put(
    '/template-lists/{id}',
    'Store a list of templates',
    staff.TemplateListInput,
  ),
  deleteTemplateList: remove('/template-lists/{id}', 'Delete a list of templates'),
  putPreblock: put(
    '/preblock-definitions/{id}',
    'Store a preblock definition',
    staff.PreblockInput,
  ),
  deletePreblock: remove('/preblock-definitions/{id}', 'Delete a preblock definition'),
  putPreblockList: put('/preblock-lists/{id}', 'Store a list of preblocks', staff.ListInput),
  deletePreblockList: remove('/preblock-lists/{id}', 'Delete a list of preblocks'),
  workingTime: {
    method: 'GET',
    path: '/working-time',
    summary: 'Working time of a range',
    headers: operator,
    query: staff.StaffRange,
    answers: { 200: staff.WorkingTimeList },
    problems: wrong,
  },
  addWorkingTime: {
    method: 'POST',
    path: '/working-time',
    summary: 'Add working time',
    headers: operator,
    body: staff.WorkingTimeInput,
    answers: { 201: staff.PlacedAnswer },
    problems: wrong,
  },
  deleteWorkingTime: remove('/working-time/{id}', 'Delete one interval'),
  deleteWorkingTimeSeries: remove('/working-time-series/{id}', 'Delete a series'),
  preblocks: {
    method: 'GET',
    path: '/preblocks',
    summary: 'Placed preblocks of a range',
    headers: operator,
    query: staff.StaffRange,
    answers: { 200: staff.PlacementList },
    problems: wrong,
  },
  placePreblocks: {
    method: 'POST',
    path: '/preblocks',
    summary: 'Place preblocks',
    headers: operator,
    body: staff.PlacementInput,
    answers: { 201: staff.PlacedAnswer },
    problems: wrong,
  },
  deletePlacement: remove('/preblocks/{id}', 'Delete one placed preblock'),
  deletePlacementSeries: remove('/preblock-series/{id}', 'Delete a series of placed preblocks'),
  timebook: {
    method: 'GET',
    path: '/timebook',
    summary: 'Appointments of a range',
    headers: operator,
    query: staff.StaffRange,
    answers: { 200: staff.Timebook },
    problems: wrong,
  },
  addToTimebook: {
    method: 'POST',
    path: '/timebook',
    summary: 'Book by hand',
    headers: operator,
    body: staff.TimebookInput,
    answers: { 201: staff.TimebookEntry },
    problems: [...wrong, 'slot-taken'],
  },
  deleteFromTimebook: remove('/timebook/{id}', 'Cancel an appointment'),
  patientChanges: {
    method: 'GET',
    path: '/patient-changes',
    summary: 'Changes that wait for yes or no',
    headers: operator,
    answers: { 200: staff.PatientChangeList },
    problems: wrong,
  },
  decidePatientChange: {
    method: 'POST',
    path: '/patient-changes/{id}',
    summary: 'Take over or turn down a change',
    headers: operator,
    body: staff.PatientChangeDecision,
    answers: done,
    problems: wrong,
  },
} as const satisfies Record<string, Endpoint>;
