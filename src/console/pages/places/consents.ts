import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { HistoryEntry } from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { mayEverywhere } from '../../state/console-context.js';
import { Loaded } from '../../state/loaded.js';
import { dateTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { clinicianWords } from './clinician-words.js';
import { storeConsents, withConsents } from './consent-changes.js';
import type { Consent, Consented } from './consent-changes.js';
import { consentNotes, noteKey } from './consent-notes.js';
import { IdleRows } from '../../catalogue/idle-rows.js';
import { ListFilter } from '../../catalogue/list-filter.js';
import { reasonAt } from '../../catalogue/reason-at.js';
import { catalogueStyles } from '../../catalogue/catalogue-styles.js';
import { saveBar } from '../../catalogue/save-bar.js';
import { placesWords } from './places-words.js';
import { readAll } from '../../catalogue/records.js';
import type { Item } from '../../catalogue/records.js';

type Clinician = Item<'clinicians'>;

interface Shown {
  readonly clinicians: readonly Clinician[];
  readonly clinics: ReadonlyMap<string, string>;
}

interface Notes {
  readonly entries: readonly HistoryEntry[];
  /** Whether older entries may say more. */
  readonly isPartial: boolean;
}

/** Who has consented to photo and title, by clinic (S-02, *Administrer behandlers samtykke*). */
export class ConsentsSection extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    catalogueStyles,
    css`
      table {
        max-inline-size: 880px;
      }

      tbody th {
        color: inherit;
        font-size: inherit;
      }

      tbody th[scope='rowgroup'] {
        padding-block-start: 24px;
        font-weight: 600;
      }

      tbody th[scope='row'] {
        overflow-wrap: anywhere;
      }

      td input {
        inline-size: 24px;
        block-size: 24px;
        accent-color: var(--_accent-text);
      }

      th,
      td {
        padding-inline-end: 12px;
      }

      .hint,
      .reason {
        font-weight: 400;
      }

      /* No room for four columns: when and by whom stands below its line. */
      @media (max-width: 599px) {
        tr {
          display: grid;
          grid-template-columns: minmax(0, 1fr) 56px 56px;
          border-block-end: 1px solid var(--_line);
        }

        th,
        td {
          padding-inline-end: 0;
          border: 0;
        }

        th[scope='rowgroup'],
        .note {
          grid-column: 1 / -1;
        }

        .note {
          padding-block-start: 0;
        }
      }
    `,
  ];

  readonly #shown = new Loaded<Shown>(this);
  readonly #notes = new Loaded<Notes>(this);
  readonly #filter = new ListFilter(this);
  readonly #rows = new IdleRows(this);
  /** Changed consents by clinician, until they are stored. */
  @state() private changes: ReadonlyMap<string, readonly Consent[]> = new Map();
  /** Whose consents another person has changed meanwhile. */
  @state() private conflict: string | undefined;

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.changes.size > 0;
  }

  protected override open(): void {
    const { api, me } = this.console!;
    void this.#shown.load(async () => {
      const [clinicians, clinics] = await Promise.all([
        readAll(api, 'clinicians'),
        readAll(api, 'clinics'),
      ]);
      return { clinicians, clinics: new Map(clinics.map(({ id, name }) => [id, name])) };
    });
    if (mayEverywhere(me, 'history')) void this.#notes.load(() => this.#readNotes());
  }

  /** The newest page says it of all, or of most: one call for a chain, and more only for whoever asks. */
  async #readNotes(record?: string): Promise<Notes> {
    const query = { kind: 'clinicians', record };
    const { data } = await this.console!.api.call('history', { query });
    return { entries: data.entries, isPartial: data.next !== undefined };
  }

  protected override render(): TemplateResult {
    const words = this.words(clinicianWords);
    return html`<p class="lead">${words.consentsLead}</p>
      ${this.#renderFailure()}
      ${this.renderLoaded(this.#shown, (shown) => this.#renderTable(shown))}`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    if (this.conflict === undefined) return this.renderFailure();
    return html`<p class="notice problem" role="alert">
      ${fill(this.shell.changedMeanwhile, { name: this.conflict })}
    </p>`;
  }

  #renderTable({ clinicians, clinics }: Shown): TemplateResult {
    const words = this.words(clinicianWords);
    if (clinicians.length === 0) return html`<p class="hint">${words.noClinicians}</p>`;
    const found = clinicians.filter(({ name }) => this.#filter.admits(name));
    const notes = consentNotes(this.#notes.value?.entries ?? []);
    const showsNotes = this.#notes.value !== undefined;
    return html`${this.#filter.render(clinicians.length, this.words(placesWords), found.length)}
      <table>
        <thead>
          <tr>
            <th scope="col">${words.clinic}</th>
            <th scope="col">${words.photoConsent}</th>
            <th scope="col">${words.titleConsent}</th>
            ${showsNotes ? html`<th class="note" scope="col">${words.last}</th>` : nothing}
          </tr>
        </thead>
        ${this.#rows.of(found).map((clinician) => this.#renderClinician(clinician, clinics, notes, showsNotes))}
      </table>
      ${this.#renderSaveBar()}`;
  }

  #renderClinician(
    { id, name, clinics: stored }: Clinician,
    clinicNames: Shown['clinics'],
    notes: ReturnType<typeof consentNotes>,
    showsNotes: boolean,
  ): TemplateResult {
    const words = this.words(clinicianWords);
    const places = stored.filter(({ clinic }) => clinicNames.has(clinic));
    const reason = reasonAt(
      this.console?.me,
      stored.map(({ clinic }) => clinic),
      this.language,
    );
    const isUnknown =
      this.#notes.value?.isPartial && !places.some(({ clinic }) => notes.has(noteKey(id, clinic)));
    return html`<tbody>
      <tr>
        <th scope="rowgroup" colspan=${showsNotes ? 4 : 3}>
          ${name} ${places.length === 0 ? html`<div class="hint">${words.noPlace}</div>` : nothing}
          ${reason === undefined ? nothing : html`<div class="reason">${reason}</div>`}
          ${isUnknown ? this.#renderLookUp(id, name) : nothing}
        </th>
      </tr>
      ${withConsents(places, this.changes.get(id) ?? []).map((consent) => {
        const clinic = clinicNames.get(consent.clinic) ?? '';
        const note = notes.get(noteKey(id, consent.clinic));
        const box = (what: Consented) =>
          this.#renderBox(
            id,
            consent,
            what,
            fill(words.consentOf, { what: words[what], name, clinic }),
            reason,
          );
        return html`<tr>
          <th scope="row">${clinic}</th>
          <td>${box('photoConsent')}</td>
          <td>${box('titleConsent')}</td>
          ${
            showsNotes
              ? html`<td class="hint note">
                  ${
                    note
                      ? fill(words.by, {
                          date: dateTime(note.at, this.language),
                          name: note.by || words.host,
                        })
                      : '–'
                  }
                </td>`
              : nothing
          }
        </tr>`;
      })}
    </tbody>`;
  }

  #renderBox(
    clinician: string,
    consent: Consent,
    what: Consented,
    label: string,
    reason: string | undefined,
  ): TemplateResult {
    const isFixed = reason !== undefined || this.isBusy;
    return html`<input
      type="checkbox"
      aria-label=${label}
      aria-disabled=${isFixed ? 'true' : 'false'}
      .checked=${live(consent[what])}
      @click=${(event: Event) => isFixed && event.preventDefault()}
      @change=${() => this.#change(clinician, { ...consent, [what]: !consent[what] })}
    />`;
  }

  #renderLookUp(clinician: string, name: string): TemplateResult {
    const words = this.words(clinicianWords);
    const look = () =>
      this.run(async () => {
        const known = this.#notes.value?.entries ?? [];
        const { entries } = await this.#readNotes(clinician);
        this.#notes.value = { entries: [...known, ...entries], isPartial: true };
      });
    return html`<div>
      <button class="link" type="button" aria-label=${fill(words.lookUp, { name })} @click=${look}>
        ${words.lookUpShort}
      </button>
    </div>`;
  }

  #storedOf(clinician: string): readonly Consent[] {
    return this.#shown.value?.clinicians.find(({ id }) => id === clinician)?.clinics ?? [];
  }

  /** A change that is taken back is none. */
  #change(clinician: string, consent: Consent): void {
    const others = (this.changes.get(clinician) ?? []).filter(
      ({ clinic }) => clinic !== consent.clinic,
    );
    const stored = this.#storedOf(clinician).find(({ clinic }) => clinic === consent.clinic);
    const isBack =
      stored?.photoConsent === consent.photoConsent && stored.titleConsent === consent.titleConsent;
    const changed = isBack ? others : [...others, consent];
    const next = new Map(this.changes);
    if (changed.length === 0) next.delete(clinician);
    else next.set(clinician, changed);
    this.changes = next;
  }

  #renderSaveBar(): TemplateResult | typeof nothing {
    if (!this.isChanged) return nothing;
    const { shell, isBusy } = this;
    return saveBar({ shell, isBusy, save: this.#save, discard: () => (this.changes = new Map()) });
  }

  /** Clinician by clinician: what is stored is no change any more, what was refused stays one. */
  readonly #save = async () => {
    this.conflict = undefined;
    let last = '';
    const isStored = await this.run(async () => {
      for (const [clinician, changed] of this.changes) {
        last = clinician;
        const before = this.#storedOf(clinician);
        await storeConsents(this.console!.api, clinician, before, changed);
        this.changes = new Map([...this.changes].filter(([id]) => id !== clinician));
      }
    });
    if (this.failure?.code === 'version-conflict') {
      this.conflict = this.#shown.value?.clinicians.find(({ id }) => id === last)?.name ?? '';
    }
    await Promise.all([this.#shown.reload(), this.#notes.reload()]);
    if (isStored) this.console?.say(this.shell.saved);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-consents': ConsentsSection;
  }
}
