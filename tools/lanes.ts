// Runs jobs side by side as far as there is room: each takes lanes and embedded databases while it runs.

/** What a job takes while it runs. */
export interface Room {
  readonly lanes: number;
  /** Embedded databases at a time: each takes about a gigabyte. */
  readonly databases: number;
}

export interface Job extends Room {
  readonly name: string;
  /** Names of jobs that must have ended before; those that are not run do not count. */
  readonly after?: readonly string[];
}

/** Runs every job once, the first that fits next; a job that needs more room than there is runs alone. */
export async function runInLanes<Result>(
  jobs: readonly Job[],
  room: Room,
  run: (job: Job) => Promise<Result>,
): Promise<Map<string, Result>> {
  const waiting = [...jobs];
  const running = new Map<Job, Promise<void>>();
  const results = new Map<string, Result>();
  const isOpen = (name: string) => jobs.some((job) => job.name === name) && !results.has(name);
  const taken = (part: keyof Room) =>
    [...running.keys()].reduce((sum, job) => sum + Math.min(job[part], room[part]), 0);
  const fits = (job: Job) =>
    !job.after?.some(isOpen) &&
    (['lanes', 'databases'] as const).every(
      (part) => taken(part) + Math.min(job[part], room[part]) <= room[part],
    );
  while (waiting.length > 0 || running.size > 0) {
    for (let job = waiting.find(fits); job; job = waiting.find(fits)) {
      const started = job;
      waiting.splice(waiting.indexOf(started), 1);
      const ended = run(started).then((result) => {
        results.set(started.name, result);
        running.delete(started);
      });
      running.set(started, ended);
    }
    if (running.size === 0)
      throw new Error(`Waiting for each other: ${waiting.map(({ name }) => name).join(', ')}`);
    await Promise.race(running.values());
  }
  return results;
}
