// A passkey as a device makes it, in a few lines: ES256, no attestation (WebAuthn 3, 6.1 and 6.5.4).
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type {
  KnownCredential,
  NewCredential,
  PasskeyOptions,
} from '../../../src/contract/index.js';

/** What a page or a device may do otherwise than it should. */
export interface Deviation {
  origin?: string;
  rpId?: string;
  challenge?: string;
  /** The device has not asked who uses it. */
  isUnverified?: boolean;
  counter?: number;
}

const base64Url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();
const uint = (value: number, bytes: number) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

/** CBOR (RFC 8949) of byte strings from 24 to 65,535 bytes, each length as short as it can be. */
const cborBytes = (bytes: Uint8Array) => {
  const length =
    bytes.length < 256
      ? [Buffer.from([0x58]), uint(bytes.length, 1)]
      : [Buffer.from([0x59]), uint(bytes.length, 2)];
  return Buffer.concat([...length, bytes]);
};
const cborText = (text: string) =>
  Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);

/** A device with one passkey, of one console. */
export class Authenticator {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(32);
  counter = 0;

  constructor(
    readonly origin: string,
    readonly rpId: string,
  ) {}

  #clientData(type: string, { options }: PasskeyOptions, { challenge, origin }: Deviation) {
    const data = { type, challenge: challenge ?? options.challenge, origin: origin ?? this.origin };
    return Buffer.from(JSON.stringify({ ...data, crossOrigin: false }));
  }

  #authenticatorData(
    { rpId, isUnverified, counter }: Deviation,
    attested = Buffer.alloc(0),
  ): Buffer {
    const flags = 0x01 | (isUnverified ? 0 : 0x04) | (attested.length > 0 ? 0x40 : 0);
    const count = counter ?? (this.counter += 1);
    return Buffer.concat([
      sha256(rpId ?? this.rpId),
      Buffer.from([flags]),
      uint(count, 4),
      attested,
    ]);
  }

  /** The answer to options for a new passkey. */
  create(options: PasskeyOptions, deviation: Deviation = {}): NewCredential {
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' });
    const [left, right] = [x!, y!].map((part) => Buffer.from(part, 'base64url'));
    // COSE (RFC 9053): EC2, ES256, P-256.
    const key = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      cborBytes(left!),
      Buffer.from([0x22]),
      cborBytes(right!),
    ]);
    const attested = Buffer.concat([Buffer.alloc(16), uint(this.#id.length, 2), this.#id, key]);
    const data = this.#authenticatorData(deviation, attested);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      ...[cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.from([0xa0])],
      ...[cborText('authData'), cborBytes(data)],
    ]);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: base64Url(this.#clientData('webauthn.create', options, deviation)),
        attestationObject: base64Url(attestationObject),
        transports: ['internal'],
      },
    };
  }

  /** The answer to options for signing in. */
  get(options: PasskeyOptions, deviation: Deviation = {}): KnownCredential {
    const clientData = this.#clientData('webauthn.get', options, deviation);
    const data = this.#authenticatorData(deviation);
    const signature = sign(
      'sha256',
      Buffer.concat([data, sha256(clientData)]),
      this.#keys.privateKey,
    );
    return {
      ...this.#named(),
      response: {
        clientDataJSON: base64Url(clientData),
        authenticatorData: base64Url(data),
        signature: base64Url(signature),
        userHandle: null,
      },
    };
  }

  #named() {
    const id = base64Url(this.#id);
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  }
}
