import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { catalogueStyles } from '../../catalogue/catalogue-styles.js';
import { saveBar } from '../../catalogue/save-bar.js';
import { ListFilter } from '../../catalogue/list-filter.js';
import type { ListHolder } from '../../catalogue/list-owners.js';
import { mayHaveList } from '../../catalogue/list-owners.js';
import { reasonAt } from '../../catalogue/reason-at.js';
import type { Item } from '../../catalogue/records.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { whyLink } from '../../parts/why-link.js';
import { Loaded } from '../../state/loaded.js';
import { fill } from '../../words/in-language.js';
import type { Assignment, ListField } from './assignments.js';
import {
  listFields,
  listsOf,
  storeAssignments,
  withAssignment,
  withAssignments,
} from './assignments.js';
import type { WorkPlace } from './coverage.js';
import { workPlaces } from './coverage.js';
import { listsWords } from './lists-words.js';
import type { TreatmentWorld } from './treatment-world.js';
import { readWorld } from './treatment-world.js';
import { treatmentsWords } from './treatments-words.js';

/** A long list shows these many, and finds the others by name. */
const shownAtOnce = 20;

/** Which lists hold for whom and why, and where they are assigned (A-07). */
export class InForceSection extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    catalogueStyles,
    css`
      .holder {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
        gap: 8px 24px;
        max-inline-size: 900px;
        padding-block: 16px;
        border-block-end: 1px solid var(--_line);
      }

      /* Also where the label of one takes two lines. */
      .holder > .field {
        align-self: end;
      }

      .holder h2,
      .holder h3 {
        grid-column: 1 / -1;
        margin: 0;
      }

      .holder h3 {
        font-size: 1em;
      }

      .holder .field {
        margin: 0;
      }

      .holder .reason,
      .holder dl {
        grid-column: 1 / -1;
        margin: 0;
      }

      dl {
        display: grid;
        gap: 4px;
        font-size: var(--_small);
      }

      dt {
        font-weight: 500;
      }

      dd {
        margin: 0;
        color: var(--_ink-quiet);
      }
    `,
  ];

  readonly #world = new Loaded<TreatmentWorld>(this);
  readonly #filter = new ListFilter(this);
  @state() private changes: ReadonlyMap<string, Assignment> = new Map();

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.changes.size > 0;
  }

  protected override open(): void {
    void this.#world.load(() => readWorld(this.console!.api));
  }

  protected override render(): TemplateResult {
    const words = this.words(listsWords);
    return this.renderLoaded(this.#world, (stored) => {
      const world = withAssignments(stored, this.changes);
      const places = workPlaces(world);
      const found = world.clinicians.filter(({ name }) => this.#filter.admits(name));
      const more = found.length - shownAtOnce;
      return html`
        <p class="lead">${words.inForceLead}</p>
        ${this.#renderFailure()}
        <section class="section">
          ${this.#renderHolder(world, 'organisation', { id: '', name: words.organisation })}
        </section>
        <section class="section" aria-labelledby="companies">
          <h2 id="companies">${words.companies}</h2>
          ${world.companies.map((company) => this.#renderHolder(world, 'companies', company))}
        </section>
        <section class="section" aria-labelledby="clinicians">
          <h2 id="clinicians">${words.clinicians}</h2>
          ${this.#filter.render(world.clinicians.length, this.words(treatmentsWords), found.length)}
          ${found.slice(0, shownAtOnce).map((one) =>
            this.#renderHolder(
              world,
              'clinicians',
              one,
              this.#renderInForce(
                world,
                one,
                places.filter(({ clinician }) => clinician === one.id),
              ),
            ),
          )}
          ${more > 0 ? html`<p class="hint">${fill(words.moreOf, { number: more })}</p>` : nothing}
        </section>
        ${this.#renderSaveBar()}
      `;
    });
  }

  #renderHolder(
    world: TreatmentWorld,
    holder: ListHolder,
    { id, name }: { id: string; name: string },
    more: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    const reason = this.#reasonOf(world, holder, id);
    return html`<div class="holder">
      ${holder === 'organisation' ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
      ${listFields.map((field) => this.#renderChoice(world, { holder, id, name }, field, reason))}
      ${reason === undefined ? nothing : html`<p class="reason">${reason}</p>`} ${more}
    </div>`;
  }

  /** Why the lists of somebody can't be changed. */
  #reasonOf({ clinicians }: TreatmentWorld, holder: ListHolder, id: string): string | undefined {
    if (holder === 'organisation') return this.reasonWithout('settings');
    if (holder === 'companies') return this.reasonWithout('catalogue');
    const clinics = clinicians.find((one) => one.id === id)?.clinics ?? [];
    return reasonAt(
      this.console?.me,
      clinics.map(({ clinic }) => clinic),
      this.language,
    );
  }

  #renderChoice(
    world: TreatmentWorld,
    { holder, id, name }: { holder: ListHolder; id: string; name: string },
    field: ListField,
    reason: string | undefined,
  ): TemplateResult {
    const words = this.words(listsWords);
    const lists: readonly Item<'preblock-lists'>[] =
      field === 'preblockList'
        ? world.preblockLists
        : world.templateLists.filter(({ purpose }) => `${purpose}List` === field);
    const assigned = listsOf(world, { holder, id })[field] ?? '';
    const control = `${field}-${holder}-${id}`;
    const take = (event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      const change = { holder, id, field, list: value === '' ? undefined : value };
      this.changes = withAssignment(this.changes, this.#world.value!, change);
    };
    return html`<div class="field">
      <label for=${control}>${words[field]}<span class="visually-hidden">: ${name}</span></label>
      <select class="control" id=${control} ?disabled=${reason !== undefined} @change=${take}>
        <option value="" ?selected=${assigned === ''}>${words.noList}</option>
        ${lists.map(
          (list) =>
            html`<option
              value=${list.id}
              ?selected=${list.id === assigned}
              ?disabled=${list.id !== assigned && !mayHaveList(list.owner, holder, id)}
            >
              ${list.name}
            </option>`,
        )}
      </select>
    </div>`;
  }

  /** What holds for a clinician at each clinic, and where it comes from. */
  #renderInForce(
    world: TreatmentWorld,
    { published }: Item<'clinicians'>,
    places: readonly WorkPlace[],
  ): TemplateResult {
    const words = this.words(listsWords);
    if (!published) return html`<p class="reason">${words.notPublished}</p>`;
    if (places.length === 0) return html`<p class="reason">${words.worksNowhere}</p>`;
    return html`<dl>
      ${places.map((place) => {
        const clinic = world.clinics.find(({ id }) => id === place.clinic);
        const company = world.companies.find(({ id }) => id === clinic?.company)?.name ?? '';
        const holds = listFields
          .map((field) =>
            fill(words.listOf, {
              what: words[field],
              name: this.#source(world, place, field, company),
            }),
          )
          .join(' · ');
        return html`<div>
          <dt>${fill(words.holdsAt, { clinic: clinic?.name ?? '' })}</dt>
          <dd>${holds}</dd>
          <dd>${whyLink({ clinician: place.clinician, clinic: place.clinic }, this.language)}</dd>
        </div>`;
      })}
    </dl>`;
  }

  #source(world: TreatmentWorld, place: WorkPlace, field: ListField, company: string): string {
    const words = this.words(listsWords);
    const inForce = place[field];
    if (!inForce) return words.everything;
    const lists = field === 'preblockList' ? world.preblockLists : world.templateLists;
    const list = lists.find(({ id }) => id === inForce.list.id)?.name ?? '';
    const from = {
      clinician: words.fromClinician,
      company: words.fromCompany,
      organisation: words.fromOrganisation,
    }[inForce.on];
    return fill(from, { list, company });
  }

  #renderFailure(): TemplateResult | typeof nothing {
    if (this.failure?.code !== 'version-conflict') return this.renderFailure();
    return html`<p class="notice problem" role="alert">
      ${fill(this.shell.changedMeanwhile, { name: this.words(listsWords).assignments })}
    </p>`;
  }

  #renderSaveBar(): TemplateResult | typeof nothing {
    if (this.changes.size === 0) return nothing;
    const { shell, isBusy } = this;
    return saveBar({ shell, isBusy, save: this.#save, discard: () => (this.changes = new Map()) });
  }

  readonly #save = async () => {
    const { api } = this.console!;
    const isStored = await this.run(() =>
      storeAssignments(api, this.#world.value!, this.changes, (key) => {
        const changes = new Map(this.changes);
        changes.delete(key);
        this.changes = changes;
      }),
    );
    await this.#world.reload();
    if (isStored) this.console?.say(this.shell.saved);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-in-force': InForceSection;
  }
}
