import { request } from '@playwright/test';

interface Message {
  to: string;
  channel: 'sms' | 'email';
  text: string;
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

/** The newest code sent to a mobile number, waited for up to ten seconds. */
export async function newestCode(origin: string, mobile: string): Promise<string> {
  const digits = mobile.replaceAll(/\D/g, '').replace(/^0/, '');
  for (let tries = 0; tries < 50; tries += 1) {
    const message = (await messages(origin)).find(
      ({ to, channel, text }) =>
        channel === 'sms' && to.replaceAll(/\D/g, '').endsWith(digits) && /\b\d{6}\b/.test(text),
    );
    const [code] = /\b\d{6}\b/.exec(message?.text ?? '') ?? [];
    if (code) return code;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`No code came to ${mobile}.`);
}
