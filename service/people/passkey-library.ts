export type PasskeyLibrary = typeof import('@simplewebauthn/server');

/** Loads what reads passkeys, which a start does not wait for and most pages with a service inside never need. */
export function loadPasskeyLibrary(): Promise<PasskeyLibrary> {
  return import('@simplewebauthn/server');
}
