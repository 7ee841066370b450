import { expect } from '@open-wc/testing';
import '../../src/define/appointments.js';
import '../../src/define/appointment-receipt.js';
import '../../src/define/appointment-review.js';
import '../../src/define/cancel-dialog.js';
import '../../src/define/login.js';
import '../../src/define/session-code.js';
import '../../src/define/time-alert.js';
import '../../src/define/week-calendar.js';
import type { HoldRequest } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { appointmentWords } from '../../src/locales/appointment-words.js';
import { load, loadLocale } from '../../src/locales/load-locale.js';
import { loginWords } from '../../src/locales/login-words.js';
import { nextMonday } from '../state/support/scripted-api.js';
import { openAppointments, ownIn, type AppointmentsPage } from './support/appointments-page.js';
import { focused } from './support/form-page.js';
import { waitUntil } from '../support/wait-until.js';

/** Chooses the first free time of the week that has some. */
async function chooseTime(page: AppointmentsPage): Promise<void> {
  await page.press('Move: ');
  // The calendar opens at the week of the present time, the free ones lie before.
  await page.press('Previous week');
  await page.press(/, \d\d:\d\d – \d\d:\d\d/);
  await page.shows('Is this right?');
  await page.shows('Reserved for you until');
}

describe('opus-appointments: moving', function () {
  this.timeout(8_000);

  before(async () => {
    await Promise.all([loadLocale('en'), load(appointmentWords, 'en'), load(loginWords, 'en')]);
  });

  it('[P-36] moves: times, review, one button, and the new time in a sentence', async () => {
    const page = await openAppointments();
    await chooseTime(page);
    await page.shows('You keep it until you have confirmed the new one.');
    const moved = ownIn(page.api);
    page.own.next('moveAppointment', () => {
      page.own.list = {
        appointments: [{ ...moved, slot: { ...moved.slot, start: nextMonday() } }],
        recalls: [],
      };
    });
    const told: string[] = [];
    page.element.addEventListener('opus-moved', (event) =>
      told.push(`${event.clinic} ${event.clinician}`),
    );
    await page.press('Move the appointment');
    await page.shows('The appointment is moved');
    await page.shows('Your new time with Lise Negård is Monday');
    expect(told).to.deep.equal(['hvalstad lise']);
    await waitUntil(() => focused()?.textContent.includes('The appointment is moved'));
    await page.press('Back to my appointments');
    await page.shows('My appointments');
    await waitUntil(() => focused()?.textContent.includes('My appointments'));
  });

  it('[P-36] asks for the times of the appointment, and holds one for it', async () => {
    const page = await openAppointments();
    await chooseTime(page);
    const [query] = page.api.last('slots') as [Record<string, string>];
    expect(query).to.include({ appointment: 'own-1', clinic: 'hvalstad', clinician: 'lise' });
    const [request] = page.api.last('hold') as [Record<string, string>];
    expect(request).to.include({ appointment: 'own-1', start: nextMonday() });
  });

  it('[A-17] the weeks end where the appointment can no longer be moved to', async () => {
    const monday = nextMonday(7 * 24 * 60);
    const page = await openAppointments({
      change: (api, own) => {
        const from = monday.slice(0, 10);
        const appointment = ownIn(api);
        own.list = {
          appointments: [
            { ...appointment, move: { ...appointment.move, from, to: addDays(from, 6) } },
          ],
          recalls: [],
        };
      },
    });
    await page.press('Move: ');
    await waitUntil(() => page.find('Previous week'));
    const asked = () => page.api.calls.filter(({ name }) => name === 'slots').length;
    await waitUntil(() => asked() > 0 && page.text().includes('No free times this week'));
    const before = asked();
    for (const name of ['Previous week', 'Next week', 'This week']) {
      await page.press(name);
      expect(page.find(name)?.ariaDisabled, name).to.equal('true');
      expect(focused()).to.equal(page.find(name));
    }
    expect(asked()).to.equal(before);
  });

  it('[P-36] gives the held time back when the patient leaves', async () => {
    const page = await openAppointments();
    await chooseTime(page);
    await page.press('Choose another time');
    await page.press('Back to my appointments');
    await page.shows('Coming');
    await waitUntil(() => page.api.count('releaseHoldOnLeave') + page.api.count('releaseHold') > 0);
  });

  describe('by the link of a message', () => {
    const linked = {
      appointment: 'own-1',
      do: 'move',
      time: { start: nextMonday(), clinic: 'hvalstad', clinician: 'lise' },
    };

    it('[P-48] holds the time before its patient has logged in, and swaps it for that of the move', async () => {
      const page = await openAppointments({ session: null, inputs: linked });
      await page.shows('Reserved for you until');
      page.session.take(page.own.open());
      await page.shows('Is this right?');
      await page.shows('Reserved for you until');
      const holds = page.api.calls.filter(({ name }) => name === 'hold').map(({ args }) => args);
      expect(holds.map(([request]) => (request as HoldRequest).appointment)).to.deep.equal([
        undefined,
        'own-1',
      ]);
      expect(holds[1]?.[1], 'the same token, so that nobody comes between').to.equal(holds[0]?.[1]);
      expect(page.api.count('releaseHold') + page.api.count('releaseHoldOnLeave')).to.equal(0);
    });

    it('[P-48] gives it back where nobody logs in, and where the appointment cannot move any more', async () => {
      const left = await openAppointments({ session: null, inputs: linked });
      await left.shows('Reserved for you until');
      left.element.remove();
      await waitUntil(() => left.api.count('releaseHoldOnLeave') === 1);

      const late = await openAppointments({
        session: null,
        inputs: linked,
        change: (api, own) => {
          const move = { allowed: false, reason: 'deadline' } as const;
          own.list = { appointments: [ownIn(api, { move })], recalls: [] };
        },
      });
      await late.shows('Reserved for you until');
      late.session.take(late.own.open());
      await late.shows('Coming');
      await waitUntil(() => late.api.count('releaseHoldOnLeave') === 1);
    });

    it('[P-23] a time that is taken already is told after the login, with others', async () => {
      const page = await openAppointments({
        session: null,
        inputs: linked,
        change: (api) => api.take(nextMonday()),
      });
      await waitUntil(() => page.api.count('hold') === 1);
      expect(page.text()).not.to.contain('Reserved for you until');
      page.session.take(page.own.open());
      await page.shows('Somebody else just took that time');
    });
  });

  it('[P-48] an appointment’s own card asks for news of an earlier time, and opens the form in its place', async () => {
    const page = await openAppointments({
      change: (api) => {
        const { settings } = api.value;
        api.value = { ...api.value, settings: { ...settings, timeAlerts: true } };
        Object.assign(api, { alerts: () => Promise.reject(new Error('Not asked here.')) });
      },
    });
    await page.press('Tell me if an earlier time opens: Exam');
    await page.shows('Be told of an earlier time');
    expect(page.find('Tell me if an earlier time opens')).to.equal(undefined);
    const form = page.element.renderRoot.querySelector('opus-time-alert');
    const { width } = form!.getBoundingClientRect();
    expect(width, 'as wide as the card').to.be.greaterThan(280);
    await page.press('Move: ');
    await page.press('Back to my appointments');
    await page.shows('Coming');
    expect(page.find('Tell me if an earlier time opens'), 'the button again').not.to.equal(
      undefined,
    );
  });

  it('[P-23] a time that is taken: told at once, others offered, the old one stays', async () => {
    const page = await openAppointments();
    page.api.next('hold', () => page.api.take(nextMonday()));
    await page.press('Move: ');
    await page.press('Previous week');
    await page.press(/, \d\d:\d\d – \d\d:\d\d/);
    await page.shows('You still have your present time. Choose one of these instead:');
    await waitUntil(() => focused()?.textContent.includes('Somebody else just took that time'));
    await page.press(/^Monday .* with Lise/);
    await page.shows('Is this right?');
    await page.shows('Reserved for you until');
  });

  it('[P-36] after a lost answer the same request goes out again', async () => {
    const page = await openAppointments();
    await chooseTime(page);
    page.own.next('moveAppointment', 'timeout');
    await page.press('Move the appointment');
    await page.shows('you never lose a time that you have, and never get two');
    await page.press('Try again');
    await page.shows('The appointment is moved');
    const calls = page.own.calls.filter(({ name }) => name === 'moveAppointment');
    expect(calls).to.have.lengthOf(2);
    expect(calls[0]?.args).to.deep.equal(calls[1]?.args);
  });

  it('[P-43] where the session needs a code, it comes before the move, which then goes on by itself', async () => {
    const page = await openAppointments({ session: { needsCode: true } });
    await chooseTime(page);
    await page.press('Move the appointment');
    await waitUntil(() => page.element.renderRoot.querySelector('opus-session-code'));
    expect(page.own.count('moveAppointment')).to.equal(0);
    await page.session.confirm('123456');
    await page.shows('The appointment is moved');
    expect(page.own.count('moveAppointment')).to.equal(1);
  });

  it('[P-43] there is one way out of the code, back to the chosen time, and nothing has moved', async () => {
    const page = await openAppointments({ session: { needsCode: true } });
    await chooseTime(page);
    await page.press('Move the appointment');
    await waitUntil(() => page.find(/^Cancel$/));
    expect(page.buttonNames().filter((name) => /^(Cancel|Go back)/.test(name))).to.deep.equal([
      'Cancel',
    ]);
    await page.press(/^Cancel$/);
    await waitUntil(() => page.find('Move the appointment'));
    expect(page.own.count('moveAppointment')).to.equal(0);
  });

  it('is accessible at every place', async () => {
    const page = await openAppointments();
    await page.shows('Lise Negård');
    await expect(page.element).to.be.accessible();
    await chooseTime(page);
    await expect(page.element).to.be.accessible();
    await page.press('Choose another time');
    await page.shows('Choose a time');
    await expect(page.element).to.be.accessible();
    await page.press('Back to my appointments');
    await page.press('Cancel: ');
    await page.shows('Cancel the appointment?');
    await expect(page.element).to.be.accessible();
  });
});
