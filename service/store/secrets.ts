import { hmac } from '@noble/hashes/hmac.js';
import { sha256 as digest } from '@noble/hashes/sha2.js';

// Not Web Crypto: its jobs go to another thread and back, which for a few bytes takes many times as long as the hash.

const encoder = new TextEncoder();

/** Bytes as base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** SHA-256 of a text, base64url. */
export function sha256(text: string): Promise<string> {
  return Promise.resolve(toBase64Url(digest(encoder.encode(text))));
}

/** 32 random bytes, base64url: a token. */
export function randomToken(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}

/** Whether a text can be a token: 32 bytes in base64url. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** Six digits, each code as likely as any other. */
export function randomCode(): string {
  const range = 1_000_000;
  const limit = Math.floor(2 ** 32 / range) * range;
  const words = new Uint32Array(1);
  // Taking the remainder of all 32 bits would favour the low codes.
  do crypto.getRandomValues(words);
  while (words[0]! >= limit);
  return String(words[0]! % range).padStart(6, '0');
}

/** Whether two texts are equal, in a time that depends on their length only. */
export function isSameSecret(a: string, b: string): boolean {
  const [left, right] = [encoder.encode(a), encoder.encode(b)];
  if (left.length !== right.length) return false;
  let difference = 0;
  for (const [index, byte] of left.entries()) difference |= byte ^ right[index]!;
  return difference === 0;
}

/** What an HMAC is for: one purpose can never be taken for another. */
export type HmacPurpose =
  | 'address'
  | 'alert-token'
  | 'body'
  | 'booking-token'
  | 'code'
  | 'demo-gateway'
  | 'demo-phone'
  | 'eid-nonce'
  | 'eid-state'
  | 'eid-verifier'
  | 'email'
  | 'hold-token'
  | 'login-token'
  | 'mobile'
  | 'passkey-challenge'
  | 'patient'
  | 'session-token'
  | 'sign-in-secret'
  | 'sms-reports'
  | 'staff-email'
  | 'hold-request';

/** HMAC-SHA-256 of some parts under the server's key, base64url. */
export type Hmac = (purpose: HmacPurpose, ...parts: string[]) => Promise<string>;

/** Makes the HMAC of a server's key, which has to hold at least 32 characters; throws when it is shorter. */
export function createHmac(serverKey: string): Hmac {
  if (serverKey.length < 32)
    throw new Error('The server key is too short: at least 32 characters.');
  const keyed = hmac.create(digest, encoder.encode(serverKey));
  return (purpose, ...parts) => {
    const text = JSON.stringify([purpose, ...parts]);
    return Promise.resolve(toBase64Url(keyed.clone().update(encoder.encode(text)).digest()));
  };
}
