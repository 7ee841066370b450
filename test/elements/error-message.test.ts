import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { BookingError, type BookingErrorKind } from '../../src/api/booking-error.js';
import { errorMessageFor } from '../../src/elements/booking-message.js';
import { en } from '../../src/locales/en.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { Localizer } from '../../src/locales/localizer.js';

class Speaker extends LitElement {
  readonly words = new Localizer(this);
}
customElements.define('test-failure-speaker', Speaker);

describe('[P-40] the message for each kind of failure', () => {
  let words: Localizer;

  before(async () => {
    await loadLocale('en');
    const speaker = new Speaker();
    speaker.lang = 'en';
    ({ words } = speaker);
  });

  // As a record, so that a new kind does not compile without a line here.
  const expected: Record<BookingErrorKind, [heading: string, text: string, action?: string]> = {
    offline: [en.offlineHeading, en.offlineText, 'retry'],
    unreachable: [en.unreachableHeading, en.unreachableText, 'retry'],
    timeout: [en.timeoutHeading, en.timeoutText, 'retry'],
    'slot-taken': [en.slotTakenHeading, en.slotTakenText(false), 'times'],
    'hold-expired': [en.holdExpiredHeading, en.holdExpiredText, 'retry'],
    'rate-limited': [en.rateLimitedHeading, en.rateLimitedText(undefined), 'retry'],
    closed: [en.maintenanceHeading, en.maintenanceText, 'retry'],
    invalid: [en.invalidHeading, en.invalidText],
    'too-many-tries': [en.tooManyTriesHeading, en.tooManyTriesText],
    'code-wrong': [en.codeExpiredHeading, en.codeExpiredText],
    'code-expired': [en.codeExpiredHeading, en.codeExpiredText],
    'login-required': [en.notAllowedHeading, en.notAllowedText],
    'code-required': [en.notAllowedHeading, en.notAllowedText],
    'not-allowed': [en.notAllowedHeading, en.notAllowedText],
    'not-found': [en.brokenHeading, en.brokenText, 'retry'],
    'invalid-answer': [en.brokenHeading, en.brokenText, 'retry'],
    internal: [en.brokenHeading, en.brokenText, 'retry'],
    'idempotency-conflict': [en.brokenHeading, en.brokenText, 'retry'],
    'body-too-large': [en.brokenHeading, en.brokenText, 'retry'],
  };

  for (const [kind, [heading, text, action]] of Object.entries(expected)) {
    it(`${kind}: ${heading}`, () => {
      const error = new BookingError(kind as BookingErrorKind);
      expect(errorMessageFor({ error, during: 'book' }, words)).to.deep.equal({
        heading,
        text,
        action,
      });
    });
  }

  it('not-found of the account: the address is wrong', () => {
    const error = new BookingError('not-found');
    expect(errorMessageFor({ error, during: 'account' }, words).heading).to.equal(
      en.accountNotFoundHeading,
    );
  });
});
