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
  route = fromHash(location.hash);

  constructor(private readonly host: ReactiveControllerHost) {
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
    this.route = fromHash(location.hash);
    this.host.requestUpdate();
  };
}

/** The token of an invitation's link (`#invitation=TOKEN`), which is taken out of the address at once; undefined without one. */
export function takeInvitation(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get('invitation') ?? undefined;
  if (token) history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  return token;
}
