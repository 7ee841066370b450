// What "npm test" prints while stages run side by side: each stage's output whole when it ends, and a line of progress
// for all of them at least twice a minute.
import { stripVTControlCharacters } from 'node:util';
import type { Counts } from './counts.js';

const everySeconds = 30;

interface Running {
  readonly begun: number;
  readonly proves: string;
  output: string;
}

/** Minutes and seconds, e.g. `3:05`. */
function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The last line that says something, cut to what fits beside the time. */
function lastLine(output: string): string {
  const lines = stripVTControlCharacters(output.slice(-2000)).split('\n');
  return (lines.findLast((line) => line.trim() !== '') ?? '').trim().slice(0, 70);
}

export class StageLog {
  private readonly isStreamed: boolean;
  private readonly started = performance.now();
  private readonly running = new Map<string, Running>();
  private readonly timer: NodeJS.Timeout;

  /** `isStreamed`: there is only one stage, whose output is printed as it comes. */
  constructor({ isStreamed }: { isStreamed: boolean }) {
    this.isStreamed = isStreamed;
    this.timer = setInterval(() => this.printProgress(), everySeconds * 1000);
    process.once('exit', () => this.printUnfinished());
  }

  /** A stage begins; returns what takes its output. */
  begin(name: string, proves: string): (chunk: string) => void {
    const stage = { begun: performance.now(), proves, output: '' };
    this.running.set(name, stage);
    console.log(
      this.isStreamed ? `\n=== ${name}: ${proves}\n` : `[${this.time()}] ${name} begins: ${proves}`,
    );
    return (chunk) => {
      stage.output += chunk;
      if (this.isStreamed) process.stdout.write(chunk);
    };
  }

  /** A stage has ended. */
  finish(name: string, { passed, failed, skipped, seconds }: Counts & { seconds: number }): void {
    const { proves, output } = this.running.get(name)!;
    this.running.delete(name);
    if (!this.isStreamed) console.log(`\n=== ${name}: ${proves}\n\n${output.trimEnd()}\n`);
    console.log(
      `[${this.time()}] ${name} ended after ${clock(seconds * 1000)}: ${passed} passed, ${failed} failed, ${skipped} skipped`,
    );
  }

  /** Stops the line of progress. */
  end(): void {
    clearInterval(this.timer);
  }

  private time(): string {
    return clock(performance.now() - this.started);
  }

  private printProgress(): void {
    for (const [name, { begun, output }] of this.running) {
      console.log(
        `[${this.time()}] ${name} runs for ${clock(performance.now() - begun)}: ${lastLine(output)}`,
      );
    }
  }

  /** What stages had to say when the whole run was broken off. */
  private printUnfinished(): void {
    if (this.isStreamed) return;
    for (const [name, { output }] of this.running) {
      console.log(`\n=== ${name}, broken off:\n\n${output.trimEnd()}`);
    }
  }
}
