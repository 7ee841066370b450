import type { Endpoint } from '../../endpoint.js';
import { AppointmentMessages } from '../appointment-messages.js';
import * as reminders from '../reminders.js';
import * as sms from '../sms.js';
import { SmsStatistics, SmsStatisticsQuery } from '../sms-statistics.js';
import { done, get, operator, remove, wrong, wrongOrChanged } from './parts.js';

/** Opus SMS: reminders, what is sent and what comes in. */
export const smsCalls = {
  reminders: {
    ...get(
      'read',
      '/reminders',
      'Reminders: to whom, when and with which texts',
      reminders.Reminders,
    ),
    versioned: true,
  },
  changeReminders: {
    method: 'PATCH',
    path: '/reminders',
    summary: 'Change reminders; what waits is worked through again',
    right: 'settings',
    headers: operator,
    body: reminders.RemindersPatch,
    versioned: true,
    answers: { 200: reminders.Reminders },
    problems: wrongOrChanged,
  },
  previewReminders: {
    method: 'POST',
    path: '/reminders/preview',
    summary: 'Who would get it, before reminders are changed',
    right: 'settings',
    headers: operator,
    body: reminders.RemindersPatch,
    answers: { 200: reminders.ReminderPreview },
    problems: wrong,
  },
  reminderTimeline: {
    method: 'POST',
    path: '/reminders/timeline',
    summary: 'When messages would leave for an appointment, before reminders are changed',
    right: 'settings',
    headers: operator,
    body: reminders.ReminderTimelineInput,
    answers: { 200: reminders.ReminderTimeline },
    problems: wrong,
  },
  reminderTexts: get(
    'read',
    '/reminders/texts',
    'Standard texts of Opus SMS, and sample values',
    reminders.ReminderTexts,
  ),
  messages: {
    ...get(
      'messages',
      '/messages',
      'Messages that were sent or wait, or that came in',
      sms.SmsList,
    ),
    query: sms.SmsQuery,
  },
  sendMessage: {
    method: 'POST',
    path: '/messages',
    summary: 'Send an SMS, now or later',
    right: 'messages',
    headers: operator,
    body: sms.SmsInput,
    answers: { 201: sms.SentMessage },
    problems: wrong,
  },
  changeMessage: {
    method: 'PATCH',
    path: '/messages/{id}',
    summary: 'Change one that waits, or mark one that came in',
    right: 'messages',
    headers: operator,
    body: sms.SmsPatch,
    answers: { 200: [sms.SentMessage, sms.ReceivedMessage] },
    problems: wrong,
  },
  cancelMessage: remove('messages', '/messages/{id}', 'Cancel one that waits'),
  appointmentMessages: get(
    'messages',
    '/timebook/{id}/messages',
    'The SMS of an appointment: what is planned, and what became of it',
    AppointmentMessages,
  ),
  messageStatus: get(
    'read',
    '/messages/status',
    'Whether SMS leave: queue, last error, pauses',
    sms.SmsServiceStatus,
  ),
  messageStatistics: {
    ...get(
      'messages',
      '/messages/statistics',
      'Delivered, answered, missed: by month and clinic',
      SmsStatistics,
    ),
    query: SmsStatisticsQuery,
  },
  smsWish: get('patients', '/patients/{id}/sms-wish', 'Whether a patient wishes SMS', sms.SmsWish),
  changeSmsWish: {
    method: 'PUT',
    path: '/patients/{id}/sms-wish',
    summary: 'Note down whether a patient wishes SMS',
    right: 'patients',
    headers: operator,
    body: sms.SmsWishInput,
    answers: done,
    problems: wrong,
  },
  smsGateway: get('settings', '/sms-gateway', 'How reports and answers come in', sms.SmsGateway),
  changeSmsGateway: {
    method: 'PUT',
    path: '/sms-gateway',
    summary: 'Set how reports and answers come in',
    right: 'settings',
    headers: operator,
    body: sms.SmsGatewayInput,
    answers: done,
    problems: wrong,
  },
} as const satisfies Record<string, Endpoint>;
