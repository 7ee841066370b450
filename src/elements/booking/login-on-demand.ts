import type { LitElement } from 'lit';
import type { BookingApi } from '../../api/booking-api.js';
import { BookingError } from '../../api/booking-error.js';
import { canLogIn } from '../../domain/can-log-in.js';
import type { BookingController } from '../../state/booking/booking-controller.js';
import { renderSkeleton } from '../../theme/skeleton.js';
import type { FocusController } from '../focus-controller.js';
import type { BookingView } from './booking-view.js';
import type { LoggedInHost, LoggedInViews } from './logged-in-views.js';

/** Loads what logging in adds to the page when the patient wants to log in, or has to (P-33, P-34). */
export class LoginOnDemand {
  /** Undefined until its code is loaded. */
  views: LoggedInViews | undefined;
  /** The booking's calls; with the session once logging in is loaded. */
  private calls: BookingApi | undefined;
  /** The view that is shown as soon as its code is loaded. */
  private asked: 'login' | 'appointments' | undefined;

  constructor(
    private readonly host: LitElement & LoggedInHost,
    private readonly controller: BookingController,
    private readonly focusing: FocusController,
    /** Resolves when the page has a language. */
    private readonly languageReady: Promise<void>,
  ) {}

  /** What replaces the booking; a skeleton while its code is being loaded. */
  render(view: BookingView): unknown {
    const { controller, host, views } = this;
    if (views) return views.render(view);
    const isAwaited = host.view !== undefined && canLogIn(view.account) && !controller.failure;
    return isAwaited ? renderSkeleton('line', 'big') : undefined;
  }

  /** Shows a view, once its code is loaded. */
  readonly see = (view: 'login' | 'appointments'): void => {
    if (this.views) this.views.show(view);
    else this.host.view = this.asked = view;
  };

  /** The booking's calls, which carry the session as soon as there is one (P-33). */
  readonly wrapWithSession = async (api: BookingApi): Promise<BookingApi> => {
    this.calls = api;
    await this.follow();
    return new Proxy(api, {
      get: (_, name: keyof BookingApi) => this.calls?.[name]?.bind(this.calls),
    });
  };

  /** Ends the session: another account is shown. */
  end(): void {
    this.calls = this.asked = this.views = this.views?.end();
  }

  /** Loads the login where the view or the account asks for it, and the account has a way to log in (P-34). */
  async follow(): Promise<void> {
    const { account } = this.controller;
    const isNeeded = this.host.view || account?.settings.newBookingRequiresLogin;
    if (this.calls && account && isNeeded && canLogIn(account)) await this.bring();
  }

  async bring(): Promise<void> {
    try {
      const [{ LoggedInViews }] = await Promise.all([
        import('./logged-in-views.js'),
        this.languageReady,
      ]);
      await LoggedInViews.loadWords(this.host.language);
      if (!this.calls || this.views) return;
      this.views = new LoggedInViews(this.host, this.controller, this.focusing);
      this.calls = this.views.wrapWithSession(this.calls);
      if (this.asked) this.views.show(this.asked);
    } catch (cause) {
      const kind = navigator.onLine ? 'unreachable' : 'offline';
      this.controller.fail(new BookingError(kind, { cause }), 'times', () => void this.bring());
    }
  }
}
