// Runs a command of the project, with its own node_modules/.bin first on the path.
import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

const bin = resolve('node_modules/.bin');
const running = new Set<(signal: NodeJS.Signals) => void>();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const stop of running) stop(signal);
    process.exit(130);
  });
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Streams the output as well: to this process's own output, or to a function. On unless told. */
  readonly echo?: boolean | ((chunk: string) => void);
  readonly cwd?: string;
  /** The command is stopped, with all that it started, when it takes longer. */
  readonly seconds?: number;
  /** Opens a channel for messages, and is handed the process. */
  readonly onStart?: (child: ChildProcess) => void;
}

export interface RunResult {
  /** Exit code; 127 for a command that could not be started. */
  readonly code: number;
  readonly output: string;
  /** Whether the limit of `seconds` ended it. */
  readonly isOver: boolean;
  readonly seconds: number;
}

/** Runs `command` with `args`. Never rejects. */
export function run(
  command: string,
  args: readonly string[] = [],
  { env = {}, echo = true, cwd, seconds, onStart }: RunOptions = {},
): Promise<RunResult> {
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env: {
        ...process.env,
        FORCE_COLOR: '0',
        NO_COLOR: '1',
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe', ...(onStart ? (['ipc'] as const) : [])],
      // A group of its own can be stopped as a whole.
      detached: seconds !== undefined,
    });
    const stop = (signal: NodeJS.Signals) => {
      if (seconds === undefined) child.kill(signal);
      else if (child.pid) process.kill(-child.pid, signal);
    };
    running.add(stop);
    let isOver = false;
    const limit =
      seconds === undefined
        ? undefined
        : setTimeout(() => {
            isOver = true;
            stop('SIGKILL');
          }, seconds * 1000);
    let output = '';
    const take = (stream: NodeJS.WriteStream) => (chunk: string) => {
      output += chunk;
      if (typeof echo === 'function') echo(chunk);
      else if (echo) stream.write(chunk);
    };
    child.stdout!.setEncoding('utf8').on('data', take(process.stdout));
    child.stderr!.setEncoding('utf8').on('data', take(process.stderr));
    const finish = (code: number) => {
      clearTimeout(limit);
      running.delete(stop);
      done({ code, output, isOver, seconds: (performance.now() - started) / 1000 });
    };
    child.once('error', (error) => {
      output += error.message;
      if (typeof echo === 'function') echo(`${error.message}\n`);
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
    onStart?.(child);
  });
}
