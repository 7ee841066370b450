import { ContextEvent } from '@lit/context';
import { expect } from '@open-wc/testing';
import '../../src/define/booking.js';
import * as contexts from '../../src/state/contexts.js';

describe('contexts of the booking page', () => {
  for (const [name, context] of Object.entries(contexts)) {
    it(`[P-39] ${name} is provided before anything inside can ask, whatever is loaded later`, () => {
      // Not in the page: nothing is rendered, and no code of a later step is there.
      const booking = document.createElement('opus-booking');
      const consumer = booking.appendChild(document.createElement('div'));
      const heard: unknown[] = [];
      document.body.append(booking);
      consumer.dispatchEvent(
        new ContextEvent(context as never, consumer, (value: unknown) => heard.push(value), true),
      );
      booking.remove();
      expect(heard.length).to.equal(1);
    });
  }
});
