// Runs a command of the project, with its own node_modules/.bin first on the path.
import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

const bin = resolve('node_modules/.bin');
const running = new Set();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const stop of running) stop(signal);
    process.exit(130);
  });
}

/**
 * Runs `command` with `args` and returns `{code, output, seconds}`; `echo` streams the output as well.
 * A command that cannot be started has code 127. With `seconds` it is stopped, and all that it started, when it takes longer:
 * then `isOver` is true.
 */
export function run(command, args = [], { env = {}, echo = true, cwd, seconds } = {}) {
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
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own can be stopped as a whole.
      detached: seconds !== undefined,
    });
    const stop = (signal) => {
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
    const take = (stream) => (chunk) => {
      output += chunk;
      if (echo) stream.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    const finish = (code) => {
      clearTimeout(limit);
      running.delete(stop);
      done({ code, output, isOver, seconds: (performance.now() - started) / 1000 });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}
