import type { Endpoint } from '../../endpoint.js';
import * as patients from '../patients.js';
import * as privacy from '../privacy.js';
import { PatientSearch, PatientsFound } from '../patient-search.js';
import { done, get, operator, wrong } from './parts.js';

/** Patients beyond their records: search, journal, export, and the changes that wait for yes or no. */
export const patientCalls = {
  journal: get(
    'patients',
    '/patients/{id}/journal',
    "Moves and cancellations in a patient's journal",
    patients.Journal,
  ),
  exportPatient: get(
    'privacy',
    '/patients/{id}/export',
    'All that is held about a patient',
    privacy.PatientExport,
  ),
  findPatient: {
    method: 'POST',
    path: '/patient-search',
    summary: 'Find patients by name, mobile or national ID',
    right: 'patients',
    headers: operator,
    body: PatientSearch,
    answers: { 200: PatientsFound },
    problems: wrong,
  },
  dataJournal: get(
    'privacy',
    '/data-journal',
    'What was exported, erased and forgotten, newest first',
    privacy.DataJournal,
  ),
  patientChanges: get(
    'decide',
    '/patient-changes',
    'Changes that wait for yes or no',
    patients.PatientChangeList,
  ),
  decidePatientChange: {
    method: 'POST',
    path: '/patient-changes/{id}',
    summary: 'Take over or turn down a change',
    right: 'decide',
    headers: operator,
    body: patients.PatientChangeDecision,
    answers: done,
    problems: wrong,
  },
} as const satisfies Record<string, Endpoint>;
