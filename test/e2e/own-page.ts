import type { Locator, Page } from '@playwright/test';
import type { Language } from '../../src/contract/index.js';
import type { AppointmentMessages } from '../../src/locales/appointment-messages.js';
import { daAppointments } from '../../src/locales/appointments/da.js';
import { fiAppointments } from '../../src/locales/appointments/fi.js';
import { nbAppointments } from '../../src/locales/appointments/nb.js';
import { svAppointments } from '../../src/locales/appointments/sv.js';
import type { LoginMessages } from '../../src/locales/login-messages.js';
import { daLogin } from '../../src/locales/login/da.js';
import { fiLogin } from '../../src/locales/login/fi.js';
import { nbLogin } from '../../src/locales/login/nb.js';
import { svLogin } from '../../src/locales/login/sv.js';
import { BookingPage } from './booking-page.js';
import { newCode } from './inbox.js';
import type { Patient } from './patients.js';

type OwnLanguage = Extract<Language, 'nb' | 'sv' | 'fi' | 'da'>;

const words: Readonly<Record<OwnLanguage, LoginMessages & AppointmentMessages>> = {
  nb: { ...nbLogin, ...nbAppointments },
  sv: { ...svLogin, ...svAppointments },
  fi: { ...fiLogin, ...fiAppointments },
  da: { ...daLogin, ...daAppointments },
};

/** Logging in and own appointments as a patient uses them: by role and name, through every shadow root. */
export class OwnPage extends BookingPage {
  readonly own: LoginMessages & AppointmentMessages;
  readonly list: Locator;

  constructor(page: Page, language: OwnLanguage) {
    super(page, language);
    this.own = words[language];
    this.list = this.widget.locator('opus-appointment-list');
  }

  /** Logs in with the code that comes by SMS; `origin` may be any host of the service. */
  async logInBySms({ market, nationalId, mobile }: Patient, origin: string): Promise<void> {
    const login = this.widget.locator('opus-login');
    await login.getByRole('textbox', { name: this.words.nationalId(market) }).fill(nationalId);
    await login.getByRole('textbox', { name: this.words.mobile }).fill(mobile);
    const code = await newCode(origin, mobile, () =>
      login.getByRole('button', { name: this.own.sendLoginCode }).click(),
    );
    await login.getByRole('textbox', { name: this.words.codeLabel }).fill(code);
    await login.getByRole('button', { name: this.words.logIn, exact: true }).click();
  }

  /** Logs in as a test person at a provider, in the window that it opens. */
  async logInByEid(provider: string, person: string): Promise<void> {
    const opened = this.page.waitForEvent('popup');
    await this.button(this.own.loginWith(provider)).click();
    const window = await opened;
    await window.getByRole('radio', { name: person }).check();
    const closed = window.waitForEvent('close');
    await window.getByRole('button', { name: this.words.logIn }).click();
    await closed;
  }

  /** Gives the code by which somebody who logged in by e-ID confirms moves and cancellations (P-43). */
  async confirmSession(mobile: string, origin: string): Promise<void> {
    const form = this.widget.locator('opus-session-code');
    const code = await newCode(origin, mobile, () =>
      form.getByRole('button', { name: this.own.sendSessionCode }).click(),
    );
    await form.getByRole('textbox', { name: this.words.codeLabel }).fill(code);
    await form.getByRole('button', { name: this.own.confirmSession }).click();
  }

  /** Appointments in the list, in their order. */
  get appointments(): Locator {
    return this.list.locator('li.appointment');
  }

  /** Begins moving the first appointment that can be. */
  async startMove(): Promise<void> {
    await this.list.getByRole('button', { name: this.own.moveAppointment }).first().click();
    await this.calendar.waitFor();
  }

  /** Moves the first appointment that can be to the last free time in view. */
  async move(): Promise<void> {
    await this.startMove();
    await this.toFreeWeek();
    await this.times.last().click();
    await this.button(this.own.moveNow).click();
  }

  /** Cancels the first appointment that can be, through the dialog. */
  async cancel(): Promise<void> {
    await this.list.getByRole('button', { name: this.own.cancelAppointment }).first().click();
    await this.widget
      .getByRole('dialog')
      .getByRole('button', { name: this.own.cancelNow, exact: true })
      .click();
  }
}
