import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type {
  EidProvider,
  EidProviderList,
  Market,
  StaffSettings,
} from '../../../contract/index.js';
import { switchField, textField } from '../../parts/fields.js';
import type { FieldBinding } from '../../parts/fields.js';
import { asStaffError, RecordEditor } from '../../state/record-editor.js';
import { settingsSource } from '../../state/record-sources.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import type { Draft } from './preview-fetch.js';
import { BookingPageSection } from './section.js';
import { switchWords } from './switch-words.js';

type Word = keyof typeof switchWords;

/** A switch of the old window *Fleksibilitet* (S-04). */
interface Switch {
  readonly path: string;
  readonly label: Word;
  readonly hint?: Word;
  /** Why it can't be changed as the others stand. */
  readonly reason?: (settings: StaffSettings, market: Market | undefined) => Word | undefined;
}

/** A provider of e-ID is on where it is on this list. */
const eidPath = 'login.eid.';

const hasMethod = ({ login }: StaffSettings) => login.sms || login.eid.length > 0;
const hasLogin = (settings: StaffSettings) => settings.login.on && hasMethod(settings);
const hasContact = ({ fields }: StaffSettings) => fields.mobile || fields.email;
const asksCode = ({ confirmation, selfCreation }: StaffSettings) =>
  confirmation === 'code' || !selfCreation;
const needsLogin = (settings: StaffSettings) => {
  if (!hasMethod(settings)) return 'needsLogin';
  return settings.login.on ? undefined : 'needsLoginOn';
};
/** The last address that a code can go to stays. */
const lastContact = (other: 'mobile' | 'email') => (settings: StaffSettings) =>
  asksCode(settings) && !settings.fields[other] ? 'lastContact' : undefined;

const groups: readonly { readonly title: Word; readonly switches: readonly Switch[] }[] = [
  {
    title: 'general',
    switches: [
      { path: 'anyClinic', label: 'anyClinic', hint: 'anyClinicHint' },
      { path: 'anyClinician', label: 'anyClinician', hint: 'anyClinicianHint' },
      { path: 'weekendBooking', label: 'weekendBooking', hint: 'weekendBookingHint' },
      {
        path: 'code',
        label: 'code',
        hint: 'codeHint',
        reason: (settings) => {
          if (!settings.selfCreation) return 'alwaysCode';
          return settings.confirmation === 'none' && !hasContact(settings)
            ? 'needsContact'
            : undefined;
        },
      },
      {
        path: 'selfCreation',
        label: 'selfCreation',
        hint: 'selfCreationHint',
        reason: (settings) =>
          settings.selfCreation && !hasContact(settings) ? 'needsContact' : undefined,
      },
      { path: 'patientMessage', label: 'patientMessage', hint: 'patientMessageHint' },
      {
        path: 'marketplace',
        label: 'marketplace',
        hint: 'marketplaceHint',
        // It may always be switched off.
        reason: ({ marketplace }, market) =>
          market === 'SE' || marketplace ? undefined : 'swedenOnly',
      },
    ],
  },
  {
    title: 'login',
    switches: [
      {
        path: 'login.on',
        label: 'loginOn',
        hint: 'loginOnHint',
        reason: (settings) => (hasMethod(settings) ? undefined : 'needsMethod'),
      },
      { path: 'login.sms', label: 'loginSms', hint: 'loginSmsHint' },
      {
        path: 'viewAppointments',
        label: 'viewAppointments',
        hint: 'viewAppointmentsHint',
        reason: needsLogin,
      },
      {
        path: 'newBookingRequiresLogin',
        label: 'newBookingRequiresLogin',
        hint: 'newBookingRequiresLoginHint',
        // It may always be switched off.
        reason: (settings) => (settings.newBookingRequiresLogin ? undefined : needsLogin(settings)),
      },
    ],
  },
  {
    title: 'form',
    switches: [
      { path: 'fields.mobile', label: 'mobile', hint: 'mustFill', reason: lastContact('email') },
      { path: 'fields.email', label: 'email', hint: 'mustFill', reason: lastContact('mobile') },
      { path: 'fields.address1', label: 'address1', hint: 'mustFill' },
      { path: 'fields.address2', label: 'address2', hint: 'mayFill' },
      { path: 'fields.postalCode', label: 'postalCode', hint: 'mustFill' },
      { path: 'fields.campaignCode', label: 'campaignCode', hint: 'campaignCodeHint' },
    ],
  },
  {
    title: 'changes',
    switches: [
      { path: 'moveAppointment', label: 'moveAppointment', reason: needsLogin },
      { path: 'cancelAppointment', label: 'cancelAppointment', reason: needsLogin },
      {
        path: 'moveWithoutTemplate',
        label: 'moveWithoutTemplate',
        hint: 'withoutTemplateHint',
        reason: ({ moveAppointment }) => (moveAppointment ? undefined : 'needsMove'),
      },
      {
        path: 'cancelWithoutTemplate',
        label: 'cancelWithoutTemplate',
        hint: 'withoutTemplateHint',
        reason: ({ cancelAppointment }) => (cancelAppointment ? undefined : 'needsCancel'),
      },
      { path: 'timeAlerts', label: 'timeAlerts', hint: 'timeAlertsHint' },
      { path: 'journalMoves', label: 'journalMoves' },
      { path: 'journalCancellations', label: 'journalCancellations' },
    ],
  },
];

/** Every switch of the booking page, with its explanation and what it depends on (S-04). */
export class BookingPageSwitches extends BookingPageSection<StaffSettings> {
  /** Undefined until it is known. */
  @property({ attribute: false }) market: Market | undefined;
  /** Providers of e-ID that are set up. */
  @state() private providers: readonly EidProvider[] = [];
  protected override readonly editor = new RecordEditor<StaffSettings>(this);
  /** The code is a choice of two for the API, and a switch here; a login without a method is shown as what it is, off. */
  readonly #form: FieldBinding = {
    valueOf: (path) => {
      const { draft } = this.editor;
      if (path === 'code') return draft !== undefined && asksCode(draft);
      if (path === 'login.on') return draft !== undefined && hasLogin(draft);
      if (path.startsWith(eidPath)) return this.#offered.some(({ id }) => eidPath + id === path);
      return this.editor.valueOf(path);
    },
    set: (path, value) => {
      if (path === 'code') this.editor.set('confirmation', value === true ? 'code' : 'none');
      else if (path.startsWith(eidPath)) this.#offer(path.slice(eidPath.length), value === true);
      else this.editor.set(path, value);
    },
    problemOf: (path) => this.editor.problemOf(path === 'code' ? 'confirmation' : path),
  };

  protected override open(): void {
    const { api } = this.console!;
    void this.editor.open(settingsSource(api));
    // Without them all other switches can still be set.
    api.call('eidProviders').then(
      ({ data }) => (this.providers = (data as EidProviderList).items),
      (error: unknown) => this.console?.failed(asStaffError(error)),
    );
  }

  get #offered(): readonly EidProvider[] {
    return this.editor.draft?.login.eid ?? [];
  }

  /** Patients are offered a provider after the others, or not any more. */
  #offer(id: string, isOn: boolean): void {
    const others = this.#offered.filter((one) => one.id !== id);
    const name = this.providers.find((one) => one.id === id)?.name ?? id;
    this.editor.set('login.eid', isOn ? [...others, { id, name }] : others);
  }

  protected override toDraft(settings: StaffSettings): Draft {
    return { settings };
  }

  protected override get recordName(): string {
    return this.words(switchWords).general;
  }

  protected override nameOf(path: string): string {
    if (path === 'login.eid') return this.words(switchWords).eid;
    const all = groups.flatMap(({ switches }) => switches);
    const known = all.find(
      (one) => one.path === path || (one.path === 'code' && path === 'confirmation'),
    );
    return known ? this.words(switchWords)[known.label] : path;
  }

  protected override renderRecord(settings: StaffSettings): TemplateResult {
    const words = this.words(switchWords);
    return html`${groups.map(
      ({ title, switches }) =>
        html`<section class="section" aria-labelledby=${title}>
          <h2 id=${title}>${words[title]}</h2>
          <div class="fields">
            ${switches.map(
              (one) =>
                html`${this.#renderSwitch(one, settings)}
                ${one.path === 'login.sms' ? this.#renderEid() : nothing}`,
            )}
            ${title === 'changes' ? this.#renderDeadline() : ''}
          </div>
        </section>`,
    )}`;
  }

  #renderSwitch({ path, label, hint, reason }: Switch, settings: StaffSettings): TemplateResult {
    const words = this.words(switchWords);
    const why = reason?.(settings, this.market);
    return switchField({
      ...this.field(path, words[label], {
        hint: hint && words[hint],
        reason: this.reason ?? (why && words[why]),
      }),
      form: this.#form,
    });
  }

  /** A switch for each provider that is set up, or that patients are still offered. */
  #renderEid(): TemplateResult {
    const words = this.words(switchWords);
    const gone = this.#offered.filter(({ id }) => !this.providers.some((one) => one.id === id));
    return html`${[...this.providers, ...gone].map(({ id, name }) =>
        switchField({
          ...this.field(eidPath + id, fill(words.eidWith, { name }), { reason: this.reason }),
          form: this.#form,
        }),
      )}
      <p class="hint">
        ${words.eidHint}
        <a href=${toHash({ page: 'administration', parts: ['logins'] })}>${words.eidSetUp}</a>
      </p>`;
  }

  #renderDeadline(): TemplateResult {
    const words = this.words(switchWords);
    return textField({
      ...this.field('changeDeadlineHours', words.changeDeadlineHours, {
        hint: words.changeDeadlineHoursHint,
        reason: this.reason,
      }),
      type: 'number',
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-page-switches': BookingPageSwitches;
  }
}
