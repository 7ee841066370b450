import { fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { OwnAppointment, Session } from '../../../src/contract/index.js';
import type { Appointments } from '../../../src/elements/appointments/appointments.js';
import { SessionController } from '../../../src/state/session/session-controller.js';
import { ScriptedApi, nextMonday } from '../../state/support/scripted-api.js';
import { ScriptedSessionApi } from '../../state/support/scripted-session-api.js';
import { ElementPage } from './element-page.js';
import { waitUntil } from '../../support/wait-until.js';

/** The patient's own appointment a week after the free times of the scripted service, which can be moved and cancelled. */
export function ownIn(api: ScriptedApi, changes: Partial<OwnAppointment> = {}): OwnAppointment {
  const start = nextMonday(7 * 24 * 60);
  const [clinic] = api.value.clinics;
  if (!clinic) throw new Error('No clinic.');
  const until = nextMonday(6 * 24 * 60);
  return {
    id: 'own-1',
    slot: { start, minutes: 30, clinic: clinic.id, clinician: 'lise', treatment: 'exam' },
    treatment: { id: 'exam', name: 'Exam' },
    clinic,
    clinician: { id: 'lise', name: 'Lise Negård' },
    status: 'booked',
    move: { allowed: true, until },
    cancel: { allowed: true, until },
    ...changes,
  };
}

/** One's own appointments as a patient meets them, whichever element draws what. */
export class AppointmentsPage {
  constructor(
    readonly element: Appointments,
    readonly api: ScriptedApi,
    readonly own: ScriptedSessionApi,
    readonly session: SessionController,
  ) {}

  /** Every element on screen, outermost first. */
  pages(): ElementPage[] {
    const inside = (root: ParentNode): LitElement[] =>
      [...root.querySelectorAll<LitElement>('*')].flatMap((each) =>
        each.localName.startsWith('opus-') && each.shadowRoot
          ? [each, ...inside(each.shadowRoot)]
          : [],
      );
    return [this.element, ...inside(this.element.renderRoot)].map((each) => new ElementPage(each));
  }

  text(): string {
    return this.pages()
      .map((page) => page.text())
      .join(' ')
      .replaceAll('\u00a0', ' ');
  }

  buttonNames(): string[] {
    return this.pages()
      .flatMap((page) => page.buttonNames())
      .map((name) => name.replaceAll('\u00a0', ' '));
  }

  find(name: string | RegExp): HTMLButtonElement | undefined {
    return this.pages()
      .flatMap((page) => page.buttons())
      .find((button) => {
        const own = button.ariaLabel ?? button.textContent.replace(/\s+/g, ' ').trim();
        return typeof name === 'string' ? own.startsWith(name) : name.test(own);
      });
  }

  /** Presses a button as soon as it is there. */
  async press(name: string | RegExp): Promise<void> {
    await waitUntil(
      () => this.find(name),
      `${String(name)} among ${this.buttonNames().join(' | ')}`,
    );
    const button = this.find(name);
    button?.focus();
    button?.click();
    await this.element.updateComplete;
  }

  async shows(text: string | RegExp): Promise<void> {
    const isThere = () =>
      typeof text === 'string' ? this.text().includes(text) : text.test(this.text());
    await waitUntil(isThere, `"${String(text)}" in ${this.text()}`);
  }
}

export interface Opening {
  readonly change?: (api: ScriptedApi, own: ScriptedSessionApi) => void;
  /** How the patient is logged in; null: not at all. */
  readonly session?: Partial<Session> | null;
  readonly inputs?: Partial<Appointments>;
  readonly lang?: string;
}

/** A page that shows own appointments alone. */
export async function openAppointments(opening: Opening = {}): Promise<AppointmentsPage> {
  const api = new ScriptedApi();
  api.value = {
    ...api.value,
    clinicians: api.value.clinicians.map((each) =>
      each.id === 'lise' ? { ...each, name: 'Lise Negård' } : each,
    ),
  };
  const own = new ScriptedSessionApi();
  own.list = { appointments: [ownIn(api)], recalls: [] };
  opening.change?.(api, own);
  const session = new SessionController(own);
  if (opening.session !== null) session.take(own.open(opening.session));
  const element = await fixture<Appointments>(
    html`<opus-appointments
      lang=${opening.lang ?? 'en'}
      .client=${api}
      .session=${session}
      .appointment=${opening.inputs?.appointment ?? ''}
      .do=${opening.inputs?.do ?? ''}
      .time=${opening.inputs?.time}
      .bookingUrl=${opening.inputs?.bookingUrl}
      .idp=${opening.inputs?.idp ?? ''}
    ></opus-appointments>`,
  );
  return new AppointmentsPage(element, api, own, session);
}
