import { expect } from '@open-wc/testing';
import { render } from 'lit';
import type { BookingView } from '../../src/elements/booking/booking-view.js';
import {
  renderAlertOfAppointment,
  renderAlertOfChoice,
} from '../../src/elements/booking/time-alert-views.js';
import { opusAccount } from '../../stories/fixtures/account.js';
import { appointment } from '../../stories/fixtures/patient.js';

/** A page of an account that tells its patients, with a time booked that could be moved online. */
function viewOf(): BookingView {
  const settings = {
    ...opusAccount.settings,
    ...{ timeAlerts: true, viewAppointments: true, moveAppointment: true },
    login: { sms: true, eid: [] },
  };
  return {
    account: { ...opusAccount, settings },
    controller: {
      state: { flow: { selection: { treatment: 'undersokelse' } } },
      reservation: { api: {}, bookingToken: 'token' },
    },
    tags: { isOptionalReady: () => true },
    words: { term: (name: string) => name },
  } as unknown as BookingView;
}

describe('asking to be told of a time', () => {
  it('[P-48] opens where it was asked for, and not at the receipt as well', () => {
    const view = viewOf();
    const place = document.createElement('div');
    const show = (template: unknown) => {
      render(template, place);
      return place.querySelector('opus-time-alert');
    };
    expect(show(renderAlertOfChoice(view))).to.equal(null);
    place.querySelector('button')?.click();
    expect(show(renderAlertOfChoice(view)), 'in the empty week').not.to.equal(null);
    expect(show(renderAlertOfAppointment(view, appointment))).to.equal(null);
    place.querySelector('button')?.click();
    expect(show(renderAlertOfAppointment(view, appointment))).not.to.equal(null);
  });
});
