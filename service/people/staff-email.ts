import { isPlainEmail, parseEmail } from '../../src/domain/email.js';
import { invalid } from '../context/problem.js';

/** An address of somebody of the staff, and what it is found by whatever case it is typed in. */
export interface StaffAddress {
  email: string;
  emailKey: string;
}

/** Reads an address; throws `invalid` for one that is none. */
export function readAddress(text: string, path: string): StaffAddress {
  const reading = parseEmail(text);
  if (!reading.ok) throw invalid({ path, code: reading.reason });
  const { email } = reading.value;
  return { email, emailKey: email.normalize('NFC').toLowerCase() };
}

/** The same for one that codes are to be sent to; throws `invalid` for letters that the service's mail server cannot take. */
export function readReachable(
  text: string,
  path: string,
  { utf8Email }: { utf8Email: boolean },
): StaffAddress {
  const address = readAddress(text, path);
  if (!utf8Email && !isPlainEmail(address.email)) throw invalid({ path, code: 'letters' });
  return address;
}
