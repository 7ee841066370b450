import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where one is in the console: a page, and what of it is open. */
export interface Route {
  readonly page: string;
  readonly parts: readonly string[];
}

/** A place in the console as the fragment of an address, which no server sees: `#people/clinicians/lise`. */
export function toHash({ page, parts }: { page: string; parts?: readonly string[] }): string {
  return `#${[page, ...(parts ?? [])].map(encodeURIComponent).join('/')}`;
}

export function fromHash(hash: string): Route {
  const [page = '', ...parts] = hash.replace(/^#/, '').split('/').map(decode);
  return { page, parts };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Follows the fragment of the page's address. */
export class RouteController implements ReactiveController {
  route = fromHash(hasArrival() ? '' : location.hash);

  /** `arrived`: somebody opened a link with an invitation where the console was open already. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly arrived: () => void = () => undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#follow);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#follow);
  }

  go(page: string, ...parts: string[]): void {
    location.hash = toHash({ page, parts });
  }

  readonly #follow = () => {
    if (hasArrival()) {
      this.arrived();
      return;
    }
    this.route = fromHash(location.hash);
    this.host.requestUpdate();
  };
}

/** What a link or a provider gave the console in the fragment of its address, besides a place in it. */
export interface Arrival {
  /** Token of an invitation (`#invitation=TOKEN`). */
  readonly invitation?: string | undefined;
  /** How a visit to a provider ended that signed nobody in (`#sign-in=unknown`). */
  readonly signIn?: string | undefined;
}

/** Whether the address has something that is no place in the console. */
export const hasArrival = (): boolean => /^#(?:invitation|sign-in)=/.test(location.hash);

/** What came in the address, which is taken out of it at once: a token must not stay in the history. */
export function takeArrival(): Arrival {
  if (!hasArrival()) return {};
  const given = new URLSearchParams(location.hash.slice(1));
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  return {
    invitation: given.get('invitation') ?? undefined,
    signIn: given.get('sign-in') ?? undefined,
  };
}
