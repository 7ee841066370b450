import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { ClinicianInput } from '../../../contract/index.js';
import { isEqual } from '../../../domain/is-equal.js';
import type { StaffApi } from '../../api/staff-api.js';
import { switchField, textField } from '../../parts/fields.js';
import { whyLink } from '../../parts/why-link.js';
import { mayAt } from '../../state/console-context.js';
import { clinicianWords } from './clinician-words.js';
import type { PhotoEvent } from './photo-field.js';
import { PlaceEditor, readLists } from './place-editor.js';
import type { AssignableLists } from './place-editor.js';
import { mayChangeAt, reasonAt } from '../../catalogue/reason-at.js';
import { placesWords } from './places-words.js';
import { readAll, storeOne } from '../../catalogue/records.js';
import type { Item } from '../../catalogue/records.js';

type Word = keyof typeof clinicianWords;

/** One clinician (S-01, S-02, A-02, P-42). */
export class ClinicianEditor extends PlaceEditor<ClinicianInput> {
  static override styles: CSSResultGroup = [
    PlaceEditor.styles,
    css`
      .places {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(240px, 100%), 1fr));
        gap: 8px 24px;
        max-inline-size: 820px;
        margin-block-start: 12px;
      }

      .places label {
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override readonly kind = 'clinicians';
  protected override readonly section = 'clinicians';
  @state() private clinics: readonly Item<'clinics'>[] = [];
  @state() private lists: AssignableLists = { booking: [], timebook: [], preblock: [] };

  protected override get initial(): ClinicianInput {
    return {
      name: '',
      position: this.nextPosition,
      published: true,
      acceptsNewPatients: true,
      clinics: [],
    };
  }

  protected override get reason(): string | undefined {
    if (this.isNew) return undefined;
    const clinics = this.editor.stored?.clinics.map(({ clinic }) => clinic);
    return clinics && reasonAt(this.console?.me, clinics, this.language);
  }

  protected override async loadChoices(api: StaffApi): Promise<void> {
    const [clinics, lists] = await Promise.all([readAll(api, 'clinics'), readLists(api)]);
    this.clinics = clinics;
    this.lists = lists;
    const own = clinics.filter(({ id }) => this.#mayChoose(id));
    // Where there is one place only, a new clinician works there.
    if (this.isNew && own.length === 1) this.#work(own[0]!.id, true);
  }

  protected override nameOf(path: string): string {
    const words = this.words(clinicianWords);
    return path === 'clinics' ? words.places : path in words ? words[path as Word] : path;
  }

  /** A photo that has not changed is left out, which keeps it; null removes it. */
  protected override store(
    api: StaffApi,
    id: string,
    {
      draft,
      before,
      version,
    }: { draft: ClinicianInput; before: ClinicianInput; version: string | undefined },
  ): Promise<void> {
    const photo = isEqual(draft.photo, before.photo) ? undefined : (draft.photo ?? null);
    return storeOne(api, 'clinicians', id, { data: { ...draft, photo }, version });
  }

  #mayChoose(clinic: string): boolean {
    const me = this.console?.me;
    return me === undefined || mayAt(me, 'catalogue', clinic);
  }

  protected override renderRecord(draft: ClinicianInput): TemplateResult {
    const words = this.words(clinicianWords);
    const isFixed = this.reason !== undefined;
    return html`
      ${this.renderHead(this.words(placesWords).clinicians, words.newClinician)}
      <fieldset ?disabled=${isFixed} aria-describedby="fixed">
        <div class="fields section">
          ${this.#text('name', { required: true, maxLength: 200 })}
          ${this.#text('title', { maxLength: 100, hint: words.titleHint, whenEmpty: 'absent' })}
          ${this.#text('text', { maxLength: 5000, rows: 4, hint: words.textHint, whenEmpty: 'absent' })}
          <opus-console-photo-field
            .photo=${draft.photo ?? undefined}
            .name=${draft.name}
            ?disabled=${isFixed}
            @opus-console-photo=${({ photo }: PhotoEvent) => this.editor.set('photo', photo)}
          ></opus-console-photo-field>
          ${this.#renderPhotoProblem()}
        </div>
        <fieldset class="section">
          <legend>${words.onPage}</legend>
          <div class="fields">
            ${this.#switch('published', words.publishedHint)}
            ${this.#switch('acceptsNewPatients', words.acceptsNewPatientsHint)}
          </div>
        </fieldset>
        ${this.#renderPlaces(draft)} ${this.#renderPreblocks()} ${this.renderLists(this.lists)}
      </fieldset>
      ${
        this.editor.stored
          ? html`<p class="section">${whyLink({ clinician: this.record }, this.language)}</p>`
          : nothing
      }
      ${this.renderRemoval(words.remove, words.removeSure)}
    `;
  }

  #text(
    path: 'name' | 'title' | 'text' | 'preblockExpiryHours' | 'preblockMinutes',
    more: Omit<Partial<Parameters<typeof textField>[0]>, 'form' | 'path' | 'label'>,
  ): TemplateResult {
    const { hint, ...rest } = more;
    return textField({ ...this.field(path, this.words(clinicianWords)[path], { hint }), ...rest });
  }

  #switch(path: 'published' | 'acceptsNewPatients', hint: string): TemplateResult {
    return switchField(this.field(path, this.words(clinicianWords)[path], { hint }));
  }

  #renderPhotoProblem(): TemplateResult | typeof nothing {
    const code = this.editor.failure?.fields.find(({ path }) => path.startsWith('photo'))?.code;
    return code === undefined ? nothing : html`<div class="error">${this.problemText(code)}</div>`;
  }

  #renderPlaces({ clinics }: ClinicianInput): TemplateResult {
    const words = this.words(clinicianWords);
    const { me } = this.console ?? {};
    // Somebody with the right at some clinics gives and takes those.
    const isLimited = me !== undefined && !mayChangeAt(me, []);
    return html`<fieldset class="section" aria-describedby="places-hint">
      <legend>${words.places}</legend>
      <div class="hint" id="places-hint">${words.placesHint}</div>
      ${
        isLimited && this.reason === undefined
          ? html`<div class="reason">${reasonAt(me, [], this.language)}</div>`
          : nothing
      }
      <div class="places">
        ${this.clinics.map(({ id, name }) => {
          const isAt = clinics.some(({ clinic }) => clinic === id);
          return html`<div class="switch">
            <input
              type="checkbox"
              id="at-${id}"
              .checked=${live(isAt)}
              ?disabled=${!this.#mayChoose(id)}
              @change=${() => this.#work(id, !isAt)}
            />
            <label for="at-${id}">${name}</label>
          </div>`;
        })}
      </div>
    </fieldset>`;
  }

  /** Consent is given where it is asked for: never with the place itself. */
  #work(clinic: string, isAt: boolean): void {
    const others = (this.editor.draft?.clinics ?? []).filter((place) => place.clinic !== clinic);
    const stored = this.editor.stored?.clinics.find((place) => place.clinic === clinic);
    const place = stored ?? { clinic, photoConsent: false, titleConsent: false };
    // In the order that the service answers them in, so that a change taken back is none.
    const next = (isAt ? [...others, place] : others).sort((one, other) =>
      one.clinic < other.clinic ? -1 : 1,
    );
    this.editor.set('clinics', next);
  }

  #renderPreblocks(): TemplateResult {
    const words = this.words(clinicianWords);
    return html`<fieldset class="section">
      <legend>${words.preblocks}</legend>
      <div class="fields">
        ${this.#text('preblockExpiryHours', { type: 'number', hint: words.preblockExpiryHint, whenEmpty: 'absent' })}
        ${this.#text('preblockMinutes', { type: 'number', hint: words.preblockMinutesHint, whenEmpty: 'absent' })}
      </div>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-clinician': ClinicianEditor;
  }
}
