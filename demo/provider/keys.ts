import { createECDH, createHmac } from 'node:crypto';

/** Secrets of the demo's provider, the same at each start: derived from the key of the service that it belongs to. */
export interface ProviderKeys {
  /** JSON Web Key that ID tokens are signed with (ES256). */
  signing: Record<string, string>;
  /** Signs the provider's own cookies. */
  cookies: string;
  secretOf: (clientId: string) => string;
}

/** Derives the provider's secrets from a server key. */
export function deriveKeys(serverKey: string): ProviderKeys {
  const derive = (...purpose: string[]) =>
    createHmac('sha256', serverKey)
      .update(JSON.stringify(['demo-provider', ...purpose]))
      .digest();
  const curve = createECDH('prime256v1');
  const scalar = derive('signing');
  curve.setPrivateKey(scalar);
  // Uncompressed point: 04, then x and y of 32 bytes each.
  const point = curve.getPublicKey();
  return {
    signing: {
      kty: 'EC',
      crv: 'P-256',
      alg: 'ES256',
      use: 'sig',
      d: scalar.toString('base64url'),
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
    cookies: derive('cookies').toString('base64url'),
    secretOf: (clientId) => derive('client', clientId).toString('base64url'),
  };
}
