import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Stage, Step } from './dockerfile.js';
import { readDockerfile, readIgnoreFile, wordsOf } from './dockerfile.js';

/** A command of the image that runs. */
export interface RunningCommand {
  output: () => string;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  kill: (signal: NodeJS.Signals) => void;
}

/** What `service/Dockerfile` makes, ready to be started. */
export interface BuiltImage {
  /** Runs the image's command with these variables. */
  start: (env: Record<string, string>) => RunningCommand;
  /** Runs a command in the image and returns its exit code and output. */
  run: (command: readonly string[], env?: Record<string, string>) => { code: number; text: string };
  /** The command of the HEALTHCHECK. */
  healthCheck: readonly string[];
  remove: () => void;
}

const file = 'service/Dockerfile';
// The one step that is not repeated: the tests themselves run on what it makes of the same lock file.
const everyPackage = 'npm ci --ignore-scripts';
const tag = 'opus-booking-service-test';

/** Builds the image with docker; without a docker, its stages as folders by their own steps. */
export function buildImage(): BuiltImage {
  const stages = readDockerfile(file);
  const hasDocker = spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0;
  return hasDocker ? buildWithDocker(stages) : buildAsFolders(stages);
}

function must(command: string, args: readonly string[], options: { cwd?: string } = {}): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...options,
    env: plainEnvironment(),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? ''}${stdout}${stderr}`);
  }
}

/** Nothing of the test run's own settings, such as those of npm or of tsx. */
function plainEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, npm_config_prefer_offline: 'true' };
}

function follow(command: string, args: readonly string[], options: object): RunningCommand {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  // A test that fails must not leave a process behind.
  process.once('exit', () => child.kill('SIGKILL'));
  return { output: () => output, ended, kill: (signal) => child.kill(signal) };
}

function healthCheckOf(stages: readonly Stage[]): string[] {
  const step = stages.at(-1)!.steps.find(({ instruction }) => instruction === 'HEALTHCHECK');
  return wordsOf(step!.rest);
}

function buildWithDocker(stages: readonly Stage[]): BuiltImage {
  must('docker', ['build', '-f', file, '-t', tag, '.']);
  const withVariables = (env: Record<string, string>) =>
    Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  return {
    start: (env) =>
      follow('docker', ['run', '--rm', '--init', '--network=host', ...withVariables(env), tag], {}),
    run(command, env = {}) {
      const args = ['run', '--rm', '--network=host', ...withVariables(env), tag, ...command];
      const { status, stdout } = spawnSync('docker', args, { encoding: 'utf8' });
      return { code: status ?? 1, text: stdout };
    },
    healthCheck: healthCheckOf(stages),
    remove: () => must('docker', ['rmi', '-f', tag]),
  };
}

/** A stage as a folder that stands for its file system. */
interface StageFolder {
  root: string;
  workdir: string;
  env: Record<string, string>;
  command: string[];
}

function buildAsFolders(stages: readonly Stage[]): BuiltImage {
  const folder = mkdtempSync(join(tmpdir(), 'opus-image-'));
  const built = new Map<string, StageFolder>();
  for (const stage of stages) {
    const made = { root: join(folder, stage.name || 'last'), workdir: '/', env: {}, command: [] };
    mkdirSync(made.root);
    built.set(stage.name, made);
    for (const step of stage.steps) perform(step, made, built);
  }
  const { root, workdir, env: own, command } = built.get(stages.at(-1)!.name)!;
  const cwd = join(root, workdir);
  const optionsOf = (env: Record<string, string>) => ({
    cwd,
    env: { ...plainEnvironment(), ...own, DATA_DIR: join(root, own.DATA_DIR ?? ''), ...env },
  });
  return {
    start: (env) => follow(command[0]!, command.slice(1), optionsOf(env)),
    run([name = '', ...args], env = {}) {
      const { status, stdout } = spawnSync(name, args, { ...optionsOf(env), encoding: 'utf8' });
      return { code: status ?? 1, text: stdout };
    },
    healthCheck: healthCheckOf(stages),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function perform(
  { instruction, rest, options }: Step,
  stage: StageFolder,
  built: ReadonlyMap<string, StageFolder>,
): void {
  switch (instruction) {
    case 'WORKDIR':
      stage.workdir = rest;
      mkdirSync(join(stage.root, rest), { recursive: true });
      break;
    case 'ENV':
      for (const [, name = '', value = ''] of rest.matchAll(/(\w+)=(\S+)/g))
        stage.env[name] = value;
      break;
    case 'RUN':
      if (rest === everyPackage) {
        symlinkSync(resolve('node_modules'), join(stage.root, stage.workdir, 'node_modules'));
        break;
      }
      must('sh', ['-c', rest], { cwd: join(stage.root, stage.workdir) });
      break;
    case 'COPY':
      copy(
        rest.split(/\s+/),
        stage,
        options.from === undefined ? undefined : built.get(options.from),
      );
      break;
    case 'CMD':
      stage.command = wordsOf(rest);
      break;
    // USER and --chown need users of a machine of its own, VOLUME and EXPOSE are words for docker.
  }
}

function copy(words: readonly string[], stage: StageFolder, from: StageFolder | undefined): void {
  const target = words.at(-1)!;
  const isInBuild = readIgnoreFile('.dockerignore');
  const context = resolve('.');
  for (const source of words.slice(0, -1)) {
    const path = from ? join(from.root, source) : join(context, source);
    if (!existsSync(path)) throw new Error(`COPY ${source}: there is no such file.`);
    const isIntoFolder = target.endsWith('/') && !statSync(path).isDirectory();
    const place = resolve(
      join(stage.root, target.startsWith('/') ? '' : stage.workdir),
      `./${target}`,
    );
    const copied = isIntoFolder ? join(place, basename(source)) : place;
    mkdirSync(dirname(copied), { recursive: true });
    cpSync(path, copied, {
      recursive: true,
      // Links between a workspace and its package point where they pointed.
      verbatimSymlinks: true,
      filter: (each) => from !== undefined || isInBuild(relative(context, each)),
    });
  }
}
