import { isSameSecret } from '../store/secrets.js';

/** A call as it came in, and the secret that the gateway shares. */
export interface SignedCall {
  header: (name: string) => string | undefined;
  /** As the gateway knows it. */
  url: string;
  body: string;
  secret: string;
  /** Epoch milliseconds. */
  now: number;
}

type Check = (call: SignedCall) => Promise<boolean>;

/** Older calls are refused, so that nobody repeats one that was overheard. */
const tolerance = 5 * 60_000;

/** `Opus-Signature: t=<seconds>,v1=<hex>`: HMAC-SHA-256 of the seconds, a full stop and the body. */
const own: Check = async ({ header, body, secret, now }) => {
  const given = header('Opus-Signature') ?? '';
  const [, seconds = '', signature = ''] = /^t=(\d{1,12}),\s*v1=([0-9a-f]{64})$/.exec(given) ?? [];
  if (!signature || Math.abs(now - Number(seconds) * 1000) > tolerance) return false;
  return isSameSecret(signature, await signatureOf(secret, seconds, body));
};

const signatureOf = async (secret: string, seconds: string, body: string) =>
  toHex(await hmac('SHA-256', secret, `${seconds}.${body}`));

/** The header that signs a call in the service's own format; `seconds` since 1970. */
export async function ownSignature(secret: string, seconds: number, body: string): Promise<string> {
  return `t=${seconds},v1=${await signatureOf(secret, String(seconds), body)}`;
}

/** 46elks signs nothing; it sends the name and password of the address that it was given (RFC 7617). */
const elks: Check = ({ header, secret }) => {
  const decoded = basicOf(header('Authorization') ?? '');
  const password = decoded.slice(decoded.indexOf(':') + 1);
  return Promise.resolve(decoded.includes(':') && isSameSecret(password, secret));
};

function basicOf(authorization: string): string {
  const [, encoded = ''] = /^Basic ([A-Za-z\d+/=]+)$/i.exec(authorization) ?? [];
  try {
    return atob(encoded);
  } catch {
    return '';
  }
}

/** `X-Twilio-Signature`: HMAC-SHA-1 of the address and the fields of the form, sorted by name and put together. */
const twilio: Check = async ({ header, url, body, secret }) => {
  const given = header('X-Twilio-Signature') ?? '';
  const fields = [...new URLSearchParams(body)].sort(([one], [other]) => (one < other ? -1 : 1));
  const text = url + fields.map(([name, value]) => name + value).join('');
  return isSameSecret(given, toBase64(await hmac('SHA-1', secret, text)));
};

export const gatewaySignatures = { own, '46elks': elks, twilio } as const;

const encoder = new TextEncoder();

async function hmac(hash: 'SHA-1' | 'SHA-256', secret: string, text: string): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
  ]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
}

const toHex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
