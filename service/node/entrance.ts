import { setTimeout as pause } from 'node:timers/promises';
import { busy } from '../context/admission.js';
import type { SiteFetch } from '../hosted/hosted-site.js';
import { alive, notReady } from '../http/health.js';
import { toResponse } from '../http/routing/problem-response.js';

/** How long an early request waits for the service, milliseconds; browsers give up after ten seconds. */
const longestWait = 8000;

/** What requests meet first: a service that starts, works or stops (N-07). */
export interface Entrance {
  fetch: SiteFetch;
  /** From now on requests reach the site; those that waited go first. */
  open: (site: SiteFetch) => void;
  /** From now on the service is not ready, and still works. */
  announceEnd: () => void;
  /** Lets nobody in any more; resolves when the last answer is given, or after so many milliseconds. */
  close: (patience: number) => Promise<void>;
}

export function createEntrance(): Entrance {
  let state: 'starting' | 'open' | 'ending' | 'closed' = 'starting';
  let opened: (site: SiteFetch) => void;
  const site = new Promise<SiteFetch>((resolve) => (opened = resolve));
  let inside = 0;
  let emptied = () => {};

  async function enter(request: Request, environment: unknown): Promise<Response> {
    inside += 1;
    try {
      const found = await (state === 'starting' ? withPatience(site) : site);
      return found ? await found(request, environment) : toResponse(busy());
    } finally {
      inside -= 1;
      if (inside === 0) emptied();
    }
  }

  return {
    async fetch(request, environment) {
      const { pathname } = new URL(request.url);
      // Whoever watches the process must not wait for what it does.
      if (pathname === '/healthz') return alive();
      if (pathname === '/readyz' && state !== 'open') return notReady();
      const response = state === 'closed' ? toResponse(busy()) : await enter(request, environment);
      return state === 'closed' ? lastOf(response) : response;
    },
    open(found) {
      state = 'open';
      opened(found);
    },
    announceEnd() {
      state = 'ending';
    },
    async close(patience) {
      state = 'closed';
      if (inside === 0) return;
      const empty = new Promise<void>((resolve) => (emptied = resolve));
      await Promise.race([empty, pause(patience, undefined, { ref: false })]);
    },
  };
}

function withPatience(site: Promise<SiteFetch>): Promise<SiteFetch | undefined> {
  return Promise.race([site, pause(longestWait, undefined, { ref: false })]);
}

/** The answer after which a connection ends, so that its caller goes to another process. */
function lastOf(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('Connection', 'close');
  return new Response(response.body, { status: response.status, headers });
}
