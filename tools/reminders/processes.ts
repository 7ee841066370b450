// Processes that the soaks of SMS start, and how much memory they have.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { bundledProgram } from '../../test/service/support/bundled-program.js';

/** A program that has said it is ready. */
export interface Program {
  child: ChildProcess;
  /** What it said then: of a service its address. */
  said: string;
}

/** Starts a program of `test/service/support/` with an environment of its own. */
export async function startProgram(
  name: 'worker-process' | 'sms-service-process',
  env: Record<string, string>,
): Promise<Program> {
  const program = await bundledProgram(`test/service/support/${name}.ts`);
  const child = spawn('node', [program], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, said: said.toString().trim().replace('ready ', '') };
}

/** Ends a program as a power cut would; resolves when it is gone. */
export async function killProgram({ child }: Program): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Megabytes of a program that are in memory. */
export function residentOf({ child }: Program): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1024;
}
