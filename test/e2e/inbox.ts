import { request } from '@playwright/test';

interface Message {
  to: string;
  channel: 'sms' | 'email';
  text: string;
  /** An instant. */
  at: string;
}

/** Every message that the service sent, newest first. `origin` may be any host of the service. */
export async function messages(origin: string): Promise<Message[]> {
  // Node resolves no *.localhost; the inbox is the same on every host.
  const { port } = new URL(origin);
  const api = await request.newContext();
  const answer = await api.get(`http://127.0.0.1:${port}/demo/messages`);
  const list = (await answer.json()) as Message[];
  await api.dispose();
  return list;
}

interface SentCode {
  code: string;
  at: string;
}

/** The newest code sent to a mobile number; undefined while there is none. */
async function lastCodeTo(origin: string, mobile: string): Promise<SentCode | undefined> {
  const digits = mobile.replaceAll(/\D/g, '').replace(/^0/, '');
  for (const { to, channel, text, at } of await messages(origin)) {
    if (channel !== 'sms' || !to.replaceAll(/\D/g, '').endsWith(digits)) continue;
    const [code] = /\b\d{6}\b/.exec(text) ?? [];
    if (code) return { code, at };
  }
  return undefined;
}

/** The newest code sent to a mobile number, waited for up to ten seconds. */
export function newestCode(origin: string, mobile: string): Promise<string> {
  return waitForCode(origin, mobile, undefined);
}

/** The code that comes to a mobile number when `ask` has asked for one, whatever came before. */
export async function newCode(
  origin: string,
  mobile: string,
  ask: () => Promise<void>,
): Promise<string> {
  const before = await lastCodeTo(origin, mobile);
  await ask();
  return waitForCode(origin, mobile, before);
}

async function waitForCode(
  origin: string,
  mobile: string,
  before: SentCode | undefined,
): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const last = await lastCodeTo(origin, mobile);
    if (last && last.at !== before?.at) return last.code;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`No code came to ${mobile}.`);
}
