import type { ChangedDays, TimebookChanges } from '../../timebook/changes.js';

/** How long one answer lasts, in seconds; clients come again, with the last id that they have. */
export const longestStream = 90;

/** Something is said at least so often, in milliseconds, so that nothing between takes the connection for dead. */
const pulse = 15_000;

/** Events that a reader who has stopped reading may be behind before the stream ends. */
const mostBehind = 64;

export interface StreamOptions {
  accountId: string;
  /** What the client knows already. */
  revision: number;
  seconds: number;
  signal: AbortSignal;
  /** Whether the caller may still read; asked at each pulse. */
  mayRead: () => Promise<boolean>;
}

/** Changes of a timebook as server-sent events (HTML, 9.2): `change` with the days, whose id is the revision. */
export function timebookStream(
  changes: TimebookChanges,
  { accountId, revision, seconds, signal, mayRead }: StreamOptions,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOver = false;
        const say = (text: string) => {
          if (isOver) return;
          if ((controller.desiredSize ?? 0) < -mostBehind) stop();
          else controller.enqueue(encoder.encode(text));
        };
        const tell = ({ revision: id, days }: ChangedDays) =>
          say(`id: ${id}\nevent: change\ndata: ${JSON.stringify({ days })}\n\n`);
        const unwatch = changes.watch(accountId, revision, tell);
        const beat = setInterval(() => {
          void mayRead().then((may) => (may ? say(': \n\n') : stop()), stop);
        }, pulse);
        const end = setTimeout(() => stop(), seconds * 1000);
        stop = () => {
          if (isOver) return;
          isOver = true;
          unwatch();
          clearInterval(beat);
          clearTimeout(end);
          signal.removeEventListener('abort', stop);
          try {
            controller.close();
          } catch {
            // The client is gone already.
          }
        };
        signal.addEventListener('abort', stop);
        say(`id: ${revision}\nretry: 1000\nevent: ready\ndata: {}\n\n`);
        if (seconds === 0) stop();
      },
      cancel: () => stop(),
    },
    { highWaterMark: mostBehind },
  );
}
