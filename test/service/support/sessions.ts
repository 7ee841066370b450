import { inAccount } from '../../../service/store/database.js';
import type { NewPatient } from '../../../service/store/patients.js';
import { addPatient, findPatient } from '../../../service/store/patients.js';
import { randomToken, sha256 } from '../../../service/store/secrets.js';
import { insertSession } from '../../../service/store/sessions.js';
import type { Hold, HoldRequest, Problem, AppointmentList } from '../../../src/contract/index.js';
import type { Answer, TestService } from './service.js';
import { ola } from './service.js';
import type { TestDatabase } from './test-database.js';

/** What of a session a test wants otherwise; by default one of Ola, opened by a code, with the whole record. */
export interface SessionOptions {
  nationalId?: string;
  /** Sees only what was confirmed by a code to it. */
  onlyMobile?: string;
  /** False: opened by e-ID, and no code has confirmed it. */
  isConfirmed?: boolean;
  account?: string;
}

/** Opens a session as a login does, at `now` in epoch milliseconds; returns its bearer. */
export function openSession(
  { db }: Pick<TestDatabase, 'db'>,
  now: number,
  request: SessionOptions = {},
): Promise<string> {
  const { nationalId = ola.nationalId, onlyMobile, isConfirmed = true, account = 'demo' } = request;
  const token = randomToken();
  return inAccount(db, account, async (tx) => {
    const patient = await findPatient(tx, nationalId);
    await insertSession(
      tx,
      {
        accountId: account,
        tokenHash: await sha256(token),
        kind: isConfirmed ? 'sms' : 'eid',
        nationalId,
        patientId: patient?.id ?? null,
        onlyMobile: onlyMobile ?? null,
        confirmedAt: isConfirmed ? new Date(now) : null,
      },
      now,
    );
    return token;
  });
}

/** Puts a patient on file; returns the id. */
export function putOnFile(
  { db }: Pick<TestDatabase, 'db'>,
  patient: Partial<NewPatient> = {},
): Promise<string> {
  return inAccount(db, 'demo', async (tx) => {
    const row = await addPatient(tx, {
      accountId: 'demo',
      ...ola,
      mobile: '+4741234567',
      email: 'ola@example.com',
      mobileTrusted: true,
      createdAt: new Date('2026-01-01T00:00:00Z'),
      ...patient,
    });
    return row!.id;
  });
}

/** What an appointment's calls answer. */
export type ChangeAnswer = Problem & {
  appointment: { id: string; status: string; slot: { start: string }; sequence?: number };
};

/** The calls of one session. */
export function patientOf(service: Pick<TestService, 'call'>, bearer: string) {
  const authorization = { Authorization: `Bearer ${bearer}` };
  return {
    bearer,
    list: () =>
      service.call<AppointmentList & Problem>('/appointments', { headers: authorization }),
    slots: <Body = { slots: { start: string; clinician: string; treatment: string }[] }>(
      query: string,
      headers: Record<string, string> = {},
    ) =>
      service.call<Body & Problem>(`/slots?${query}`, {
        headers: { ...authorization, ...headers },
      }),
    hold: (request: Partial<HoldRequest>, token = randomToken()): Promise<Answer<Hold & Problem>> =>
      service.call('/holds', {
        json: { start: '2026-11-23T08:00:00+01:00', ...request },
        headers: { ...authorization, 'Hold-Token': token },
      }),
    move: (id: string, hold: Pick<Hold, 'id' | 'token'>, key = randomToken()) =>
      service.call<ChangeAnswer>(`/appointments/${id}/move`, {
        json: { hold: hold.id },
        headers: { ...authorization, 'Hold-Token': hold.token, 'Idempotency-Key': key },
      }),
    cancel: (id: string, key = randomToken()) =>
      service.call<ChangeAnswer>(`/appointments/${id}/cancel`, {
        method: 'POST',
        headers: { ...authorization, 'Idempotency-Key': key },
      }),
  };
}

export type TestPatient = ReturnType<typeof patientOf>;
