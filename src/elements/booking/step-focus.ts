import type { LitElement, ReactiveController } from 'lit';
import type { Language } from '../../contract/index.js';
import type { Part } from '../../domain/selection.js';
import { pagesOf } from '../../domain/step-order.js';
import type { Localizer } from '../../locales/localizer.js';
import { stepKeys } from '../../locales/step-words.js';
import type { BookingController } from '../../state/booking/booking-controller.js';
import { lacksTime, type BookingFailure } from '../../state/booking/booking-state.js';
import { droppedWords, isClosed, isCodeError } from './view.js';

/** Leads focus to what the patient's doing brought into view, and says what its heading does not. */
export class StepFocus implements ReactiveController {
  /** What a screen reader is told. */
  announced = '';
  private request: 'step' | 'second' | 'trouble' | undefined;
  private shownFailure: BookingFailure | undefined;
  private spoken: Language | undefined;
  private wasClosed: boolean | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly about: () => {
      readonly controller: BookingController;
      readonly words: Localizer;
    },
  ) {
    host.addController(this);
  }

  /** Focus goes there with the next update, or with the one that brings it. */
  moveFocus(request: 'step' | 'second' | 'trouble'): void {
    this.request = request;
    this.host.requestUpdate();
  }

  /** A failure that follows what the patient did takes focus; one behind the scenes is only told. */
  hostUpdate(): void {
    const { controller, words } = this.about();
    // What was said in another language would be read out in the voice of this one.
    if (this.announced && this.spoken !== words.lang()) this.announced = this.whereabouts();
    this.spoken = words.lang();
    const { account, failure } = controller.state;
    const isClosedNow = account && isClosed(account, controller);
    // The page closes or opens again under the patient's hands (P-40).
    if (this.wasClosed !== undefined && isClosedNow !== undefined) {
      if (isClosedNow !== this.wasClosed) this.request = isClosedNow ? 'trouble' : 'step';
    }
    this.wasClosed = isClosedNow;
    if (failure === this.shownFailure) return;
    this.shownFailure = failure;
    const isOwnDoing = failure && failure.during !== 'account' && failure.during !== 'times';
    if (isOwnDoing && !isCodeError(failure, controller)) this.request = 'trouble';
  }

  hostUpdated(): void {
    if (this.request) void this.move();
  }

  private async move(): Promise<void> {
    const target = this.host.renderRoot.querySelector<LitElement & { focusHeading?: () => void }>(
      `#${this.request}`,
    );
    // Its code, or the account, is still on its way: the update that brings it comes here again.
    if (!target || !customElements.get(target.localName)) return;
    this.request = undefined;
    await target.updateComplete;
    target.focusHeading?.();
    this.announce();
  }

  private announce(): void {
    const announced = this.whereabouts();
    if (announced) this.announced = announced;
    this.host.requestUpdate();
  }

  /** What the heading that takes focus does not say: how far the patient is, and what the last change undid (P-05). */
  private whereabouts(): string {
    const { controller, words } = this.about();
    const { account, flow, appointment } = controller.state;
    if (!account || !flow || appointment) return '';
    const pages = pagesOf(account.settings);
    const name = (part: Part) => words.term(stepKeys[part]);
    const names = (pages[flow.page]?.parts ?? []).map(name).join(', ');
    const where = words.term('stepShown', flow.page + 1, pages.length, names);
    const lack = lacksTime(controller.state) ? words.term('chooseTimeFirst') : '';
    return [lack, where, droppedWords({ controller, words })].filter(Boolean).join(' ');
  }
}
