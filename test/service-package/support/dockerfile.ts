import { readFileSync } from 'node:fs';

/** One step of a stage: `COPY` with its options, `RUN`, `WORKDIR`, … */
export interface Step {
  instruction: string;
  /** What follows the instruction and its options. */
  rest: string;
  /** `--from=build` → `{ from: 'build' }`. */
  options: Readonly<Record<string, string>>;
}

/** What stands between one `FROM` and the next. */
export interface Stage {
  name: string;
  image: string;
  steps: Step[];
}

/** The stages of a Dockerfile, whose instructions each stand on one line; throws for what it does not know. */
export function readDockerfile(path: string): Stage[] {
  const stages: Stage[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const step = toStep(line);
    if (step.instruction === 'FROM') {
      const [image = '', , name = ''] = step.rest.split(/\s+/);
      stages.push({ name, image, steps: [] });
    } else stages.at(-1)!.steps.push(step);
  }
  return stages;
}

function toStep(line: string): Step {
  const [, instruction = '', flags = '', rest = ''] =
    /^([A-Z]+)((?:\s+--[\w-]+=\S+)*)\s+(.+)$/.exec(line) ?? [];
  const known = /^(FROM|WORKDIR|COPY|RUN|ENV|USER|VOLUME|EXPOSE|HEALTHCHECK|CMD)$/;
  if (!known.test(instruction)) throw new Error(`Not a step that the tests know: ${line}`);
  const options = [...flags.matchAll(/--([\w-]+)=(\S+)/g)].map(([, name, value]) => [name, value]);
  return { instruction, rest, options: Object.fromEntries(options) as Record<string, string> };
}

/** The words of an instruction in its exec form, `CMD ["node", "main.js"]`. */
export function wordsOf(rest: string): string[] {
  return JSON.parse(rest.replace(/^CMD\s+/, '')) as string[];
}

/** Whether a `.dockerignore` lets a path into the build; it lists `*`, what is let in by `!`, and what is not for all that. */
export function readIgnoreFile(path: string): (file: string) => boolean {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines[0] !== '*' || lines.slice(1).some((line) => line.includes('*'))) {
    throw new Error(`${path} is of a form that the tests do not know.`);
  }
  const covers = (entry: string, file: string) => file === entry || file.startsWith(`${entry}/`);
  return (file) => {
    const last = lines.slice(1).findLast((line) => covers(line.replace(/^!/, ''), file));
    return last?.startsWith('!') ?? false;
  };
}
