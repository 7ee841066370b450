// A patient in front of the widget: books, moves the appointment, and cancels it.
import type { Page } from '@playwright/test';
import { messages } from '../../test/e2e/inbox.js';
import { OwnPage } from '../../test/e2e/own-page.js';
import type { Patient } from '../../test/e2e/patients.js';
import { persist, press, presses, textOf, type Act } from './persist.js';

/** What the widget says at the end; undefined: it did not get there in all that time, `seen` is what was on the screen last. */
export interface Outcome {
  told: string | undefined;
  seen: string;
}

export class PatientAtWidget {
  readonly #own: OwnPage;
  readonly #origin: string;
  readonly #patient: Patient;
  readonly #random: () => number;

  constructor(page: Page, origin: string, patient: Patient, random: () => number) {
    this.#own = new OwnPage(page, 'nb');
    this.#origin = origin;
    this.#patient = patient;
    this.#random = random;
  }

  /** Books a time, until there is a receipt. */
  async book(): Promise<Outcome> {
    const own = this.#own;
    const { words } = own;
    /** From what has to be done first to what the way consists of. */
    const acts: readonly Act[] = [
      presses(own.button(words.tryAgain)),
      [own.field(words.codeLabel), () => this.#enterCode((code) => own.confirm(code))],
      presses(own.button(words.bookTime)),
      [
        own.field(words.firstName),
        async () => {
          await own.fillDetails(this.#patient);
          await press(own.button(words.toReview));
        },
      ],
      this.#takesTime(),
      presses(own.card(/^Opus Dental Klinikken/)),
      presses(own.card(/^Undersøkelse/)),
      presses(own.card(/^Evelyn Andersen/)),
      this.#seesNextWeek(),
    ];
    return this.#outcome(await persist(own.receipt, acts, this.#random));
  }

  /** Logs in by SMS after the receipt, and moves the appointment. */
  async move(): Promise<Outcome> {
    const own = this.#own;
    const done = own.widget.getByRole('heading', { name: own.own.movedHeading });
    const acts = [
      presses(own.button(own.words.tryAgain)),
      presses(own.button(own.own.moveNow)),
      this.#takesTime(),
      this.#seesNextWeek(),
      presses(own.list.getByRole('button', { name: own.own.moveAppointment })),
      ...this.#logsIn(),
    ];
    return this.#outcome(await persist(done, acts, this.#random));
  }

  /** Cancels the appointment that was moved. */
  async cancel(): Promise<Outcome> {
    const own = this.#own;
    const dialog = own.widget.getByRole('dialog');
    const acts = [
      presses(dialog.getByRole('button', { name: own.own.cancelNow, exact: true })),
      presses(own.button(own.words.tryAgain)),
      presses(own.button(own.own.backToList)),
      presses(own.list.getByRole('button', { name: own.own.cancelAppointment })),
      ...this.#logsIn(),
    ];
    const done = own.list.getByText(own.own.stateCancelled);
    return this.#outcome(await persist(done, acts, this.#random));
  }

  async #outcome(isDone: boolean): Promise<Outcome> {
    const seen = await textOf(this.#own.widget).catch(() => '');
    return { told: isDone ? seen : undefined, seen };
  }

  #takesTime(): Act {
    const { times } = this.#own;
    const take = async () => {
      const count = Math.min(8, await times.count());
      await press(times.nth(Math.floor(this.#random() * count)));
    };
    return [times, take];
  }

  #seesNextWeek(): Act {
    const { calendar, words } = this.#own;
    return presses(calendar.getByRole('button', { name: words.nextWeek, exact: true }));
  }

  #logsIn(): Act[] {
    const own = this.#own;
    const { words } = own;
    const login = own.widget.locator('opus-login');
    const nationalId = login.getByRole('textbox', { name: words.nationalId(this.#patient.market) });
    const fill = async () => {
      await nationalId.fill(this.#patient.nationalId);
      await login.getByRole('textbox', { name: words.mobile }).fill(this.#patient.mobile);
      await press(login.getByRole('button', { name: own.own.sendLoginCode }));
    };
    const code = login.getByRole('textbox', { name: words.codeLabel });
    const enter = async (digits: string) => {
      await code.fill(digits);
      await press(login.getByRole('button', { name: words.logIn, exact: true }));
    };
    return [
      // A login opens one session: where its answer was lost, the patient asks for another code, which may be some seconds away.
      [
        login.getByText(own.own.loginCodeOver),
        () => press(login.getByRole('button', { name: words.resendCode })),
      ],
      [code, () => this.#enterCode(enter)],
      [nationalId, fill],
      presses(own.button(words.logIn)),
    ];
  }

  async #enterCode(enter: (code: string) => Promise<unknown>): Promise<void> {
    const { mobile } = this.#patient;
    const text = (await messages(this.#origin)).find(
      ({ to, channel, text: words }) =>
        channel === 'sms' && to.endsWith(mobile) && /\b\d{6}\b/.test(words),
    )?.text;
    const code = /\b\d{6}\b/.exec(text ?? '')?.[0];
    if (code) await enter(code);
  }
}
