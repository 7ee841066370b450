import type { LitElement, ReactiveController } from 'lit';
import type { Account } from '../contract/index.js';
import type { SetUp } from './set-up-problems.js';

/** Milliseconds that a page has to set `account` after it has added the element. */
const patience = 2_000;

/** Tells whoever set the page up what is wrong with it; the sentences are loaded only then. */
export class SetUpCheck implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: LitElement & SetUp & { readonly client?: unknown },
    /** No account is set: nothing will ever be loaded. */
    private readonly missing: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setTimeout(() => {
      if (!this.host.account && !this.host.client) this.missing();
    }, patience);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** The account is there: says so where nobody can log in on this page. */
  reached({ loginPage }: Account): void {
    if (loginPage !== undefined) this.#tell(({ tellUnlisted }, element) => tellUnlisted(element));
  }

  /** The account could not be read; `kind` is that of the failure. */
  failed(kind: string): void {
    this.#tell(({ tellAccountProblem }, element) => tellAccountProblem(element, kind));
  }

  /** An attribute has a value that means nothing. */
  ignored(): void {
    this.#tell(({ tellAttributes }, element) => tellAttributes(element));
  }

  /** Says one of the sentences in the console. */
  #tell(say: (problems: typeof import('./set-up-problems.js'), host: SetUp) => void): void {
    import('./set-up-problems.js').then(
      (problems) => say(problems, this.host),
      () => undefined,
    );
  }
}
