import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { SmsRecipient, SmsRecipientSearch } from '../../../contract/index.js';
import { mostRecipients } from '../../../contract/index.js';
import { addDays } from '../../../domain/civil-date.js';
import { toClockTime } from '../../../domain/clock-time.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { date as dateText } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { shortTime } from './message-row.js';
import { recipientStyles } from './recipient-styles.js';
import { leftWords } from './left-words.js';
import { recipientWords } from './recipient-words.js';
import type { SmsSettings } from './sms-settings.js';

/** Who is ticked, by the ids that a run takes. */
export class ChosenEvent extends Event {
  constructor(readonly ids: readonly string[]) {
    super('opus-console-chosen', { bubbles: true, composed: true });
  }
}

/** Rows that are drawn, or left out, together. */
const pageRows = 50;

type Fields = Record<
  'clinic' | 'clinician' | 'visitFrom' | 'visitUntil' | 'recallMonth' | 'ageFrom' | 'ageTo' | 'day',
  string
>;
const noFields: Fields = {
  ...{ clinic: '', clinician: '', visitFrom: '', visitUntil: '', recallMonth: '' },
  ...{ ageFrom: '', ageTo: '', day: '' },
};

/**
 * Patients to send a text to, ticked in a list: found in the register, or those of one day (M-11). Who gets none is there, greyed, with
 * the reason. The browser draws only those near the view, by pages of the list: it would spend a scrolled frame on asking each row of
 * thousands, and a tick on comparing each.
 */
export class RecipientList extends LoadedPage {
  static override styles: CSSResultGroup = [LoadedPage.styles, recipientStyles];

  /** Those of one day, and not of the register. */
  @property({ attribute: false }) ofDay = false;
  @property({ attribute: false }) settings: SmsSettings | undefined;
  @state() private fields: Fields = noFields;
  @state() private found: readonly SmsRecipient[] | undefined;
  @state() private hasMore = false;
  @state() private chosen: ReadonlySet<string> = new Set();
  #pages: readonly (readonly SmsRecipient[])[] = [];
  #run = 0;

  protected override open(): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.console || !this.settings) return;
    if (!changed.has('ofDay') && !changed.has('settings')) return;
    this.#set(undefined);
    const today = toClockTime(Date.now(), this.settings.timeZone).date;
    this.fields = { ...noFields, day: this.ofDay ? this.fields.day || today : '' };
    if (this.ofDay) void this.#search();
  }

  protected override render(): TemplateResult {
    const words = this.words(recipientWords);
    return html`
      <form novalidate role="search" aria-label=${words.search} @submit=${this.#submit}>
        ${this.ofDay ? this.#input('day', words.date, 'date') : nothing}
        ${this.#select('clinic', words.clinic, this.settings?.clinics ?? [])}
        ${this.#select('clinician', words.clinician, this.settings?.clinicians ?? [])}
        ${
          this.ofDay
            ? nothing
            : html`${this.#input('visitFrom', words.visitFrom, 'date')}
                ${this.#input('visitUntil', words.visitUntil, 'date')}
                ${this.#input('recallMonth', words.recallMonth, 'month')}
                ${this.#input('ageFrom', words.ageFrom, 'number')}
                ${this.#input('ageTo', words.ageTo, 'number')}
                <button class="button" ?disabled=${this.isBusy}>
                  ${this.isBusy ? words.searching : words.search}
                </button>`
        }
      </form>
      ${this.renderFailure()} ${this.#renderFound()}
    `;
  }

  #input(name: keyof Fields, label: string, type: 'date' | 'month' | 'number'): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        class="control"
        id=${name}
        type=${type}
        min=${type === 'number' ? 0 : nothing}
        max=${type === 'number' ? 150 : nothing}
        placeholder=${type === 'month' ? '2027-03' : nothing}
        .value=${this.fields[name]}
        @change=${(event: Event) => this.#take(name, (event.target as HTMLInputElement).value)}
      />
    </div>`;
  }

  #select(
    name: 'clinic' | 'clinician',
    label: string,
    options: readonly { id: string; name: string }[],
  ): TemplateResult | typeof nothing {
    if (options.length < 2) return nothing;
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <select
        class="control"
        id=${name}
        @change=${(event: Event) => this.#take(name, (event.target as HTMLSelectElement).value)}
      >
        <option value="">${this.words(recipientWords).all}</option>
        ${options.map((one) => html`<option value=${one.id} ?selected=${one.id === this.fields[name]}>${one.name}</option>`)}
      </select>
    </div>`;
  }

  #renderFound(): TemplateResult | typeof nothing {
    const { found } = this;
    const words = this.words(recipientWords);
    if (!found) {
      return this.isBusy ? html`<p class="hint" role="status">${words.searching}</p>` : nothing;
    }
    if (found.length === 0) {
      return html`<p role="status">${this.ofDay ? words.noneDay : words.none}</p>`;
    }
    const counts = { count: found.length, chosen: this.chosen.size };
    return html`
      <div class="row">
        <span class="hint" role="status">${fill(words.found, counts)}</span>
        <button class="link" type="button" @click=${() => this.#tickAll(true)}>
          ${words.tickAll}
        </button>
        <button class="link" type="button" @click=${() => this.#tickAll(false)}>
          ${words.tickNone}
        </button>
      </div>
      ${this.hasMore ? html`<p class="notice">${fill(words.tooMany, { count: mostRecipients })}</p>` : nothing}
      <div class="recipients" role="list" aria-label=${words.recipients} tabindex="0">
        ${this.#pages.map((page) => {
          const ticked = page.map(({ id }) => (this.chosen.has(id) ? 'x' : '-')).join('');
          return guard([page, ticked, this.language], () => this.#renderPage(page));
        })}
      </div>
    `;
  }

  #renderPage(page: readonly SmsRecipient[]): TemplateResult {
    return html`<div class="of-page" style="--_rows: ${page.length}">
      ${page.map((one) => this.#renderOne(one))}
    </div>`;
  }

  #renderOne(one: SmsRecipient): TemplateResult {
    const words = this.words(recipientWords);
    const { id, firstName, lastName, birthDate, mobile, wish, without, appointment } = one;
    const { lastVisit, recallWeek } = one;
    const facts = [
      appointment &&
        `${shortTime(appointment.start).slice(-5)} ${this.#clinicianName(appointment.clinician)}`,
      birthDate && fill(words.born, { date: dateText(birthDate, this.language) }),
      lastVisit && fill(words.visited, { date: dateText(lastVisit, this.language) }),
      recallWeek && fill(words.due, { date: dateText(recallWeek, this.language) }),
      wish === true && words.wishes,
    ];
    const reason = without && this.words(leftWords)[without];
    return html`<div class="recipient" role="listitem">
      <label class=${without ? 'without' : ''}
        ><input
          type="checkbox"
          .checked=${this.chosen.has(id)}
          ?disabled=${without !== undefined}
          @change=${(event: Event) => this.#tick(id, (event.target as HTMLInputElement).checked)}
        /><span
          ><span class="name"
            >${[lastName, firstName].filter(Boolean).join(', ') || words.noPatient}</span
          ><span class="hint">${facts.filter(Boolean).join(' · ')}</span></span
        ><span class="side"
          >${mobile ?? ''}${reason ? html`<span class="reason hint">${reason}</span>` : nothing}</span
        ></label
      >
    </div>`;
  }

  #clinicianName(id: string): string {
    return this.settings?.clinicians.find((one) => one.id === id)?.name ?? id;
  }

  #take(name: keyof Fields, value: string): void {
    this.fields = { ...this.fields, [name]: value };
    if (this.ofDay) void this.#search();
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#search();
  };

  get #body(): SmsRecipientSearch {
    const { clinic, clinician, day, visitUntil, ageFrom, ageTo, ...rest } = this.fields;
    const place = { ...(clinic && { clinic }), ...(clinician && { clinician }) };
    if (this.ofDay) return { ...place, day };
    const given = Object.entries(rest).filter(([, value]) => value !== '');
    return {
      ...place,
      ...(Object.fromEntries(given) as SmsRecipientSearch),
      ...(visitUntil && { visitUntil: addDays(visitUntil, 1) }),
      ...(ageFrom && { ageFrom: Number(ageFrom) }),
      ...(ageTo && { ageTo: Number(ageTo) }),
    };
  }

  /** All that are found, as somebody may want to send to all of them. */
  async #search(): Promise<void> {
    if (this.ofDay && !this.fields.day) return;
    const run = (this.#run += 1);
    this.isBusy = false;
    await this.run(async () => {
      const body = this.#body;
      const items: SmsRecipient[] = [];
      let cursor: string | undefined;
      do {
        const { data } = await this.console!.api.call('smsRecipients', {
          body: { ...body, ...(cursor === undefined ? {} : { cursor }) },
        });
        items.push(...data.items);
        cursor = data.next;
      } while (cursor !== undefined && items.length < mostRecipients);
      if (run !== this.#run) return;
      this.#set(items, cursor !== undefined);
    });
  }

  /** Those are ticked who get SMS by the account's policy (M-05). */
  #set(items: readonly SmsRecipient[] | undefined, hasMore = false): void {
    const found = items?.slice(0, mostRecipients);
    this.found = found;
    this.#pages = Array.from({ length: Math.ceil((found?.length ?? 0) / pageRows) }, (_, page) =>
      found!.slice(page * pageRows, (page + 1) * pageRows),
    );
    this.hasMore = hasMore;
    this.#choose(new Set((this.found ?? []).filter((one) => one.byPolicy).map(({ id }) => id)));
  }

  #tick(id: string, isTicked: boolean): void {
    const chosen = new Set(this.chosen);
    if (isTicked) chosen.add(id);
    else chosen.delete(id);
    this.#choose(chosen);
  }

  #tickAll(isTicked: boolean): void {
    const able = (this.found ?? []).filter(({ without }) => without === undefined);
    this.#choose(new Set(isTicked ? able.map(({ id }) => id) : []));
  }

  #choose(chosen: ReadonlySet<string>): void {
    this.chosen = chosen;
    this.dispatchEvent(new ChosenEvent([...chosen]));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-recipients': RecipientList;
  }
}
