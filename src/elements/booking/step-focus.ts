import type { LitElement } from 'lit';
import type { Language } from '../../contract/index.js';
import type { Part } from '../../domain/selection.js';
import { pagesOf } from '../../domain/step-order.js';
import type { Localizer } from '../../locales/localizer.js';
import { stepKeys } from '../../locales/step-words.js';
import type { BookingController } from '../../state/booking/booking-controller.js';
import { lacksTime, type BookingFailure } from '../../state/booking/booking-state.js';
import { FocusController } from '../focus-controller.js';
import { droppedWords, isClosed, isCodeError } from './booking-view.js';

/** Focus and announcements of the booking: steps, failures, and the account closing or opening (P-40). */
export class StepFocus extends FocusController {
  #shownFailure: BookingFailure | undefined;
  #announcedLanguage: Language | undefined;
  #wasClosed: boolean | undefined;

  constructor(
    host: LitElement,
    private readonly booking: () => {
      readonly controller: BookingController;
      readonly words: Localizer;
    },
  ) {
    super(host);
  }

  hostUpdate(): void {
    const { controller, words } = this.booking();
    // A screen reader would read a text of the former language in the voice of the new one.
    if (this.announced && this.#announcedLanguage !== words.lang())
      this.announced = this.#position();
    this.#announcedLanguage = words.lang();
    const { account, failure } = controller.state;
    const isClosedNow = account && isClosed(account, controller);
    if (this.#wasClosed !== undefined && isClosedNow !== undefined) {
      if (isClosedNow !== this.#wasClosed) this.moveFocus(isClosedNow ? 'error' : 'step');
    }
    this.#wasClosed = isClosedNow;
    if (failure === this.#shownFailure) return;
    this.#shownFailure = failure;
    // What fails in the background is announced, but does not take focus.
    const isOfPatient = failure && failure.during !== 'account' && failure.during !== 'times';
    if (isOfPatient && !isCodeError(failure, controller)) this.moveFocus('error');
  }

  protected override announcementFor(id: string): string {
    return id === 'view' ? '' : this.#position();
  }

  /** What the focused heading does not say: which step of how many this is, and what the last change removed (P-05). */
  #position(): string {
    const { controller, words } = this.booking();
    const { account, flow, appointment } = controller.state;
    if (!account || !flow || appointment) return '';
    const pages = pagesOf(account.settings);
    const name = (part: Part) => words.term(stepKeys[part]);
    const names = (pages[flow.page]?.parts ?? []).map(name).join(', ');
    const step = words.term('stepShown', flow.page + 1, pages.length, names);
    const lack = lacksTime(controller.state) ? words.term('chooseTimeFirst') : '';
    return [lack, step, droppedWords({ controller, words })].filter(Boolean).join(' ');
  }
}
