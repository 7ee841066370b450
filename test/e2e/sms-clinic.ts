import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import type { SampleAccount } from '../../demo/accounts/index.js';
import type { StaffClient } from '../../demo/accounts/staff-client.js';
import { makeAccount, staffOf } from './staff.js';

/** An SMS as the gateway has taken it. */
interface TakenSms {
  id: string;
  to: string;
  text: string;
}

const secret = 'what the gateway and the clinic share';

/** A process that listens at ports it has found free, and says which in its first line. */
async function startProcess<Port extends string>(
  file: string,
  env: Record<string, string> = {},
): Promise<{ child: ChildProcess; ports: Record<Port, number> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', `test/e2e/${file}`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(([status, signal]) =>
      Promise.reject(new Error(`${file} ended: ${status ?? signal}.`)),
    ),
  ])) as [Buffer];
  return { child, ports: JSON.parse(line.toString()) as Record<Port, number> };
}

/** A clinic whose clock can be set, in a process of its own, and its SMS gateway in another one. */
export class SmsClinic {
  readonly #children: ChildProcess[] = [];
  #gateway = '';
  #control = '';
  /** Address of the service. */
  url = '';
  /** Epoch milliseconds that the clock was set to. */
  now = 0;

  constructor(
    readonly account: string,
    /** What the clinic's clock is ahead of UTC in winter. */
    readonly offset = '+01:00',
  ) {}

  async start(sample: SampleAccount, now: string): Promise<void> {
    const gateway = await startProcess<'gateway'>('sms-gateway-process.ts');
    this.#children.push(gateway.child);
    this.#gateway = `http://127.0.0.1:${gateway.ports.gateway}`;
    const clinic = await startProcess<'service' | 'control'>('sms-clinic-process.ts', {
      GATEWAY_URL: `${this.#gateway}/sms`,
    });
    this.#children.push(clinic.child);
    this.url = `http://localhost:${clinic.ports.service}`;
    this.#control = `http://127.0.0.1:${clinic.ports.control}`;
    await this.setClock(now);
    await makeAccount(this.url, sample);
    await this.staff.send('PUT', '/sms-gateway', { format: 'own', secret });
  }

  stop(): void {
    for (const child of this.#children) child.kill('SIGKILL');
  }

  get staff(): StaffClient {
    return staffOf(this.url, this.account);
  }

  /** It is some time at the clinic, `2009-12-06T14:45`, in winter: what is due is sent; in a page that is given, too. */
  async setClock(time: string, page?: Page): Promise<void> {
    this.now = Date.parse(`${time}:00${this.offset}`);
    await page?.clock.setSystemTime(this.now);
    const body = JSON.stringify({ now: this.now });
    const { status } = await fetch(this.#control, { method: 'POST', body });
    if (status !== 204) throw new Error(`The clock answered ${status}.`);
  }

  /** What has left, oldest first. */
  async taken(): Promise<TakenSms[]> {
    return (await (await fetch(this.#gateway)).json()) as TakenSms[];
  }

  async setMode(mode: 'up' | 'down'): Promise<void> {
    await fetch(`${this.#gateway}/mode`, { method: 'POST', body: JSON.stringify({ mode }) });
  }

  /** The gateway reports that the last SMS has reached its phone, or has not. */
  async report(status: 'delivered' | 'not-delivered'): Promise<void> {
    const { id } = (await this.taken()).at(-1)!;
    const at = new Date(this.now).toISOString();
    await this.#tell('reports', { reports: [{ id, status, at }] });
  }

  /** A phone answers. */
  async answer(from: string, text: string): Promise<void> {
    const receivedAt = new Date(this.now).toISOString();
    const message = { id: crypto.randomUUID(), from, to: '+4740000000', text, receivedAt };
    await this.#tell('incoming', { messages: [message] });
  }

  async #tell(what: string, body: object): Promise<void> {
    const url = `http://127.0.0.1:${new URL(this.url).port}/v1/gateway/${this.account}/${what}`;
    const order = JSON.stringify({ url, secret, now: this.now, body });
    const told = await fetch(`${this.#gateway}/tell`, { method: 'POST', body: order });
    const { status } = (await told.json()) as { status: number };
    if (status !== 204) throw new Error(`The service answered the gateway ${status}.`);
  }
}
