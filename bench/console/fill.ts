import { patientNumber } from '../../test/e2e/patients.js';

const letters = 'abcdefghij';

/** Puts so many patients on file, some calls at a time; each belongs to nobody, as its national ID is of a test series. */
export async function fill({
  port,
  account,
  operatorKey,
  patients,
}: {
  port: number;
  account: string;
  operatorKey: string;
  patients: number;
}): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < patients) {
      const number = (next += 1);
      const { firstName, nationalId, mobile, email } = patientNumber(number);
      const end = String(number).replace(/\d/g, (digit) => letters[Number(digit)]!);
      const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
      const response = await fetch(
        `http://127.0.0.1:${port}/v1/staff/accounts/${account}/patients/${id}`,
        {
          method: 'PUT',
          headers: { Authorization: `Bearer ${operatorKey}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({
            firstName,
            lastName: `Navnesen ${end}`,
            nationalId,
            mobile,
            email,
          }),
        },
      );
      // Two numbers may make one national ID.
      if (!response.ok && response.status !== 422) throw new Error(await response.text());
    }
  };
  await Promise.all(Array.from({ length: 6 }, work));
}
