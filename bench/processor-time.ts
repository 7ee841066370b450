// Seconds of processor time, as Linux counts them.
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}

/** The fields of /proc/PID/stat after the name, which may hold spaces: state is the first, parent the second. */
function statOf(pid: string | number): string[] | undefined {
  return read(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ');
}

/** Seconds that a process, its children, and those of them that have ended have worked; of this process, it alone. */
export function secondsOf(pid: number): number {
  if (pid === process.pid) {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000_000;
  }
  let ticks = 0;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = statOf(entry);
    if (!stat) continue;
    const isItself = Number(entry) === pid;
    if (!isItself && Number(stat[1]) !== pid) continue;
    const times = isItself ? stat.slice(11, 15) : stat.slice(11, 13);
    ticks += times.reduce((sum, time) => sum + Number(time), 0);
  }
  return ticks / ticksPerSecond;
}

/** The process that started another one. */
export function parentOf(pid: number): number {
  return Number(statOf(pid)?.[1]);
}

/** Seconds that all processors together have worked for anybody. */
export function secondsOfMachine(): number {
  const [, , user, nice, system, , , irq, softirq] = read('/proc/stat')!.split('\n')[0]!.split(' ');
  return (
    [user, nice, system, irq, softirq].reduce((sum, ticks) => sum + Number(ticks), 0) /
    ticksPerSecond
  );
}
