// Whoever has no right to it asks for personal data: patients by national ID, whole records, erasures, the journal.
import { randomBytes, randomUUID } from 'node:crypto';

const patient = '00000000-0000-4000-8000-000000000001';

/** A test person of the public series, on file at the sample clinics. */
const nationalId = '15915710070';

/**
 * Asks a service at `root`, such as `http://127.0.0.1:4310`, for personal data of an account without a token, with guessed ones
 * and with headers of others; holds where every answer is 401 and says nothing of the data.
 */
export async function attackPersonalData(
  root: string,
  account = 'opusdentalklinikken',
): Promise<{ tried: string; result: string; held: boolean }> {
  const calls = [
    { method: 'POST', path: '/patient-search', body: JSON.stringify({ nationalId }) },
    { method: 'GET', path: `/patients/${patient}/export` },
    { method: 'GET', path: `/patients/${randomUUID()}/export` },
    { method: 'GET', path: `/patients/${patient}/journal` },
    { method: 'DELETE', path: `/patients/${patient}` },
    { method: 'GET', path: '/data-journal' },
  ];
  const tokens = () => [
    undefined,
    'Bearer ',
    'Bearer undefined-undefined',
    'Basic b3BlcmF0b3I6b3BlcmF0b3I=',
    `Bearer ${randomBytes(32).toString('base64url')}`,
  ];
  const deadline = Date.now() + 20_000;
  const statuses = new Map<number, number>();
  let hasTold = false;
  let count = 0;
  for (let round = 0; round < 8; round += 1) {
    for (const { method, path, body } of calls) {
      for (const token of tokens()) {
        if (Date.now() > deadline) break;
        const answer = await fetch(`${root}/v1/staff/accounts/${account}${path}`, {
          method,
          headers: {
            ...(token === undefined ? {} : { Authorization: token }),
            ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body }),
        });
        const text = await answer.text();
        hasTold ||= text.includes(nationalId) || text.includes('firstName');
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        count += 1;
      }
    }
  }
  const answers = [...statuses].map(([status, times]) => `${times} × ${status}`).join(', ');
  return {
    tried: `${count} calls for patients, exports, erasures and the journal, without a right to them`,
    result: answers,
    held: !hasTold && [...statuses.keys()].every((status) => status === 401 || status === 429),
  };
}
