import type { LitElement } from 'lit';
import type { BookingApi } from '../../api/booking-api.js';
import { unreachable } from '../../api/booking-error.js';
import { canLogIn } from '../../domain/can-log-in.js';
import type { BookingController } from '../../state/booking/booking-controller.js';
import type { SessionController } from '../../state/session/session-controller.js';
import { tellBrokenScript } from '../../state/browser/broken-script.js';
import { renderSkeleton } from '../../theme/skeleton.js';
import type { FocusController } from '../focus-controller.js';
import type { BookingView } from './booking-view.js';
import type { LoggedInHost, LoggedInViews } from './logged-in-views.js';

/** Loads what logging in adds to the page when the patient wants to log in, or has to (P-33, P-34). */
export class LoginOnDemand {
  /** Undefined until its code is loaded. */
  views: LoggedInViews | undefined;
  /** The service's client; carries the session once logging in is loaded. */
  #api: BookingApi | undefined;
  /** The view that is shown as soon as its code is loaded. */
  #asked: 'login' | 'appointments' | undefined;

  constructor(
    private readonly host: LitElement & LoggedInHost,
    private readonly controller: BookingController,
    private readonly focusing: FocusController,
    /** Resolves when the page has a language. */
    private readonly languageReady: Promise<void>,
    /** Hands the session to the elements inside. */
    private readonly provideSession: (session: SessionController | undefined) => void,
  ) {}

  /** What replaces the booking; a skeleton while its code is being loaded. */
  render(view: BookingView): unknown {
    const { controller, host, views } = this;
    if (views) return views.render(view);
    const isAwaited =
      host.view !== undefined && canLogIn(view.account) && !controller.state.failure;
    return isAwaited ? renderSkeleton('line', 'big') : undefined;
  }

  /** Shows a view, once its code is loaded. */
  readonly see = (view: 'login' | 'appointments'): void => {
    if (this.views) this.views.show(view);
    else this.host.view = this.#asked = view;
  };

  /** Takes the service's client; resolves when it carries the session, if this booking needs one from the start (P-34). */
  readonly connect = async (api: BookingApi): Promise<void> => {
    this.#api = api;
    await this.follow();
  };

  /** Ends the session: another account is shown. */
  end(): void {
    if (this.#api) this.#api.sessionProvider = undefined;
    this.#api = this.#asked = this.views = this.views?.end();
  }

  /** Loads the login where the view or the account asks for it, and the account has a way to log in (P-34). */
  async follow(): Promise<void> {
    const { account } = this.controller.state;
    const isNeeded = this.host.view || account?.settings.newBookingRequiresLogin;
    if (this.#api && account && isNeeded && canLogIn(account)) await this.bring();
  }

  async bring(): Promise<void> {
    try {
      const [{ LoggedInViews }] = await Promise.all([
        import('./logged-in-views.js'),
        this.languageReady,
      ]);
      await LoggedInViews.loadWords(this.host.language);
      const api = this.#api;
      if (!api || this.views) return;
      this.views = new LoggedInViews(
        this.host,
        this.controller,
        api,
        this.focusing,
        this.provideSession,
      );
      this.host.requestUpdate();
      if (this.#asked) this.views.show(this.#asked);
    } catch (cause) {
      tellBrokenScript(cause);
      this.controller.fail(unreachable(cause), 'times', () => void this.bring());
    }
  }
}
