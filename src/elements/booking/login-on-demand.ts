import type { LitElement } from 'lit';
import type { BookingApi } from '../../api/booking-api.js';
import { BookingError } from '../../api/booking-error.js';
import { canLogIn } from '../../domain/can-log-in.js';
import type { BookingController } from '../../state/booking/booking-controller.js';
import { renderSkeleton } from './frame.js';
import type { LoggedInHost, LoggedInViews } from './logged-in-views.js';
import type { BookingView } from './view.js';

/** What logging in adds to the page: its code comes when somebody wants to log in, or has to (P-33, P-34). */
export class LoginOnDemand {
  /** Once it is there. */
  views: LoggedInViews | undefined;
  /** The service's client; carries the session once there is a way to log in. */
  private api: BookingApi | undefined;
  /** What the patient asked to see before its code was there. */
  private asked: 'login' | 'appointments' | undefined;

  constructor(
    private readonly host: LitElement & LoggedInHost,
    private readonly controller: BookingController,
    /** Brings the booking's step into focus. */
    private readonly focusStep: () => void,
    /** Resolves when the page has a language. */
    private readonly languageReady: Promise<void>,
  ) {}

  /** What stands in place of the booking; until its code is there, its size. */
  render(view: BookingView): unknown {
    const { controller, host, views } = this;
    if (views) return views.render(view);
    const isAwaited =
      host.view !== undefined && canLogIn(view.account) && !controller.state.failure;
    return isAwaited ? renderSkeleton(['line', 'big']) : undefined;
  }

  /** Shown as soon as what it takes is there. */
  readonly see = (view: 'login' | 'appointments'): void => {
    if (this.views) this.views.show(view);
    else this.host.view = this.asked = view;
  };

  /** Takes the service's client; resolves when it carries the session, if this booking needs one from the start (P-34). */
  readonly connect = async (api: BookingApi): Promise<void> => {
    this.api = api;
    await this.follow();
  };

  /** Another account: nobody is logged in there. */
  end(): void {
    if (this.api) this.api.sessionProvider = undefined;
    this.api = this.asked = this.views = this.views?.end();
  }

  /** Brings what the patient needs who has to log in for what they are about, and can; an account may ask for it later (P-34). */
  async follow(): Promise<void> {
    const { account } = this.controller.state;
    const isNeeded = this.host.view || account?.settings.newBookingRequiresLogin;
    if (this.api && account && isNeeded && canLogIn(account)) await this.bring();
  }

  async bring(): Promise<void> {
    try {
      const [{ LoggedInViews }] = await Promise.all([
        import('./logged-in-views.js'),
        this.languageReady,
      ]);
      await LoggedInViews.loadWords(this.host.language);
      const { api } = this;
      if (!api || this.views) return;
      this.views = new LoggedInViews(this.host, this.controller, api, this.focusStep);
      this.host.requestUpdate();
      if (this.asked) this.views.show(this.asked);
    } catch (cause) {
      const kind = navigator.onLine ? 'unreachable' : 'offline';
      this.controller.fail(new BookingError(kind, { cause }), 'times', () => void this.bring());
    }
  }
}
