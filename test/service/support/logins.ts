import type { LoginStarted, Problem, Session } from '../../../src/contract/index.js';
import type { Answer, TestRequest, TestService } from './service.js';
import { testId } from './service.js';

/** Who somebody says to be; Kari, whom `storePatient` stores, unless told. */
export interface Claim {
  nationalId?: string;
  mobile?: string;
  lang?: string;
}

/** Asks for a login code, and waits for what the answer did not wait for. */
export async function askToLogIn(
  service: TestService,
  claim: Claim = {},
  request: TestRequest = {},
): Promise<Answer<LoginStarted & Problem>> {
  const answer = await service.call<LoginStarted & Problem>('/logins', {
    json: { nationalId: testId(7), mobile: '98765432', ...claim },
    ...request,
  });
  await service.background;
  return answer;
}

/** Sends a login's code. */
export function sendLoginCode(
  service: TestService,
  { id, token }: Pick<LoginStarted, 'id' | 'token'>,
  code: string,
  request: TestRequest = {},
): Promise<Answer<Session & Problem>> {
  return service.call(`/logins/${id}/code`, {
    json: { code },
    headers: { 'Login-Token': token },
    ...request,
  });
}

/** Logs in with the code that comes, and returns the header that brings the session; throws when that fails. */
export async function logIn(
  service: TestService,
  claim: Claim = {},
): Promise<{ Authorization: string; session: Session }> {
  const { status, body } = await askToLogIn(service, claim);
  if (status !== 202) throw new Error(`No login: ${status}`);
  const answer = await sendLoginCode(service, body, service.lastCode());
  if (answer.status !== 200) throw new Error(`Not logged in: ${answer.status}`);
  return { Authorization: `Bearer ${answer.body.token}`, session: answer.body };
}

/** A code that is not the one given. */
export function anotherCode(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}
