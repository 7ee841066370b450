// Right calls of every operation for patients.
import { randomToken } from '../../service/store/secrets.js';
import { addDays } from '../../src/domain/civil-date.js';
import { toInstant } from '../../src/domain/clock-time.js';
import type {
  EidRedirect,
  EidStarted,
  Hold,
  LoginStarted,
  PendingBooking,
  PendingTimeAlert,
} from '../../src/contract/index.js';
import { EidBrowser, serviceOrigin } from '../../test/service/support/eid-browser.js';
import { pageOrigin } from '../../test/service/support/eid-clinic.js';
import { bookingOf, testId, type TestService } from '../../test/service/support/service.js';
import { openSession, type SessionOptions } from '../../test/service/support/sessions.js';
import { NothingLeftError, type Context, type Parts, type Recipe } from './context.js';

const own = { Origin: serviceOrigin, 'Sec-Fetch-Site': 'same-origin' };

/** A session of the patient on file, and the header that brings it. */
export async function sessionOf(
  { service, account }: Context,
  options: SessionOptions = {},
): Promise<{ Authorization: string }> {
  const now = Date.now() + service.ahead;
  const of = { nationalId: account.patient.nationalId, account: account.id, ...options };
  return { Authorization: `Bearer ${await openSession(service.database, now, of)}` };
}

function anyStart({ account, random }: Context): string {
  const date = addDays(account.monday, Math.floor(random() * 5));
  const minutes = 8 * 60 + Math.floor(random() * 8) * 30;
  return new Date(toInstant(date, minutes, 'Europe/Oslo')).toISOString();
}

/** A time that is held, after some tries. */
async function holdTime(context: Context, { headers, body }: Parts = {}): Promise<Hold> {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      return await context.call<Hold>('hold', {
        headers: { 'Hold-Token': randomToken(), ...headers },
        body: { start: anyStart(context), treatment: 'check', ...(body as object) },
      });
    } catch (error) {
      if (!(error instanceof NothingLeftError)) throw error;
    }
  }
  throw new NothingLeftError();
}

const proofOf = ({ token }: Hold) => ({ 'Hold-Token': token, 'Idempotency-Key': randomToken() });

/** Somebody who is not on file, books, and is asked for a code. */
export async function pendingBooking(
  context: Context,
): Promise<PendingBooking & { mobile: string }> {
  const hold = await holdTime(context);
  const { mobile, ...parts } = bookingParts(context, hold);
  return { ...(await context.call<PendingBooking>('book', parts)), mobile };
}

function bookingParts({ next }: Context, hold: Hold): Parts & { mobile: string } {
  const person = next();
  const mobile = `4${String(1_000_000 + person)}`;
  const patient = { ...bookingOf(hold).patient, nationalId: testId(person % 15_000), mobile };
  return { mobile, headers: proofOf(hold), body: { ...bookingOf(hold), patient } };
}

const tokenOf = ({ id, token }: PendingBooking): Parts => ({
  ids: { id },
  headers: { 'Booking-Token': token },
});

/** The newest code that went to a mobile. */
function codeTo({ service }: Context, mobile: string): string {
  const text = service.sent.findLast(
    (one) => one.to.endsWith(mobile) && /\b\d{6}\b/.test(one.text),
  );
  if (!text) throw new NothingLeftError();
  return /\b\d{6}\b/.exec(text.text)![0];
}

/** An appointment of the patient on file, and a session that sees it. */
async function ownAppointment(context: Context) {
  const session = await sessionOf(context);
  const hold = await holdTime(context, { headers: session });
  const { appointment } = await context.call<{ appointment: { id: string } }>('book', {
    headers: { ...session, ...proofOf(hold) },
    body: { ...bookingOf(hold), patient: {} },
  });
  return { session, id: appointment.id };
}

const startLogin = ({ account, call }: Context) => {
  const { nationalId, mobile } = account.patient;
  return call<LoginStarted>('login', { body: { nationalId, mobile } });
};

const beginEid = ({ call }: Context) =>
  call<EidStarted>('eidLogin', {
    headers: { Origin: pageOrigin },
    body: { idp: 'bankid', returnOrigin: pageOrigin },
  });

/** The cookie of a browser that has come back from the provider. */
async function backFromProvider({ service, call, account }: Context): Promise<string> {
  const request: TestService['request'] = async (path, { method = 'GET', headers = {} } = {}) => {
    const answer = await fetch(new URL(path, service.root), {
      method,
      headers,
      redirect: 'manual',
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.text()) as never };
  };
  const browser = new EidBrowser({ request } as TestService);
  const { url, setCookie } = await call<EidRedirect & { setCookie: string[] }>('eidRedirect', {
    headers: own,
    body: { idp: 'bankid', returnPath: '/' },
  });
  const headers = new Headers(setCookie.map((cookie): [string, string] => ['Set-Cookie', cookie]));
  browser.take(serviceOrigin, headers);
  const callback = await browser.logInAtProvider(url, 'no-1');
  const back = await browser.send(callback);
  const cookie = back.headers.getSetCookie().find((line) => line.includes(account.id));
  return (cookie ?? '').split(';')[0]!;
}

export const patientRecipes: Readonly<Record<string, Recipe>> = {
  account: () => ({}),
  slots: async (context) => {
    const { account, random } = context;
    const filters = { treatment: 'check', clinician: 'anne', clinic: 'west', view: 'days' };
    const chosen = Object.entries(filters).filter(() => random() < 0.5);
    return {
      query: {
        from: account.monday,
        to: addDays(account.monday, 1 + Math.floor(random() * 30)),
        ...Object.fromEntries(chosen),
      },
      headers: random() < 0.3 ? await sessionOf(context) : {},
    };
  },
  firstTimes: ({ random }) => {
    const filters = { treatment: 'check', clinician: 'anne', clinic: 'west', group: 'group' };
    return { query: Object.fromEntries(Object.entries(filters).filter(() => random() < 0.5)) };
  },
  hold: (context) => ({
    headers: { 'Hold-Token': randomToken() },
    body: { start: anyStart(context), treatment: 'check' },
  }),
  extendHold: async (context) => {
    const { id, token } = await holdTime(context);
    return { ids: { id }, headers: { 'Hold-Token': token } };
  },
  releaseHold: async (context) => {
    const { id, token } = await holdTime(context);
    return { ids: { id }, headers: { 'Hold-Token': token } };
  },
  releaseHoldByBeacon: async (context) => {
    const { id, token } = await holdTime(context);
    return { ids: { id }, headers: { 'Content-Type': 'text/plain' }, raw: token };
  },
  book: async (context) => {
    const session = context.random() < 0.3 ? await sessionOf(context) : undefined;
    const hold = await holdTime(context, session ? { headers: session } : {});
    const { headers, body } = bookingParts(context, hold);
    if (!session) return { headers: headers!, body };
    return { headers: { ...session, ...headers }, body: { ...(body as object), patient: {} } };
  },
  booking: async (context) => tokenOf(await pendingBooking(context)),
  correctContact: async (context) => ({
    ...tokenOf(await pendingBooking(context)),
    body: { mobile: `4${String(1_000_000 + context.next())}` },
  }),
  giveUpBooking: async (context) => tokenOf(await pendingBooking(context)),
  confirmBooking: async (context) => {
    const pending = await pendingBooking(context);
    return { ...tokenOf(pending), body: { code: codeTo(context, pending.mobile) } };
  },
  resendCode: async (context) => {
    const parts = tokenOf(await pendingBooking(context));
    context.service.ahead += 31_000;
    return parts;
  },
  login: ({ account }) => {
    const { nationalId, mobile } = account.patient;
    return { body: { nationalId, mobile, lang: 'en' } };
  },
  loginCode: async (context) => {
    context.service.ahead += 31_000;
    const { id, token } = await startLogin(context);
    const code = codeTo(context, context.account.patient.mobile);
    return { ids: { id }, headers: { 'Login-Token': token }, body: { code } };
  },
  eidLogin: () => ({
    headers: { Origin: pageOrigin },
    body: { idp: 'bankid', returnOrigin: pageOrigin, lang: 'nb' },
  }),
  eidExchange: async (context) => {
    const { id, token } = await beginEid(context);
    return { ids: { id }, headers: { 'Login-Token': token, Origin: pageOrigin } };
  },
  eidRedirect: () => ({ headers: own, body: { idp: 'bankid', returnPath: '/?step=time' } }),
  eidReturn: async (context) => {
    // Going through the provider takes a while; what comes of a call without its cookie is seen in a moment.
    if (context.random() < 0.8) return { headers: { ...own, Cookie: 'opus-eid-return=x.y' } };
    return { headers: { ...own, Cookie: await backFromProvider(context) } };
  },
  session: async (context) => ({ headers: await sessionOf(context) }),
  sendSessionCode: async (context) => ({
    headers: await sessionOf(context, { isConfirmed: false }),
    body: { lang: 'nb' },
  }),
  confirmSession: async (context) => {
    const headers = await sessionOf(context, { isConfirmed: false });
    await context.call('sendSessionCode', { headers, body: {} });
    return { headers, body: { code: codeTo(context, context.account.patient.mobile) } };
  },
  logout: async (context) => ({ headers: await sessionOf(context) }),
  appointments: async (context) => ({ headers: await sessionOf(context) }),
  moveAppointment: async (context) => {
    const { session, id } = await ownAppointment(context);
    const body = { appointment: id, treatment: undefined };
    const hold = await holdTime(context, { headers: session, body });
    return { ids: { id }, headers: { ...session, ...proofOf(hold) }, body: { hold: hold.id } };
  },
  cancelAppointment: async (context) => {
    const { session, id } = await ownAppointment(context);
    return { ids: { id }, headers: { ...session, 'Idempotency-Key': randomToken() } };
  },
  requestAlert: (context) => ({ body: alertBody(context).body }),
  confirmAlert: async (context) => {
    const { mobile, ...parts } = alertBody(context);
    const { id, token } = await context.call<PendingTimeAlert>('requestAlert', parts);
    return {
      ids: { id },
      headers: { 'Alert-Token': token },
      body: { code: codeTo(context, mobile) },
    };
  },
  alerts: async (context) => ({ headers: await sessionOf(context) }),
  endAlert: async (context) => {
    const { id } = await context.call<PendingTimeAlert>('requestAlert', alertBody(context));
    return { ids: { id } };
  },
};

/** Somebody who waits for a check-up, with a number that nobody else has. */
function alertBody({ next }: Context) {
  const mobile = `4${String(1_000_000 + next())}`;
  return {
    mobile,
    body: { treatment: 'check', mobile, consent: { version: '1' }, lang: 'nb' },
  };
}
