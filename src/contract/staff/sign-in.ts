import * as z from 'zod/mini';
import { Instant, Language, Seconds } from '../primitives.js';
import { Name } from './fields.js';
import { Me, StaffEmail } from './people.js';
import { GivenRole } from './rights.js';

/** `POST …/sign-ins`: answered alike for known and unknown addresses (C-02). */
export const SignInRequest = z.object({
  email: StaffEmail,
  /** Of the e-mail to an address that has none set; else that of the account's own texts. */
  lang: z.optional(Language),
});
export type SignInRequest = z.infer<typeof SignInRequest>;

/** `token` goes with the code as `Login-Token`, so that nobody else can use up its tries. */
export const SignInStarted = z.object({
  id: z.string(),
  token: z.string(),
  resendAfter: Seconds,
  expiresIn: Seconds,
});
export type SignInStarted = z.infer<typeof SignInStarted>;

export const SignInCode = z.object({ code: z.string().check(z.maxLength(64)) });
export type SignInCode = z.infer<typeof SignInCode>;

/** `POST …/invitations/accept`: the token of the link's fragment. */
export const InvitationAcceptance = z.object({ token: z.string().check(z.maxLength(64)) });
export type InvitationAcceptance = z.infer<typeof InvitationAcceptance>;

/** Somebody is signed in: the session is in a cookie that no script reads. */
export const SignedIn = z.object({
  me: Me,
  /** In demo mode only: a bearer in place of the cookie, for a service inside a page, which has none. */
  token: z.optional(z.string()),
});
export type SignedIn = z.infer<typeof SignedIn>;

/** A session of one's own. */
export const StaffSession = z.object({
  id: z.string(),
  /** Such as `Firefox, Windows`. */
  device: z.string(),
  kind: z.enum(['code', 'passkey', 'invitation', 'provider', 'demo']),
  createdAt: Instant,
  /** To the minute. */
  seenAt: Instant,
  endsAt: Instant,
  /** The one that asks. */
  isCurrent: z.boolean(),
});
export type StaffSession = z.infer<typeof StaffSession>;

export const StaffSessionList = z.object({ items: z.array(StaffSession) });
export type StaffSessionList = z.infer<typeof StaffSessionList>;

const base64Url = z.string().check(z.maxLength(20_000), z.regex(/^[A-Za-z0-9_-]*$/));
const credential = {
  id: base64Url,
  rawId: base64Url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.optional(z.string().check(z.maxLength(64))),
  /** Whatever the browser tells; not read. */
  clientExtensionResults: z.optional(z.unknown()),
};

/** What a browser answers for a new passkey, `PublicKeyCredential.toJSON()` (WebAuthn 3, 5.1). */
export const NewCredential = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64Url,
    attestationObject: base64Url,
    authenticatorData: z.optional(base64Url),
    transports: z.optional(z.array(z.string().check(z.maxLength(32))).check(z.maxLength(10))),
    publicKey: z.optional(base64Url),
    /** A number of COSE (RFC 9053). */
    publicKeyAlgorithm: z.optional(z.int().check(z.minimum(-70_000), z.maximum(70_000))),
  }),
});
export type NewCredential = z.infer<typeof NewCredential>;

/** What a browser answers for a passkey that is there. */
export const KnownCredential = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64Url,
    authenticatorData: base64Url,
    signature: base64Url,
    userHandle: z.optional(z.nullable(base64Url)),
  }),
});
export type KnownCredential = z.infer<typeof KnownCredential>;

/** For `navigator.credentials`, as `parseCreationOptionsFromJSON` and `parseRequestOptionsFromJSON` take them. */
export const PasskeyOptions = z.object({
  id: z.string(),
  options: z.record(z.string(), z.unknown()),
});
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;

export const PasskeyInput = z.object({
  id: z.string().check(z.maxLength(64)),
  name: Name,
  credential: NewCredential,
});
export type PasskeyInput = z.infer<typeof PasskeyInput>;

export const PasskeySignIn = z.object({ credential: KnownCredential });
export type PasskeySignIn = z.infer<typeof PasskeySignIn>;

export const PasskeyName = z.object({ name: Name });
export type PasskeyName = z.infer<typeof PasskeyName>;

/** A passkey of one's own. */
export const Passkey = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: Instant,
  usedAt: z.optional(Instant),
});
export type Passkey = z.infer<typeof Passkey>;

export const PasskeyList = z.object({ items: z.array(Passkey) });
export type PasskeyList = z.infer<typeof PasskeyList>;

/** `GET …/demo-people`, in demo mode only: whom a page may sign in without a code. */
export const DemoPeople = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(GivenRole) })),
});
export type DemoPeople = z.infer<typeof DemoPeople>;

export const DemoSignIn = z.object({ person: z.string().check(z.maxLength(64)) });
export type DemoSignIn = z.infer<typeof DemoSignIn>;
