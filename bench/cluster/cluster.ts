// The whole cluster: two processes of the service with all that stands around them.
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  startServiceProcess,
  type ServiceProcess,
} from '../../test/service/support/service-process.js';
import {
  createPrimary,
  createReplica,
  folder,
  ports,
  startHaproxy,
  startPgbouncer,
  startPostgres,
  type Part,
} from './parts.js';

export const keys = {
  platformKey: 'platform-key-of-the-bench',
  operatorKey: 'operator-key-of-the-bench',
};

const urlOf = (database: string) => `postgres://booking@127.0.0.1:${ports.pgbouncer}/${database}`;

type Name = 'a' | 'b';

export class Cluster {
  readonly services = new Map<Name, ServiceProcess>();

  private constructor(
    readonly primary: Part,
    public replica: Part,
    readonly pgbouncer: Part,
    readonly haproxy: Part,
  ) {}

  static async start(): Promise<Cluster> {
    const primary = await createPrimary();
    const replica = await createReplica();
    return new Cluster(primary, replica, await startPgbouncer(), await startHaproxy());
  }

  /** Starts a process, which is served calls once HAProxy has seen that it is ready. */
  async startService(name: Name, { reads }: { reads: 'primary' | 'replica' }): Promise<void> {
    const service = await startServiceProcess({
      PORT: String(ports[name]),
      DATABASE_URL: urlOf('booking'),
      ...(reads === 'replica' ? { DATABASE_REPLICA_URL: urlOf('booking_replica') } : {}),
      PLATFORM_KEY: keys.platformKey,
      OPERATOR_KEY: keys.operatorKey,
      TRUST_PROXY: '1',
      POOL_SIZE: '10',
    });
    this.services.set(name, service);
  }

  async killService(name: Name): Promise<void> {
    await this.services.get(name)!.kill();
  }

  async stopServices(): Promise<void> {
    await Promise.all([...this.services.values()].map((service) => service.stop()));
    this.services.clear();
  }

  async startReplica(): Promise<void> {
    // Its former processes may still be ending.
    this.replica = await untilDone(() => startPostgres('replica'));
  }

  /** Waits until HAProxy sends calls to so many processes. */
  async untilServed(count: number): Promise<void> {
    for (;;) {
      const servers = await this.#statistics();
      if (servers.filter(({ status }) => status === 'UP').length === count) return;
      await pause(100);
    }
  }

  /** How often HAProxy has made a call again. */
  async repeated(): Promise<number> {
    const servers = await this.#statistics();
    return servers.reduce((sum, { wretr, wredis }) => sum + Number(wretr) + Number(wredis), 0);
  }

  /** What HAProxy says of the processes, by the names of its columns. */
  async #statistics(): Promise<Record<string, string>[]> {
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(join(folder, 'haproxy.sock'), () => socket.end('show stat\n'));
      let answer = '';
      socket.on('data', (data) => (answer += data.toString()));
      socket.on('end', () => resolve(answer));
      socket.on('error', reject);
    });
    const [head = '', ...lines] = text.split('\n');
    const columns = head.replace('# ', '').split(',');
    return lines
      .filter((line) => /^service,[ab],/.test(line))
      .map((line) =>
        Object.fromEntries(line.split(',').map((value, index) => [columns[index], value])),
      );
  }

  /** What works now, by process id. */
  parts(): { name: string; pid: number }[] {
    return [
      ...[...this.services.values()].map(({ pid }) => ({ name: 'service', pid })),
      { name: 'PostgreSQL', pid: this.primary.pid },
      { name: 'replica', pid: this.replica.pid },
      { name: 'PgBouncer', pid: this.pgbouncer.pid },
      { name: 'HAProxy', pid: this.haproxy.pid },
      { name: 'patients', pid: process.pid },
    ];
  }

  /** What all of them wrote last. */
  logs(): string {
    const files = ['primary', 'replica', 'pgbouncer', 'haproxy']
      .map((name) => [name, join(folder, `${name}.log`)] as const)
      .filter(([, file]) => existsSync(file))
      .map(([name, file]) => `--- ${name}\n${readFileSync(file, 'utf8').slice(-4000)}`);
    const services = [...this.services].map(([name, { output }]) => `--- ${name}\n${output()}`);
    return [...files, ...services].join('\n');
  }

  async stop(): Promise<void> {
    await this.stopServices();
    for (const part of [this.haproxy, this.pgbouncer, this.replica, this.primary])
      await part.kill();
  }
}

/** Tries again for ten seconds. */
export async function untilDone<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries > 40) throw error;
      await pause(250);
    }
  }
}
