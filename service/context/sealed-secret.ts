import type { Services } from './services.js';

const nonceBytes = 12;

/** What a secret is for. */
export type SecretPurpose = 'sign-in-provider' | 'sms-gateway' | 'sms-sending';

/** Whose secret it is. */
export interface SecretOwner {
  services: Pick<Services, 'hmac'>;
  accountId: string;
}

/** The key of an account's secrets, which follows from the server's key: whoever has the database alone reads none. */
async function keyOf({ services, accountId }: SecretOwner) {
  const base64Url = await services.hmac('sign-in-secret', accountId);
  const text = atob(base64Url.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

const place = (purpose: SecretPurpose, id: string) =>
  new TextEncoder().encode(JSON.stringify([purpose, id]));

/** Encrypts a secret for its row, AES-256-GCM; any other row can't be read with it. */
export async function sealSecret(
  caller: SecretOwner,
  purpose: SecretPurpose,
  id: string,
  secret: string,
): Promise<Uint8Array> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: place(purpose, id) },
    await keyOf(caller),
    new TextEncoder().encode(secret),
  );
  const bytes = new Uint8Array(nonceBytes + sealed.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(sealed), nonceBytes);
  return bytes;
}

/** Reads it again; undefined where it was sealed under another key of the server. */
export async function openSecret(
  caller: SecretOwner,
  purpose: SecretPurpose,
  id: string,
  sealed: Uint8Array,
): Promise<string | undefined> {
  const bytes = new Uint8Array(sealed);
  const opened = await crypto.subtle
    .decrypt(
      { name: 'AES-GCM', iv: bytes.subarray(0, nonceBytes), additionalData: place(purpose, id) },
      await keyOf(caller),
      bytes.subarray(nonceBytes),
    )
    .catch(() => undefined);
  return opened && new TextDecoder().decode(opened);
}
