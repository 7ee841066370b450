import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { ClinicInput, Texts } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import { StaffError } from '../../api/staff-error.js';
import { selectField, textField } from '../../parts/fields.js';
import type { Draft } from '../booking-page/preview-fetch.js';
import { PlaceEditor } from './place-editor.js';
import { reasonAt } from '../../catalogue/reason-at.js';
import { placesWords } from './places-words.js';
import { newRecordId } from '../../catalogue/record-id.js';
import { readAll, storeOne } from '../../catalogue/records.js';
import type { Item } from '../../catalogue/records.js';

/** A clinic, and the company that is made with the first one. */
type ClinicDraft = ClinicInput & { readonly companyName?: string };
type Word = keyof typeof placesWords;

/** One clinic (S-01). */
export class ClinicEditor extends PlaceEditor<ClinicDraft> {
  static override styles: CSSResultGroup = [
    PlaceEditor.styles,
    css`
      .preview summary {
        inline-size: fit-content;
        padding-block: 10px;
        font-weight: 600;
        cursor: pointer;
      }

      opus-console-preview {
        display: block;
        max-inline-size: 720px;
        margin-block-start: 12px;
      }
    `,
  ];

  protected override readonly kind = 'clinics';
  protected override readonly section = 'clinics';
  @state() private companies: readonly Item<'companies'>[] | undefined;
  @state() private groups: readonly Item<'groups'>[] = [];
  /** What stands where a clinic has no text of its own. */
  @state() private accountTexts: Partial<Texts> = {};
  #newCompany: string | undefined;
  /** Somebody wants to see the patients' page: not before that is it loaded. */
  @state() private isPreviewed = false;
  @state() private isPreviewMissing = false;
  #preview: Draft = {};

  protected override get initial(): ClinicDraft {
    return {
      name: '',
      company: '',
      address1: '',
      postalCode: '',
      city: '',
      phone: '',
      email: '',
      position: this.nextPosition,
    };
  }

  protected override get reason(): string | undefined {
    return this.isNew
      ? this.reasonWithout('catalogue')
      : reasonAt(this.console?.me, [this.record], this.language);
  }

  protected override async loadChoices(api: StaffApi): Promise<void> {
    const [companies, groups, texts] = await Promise.all([
      readAll(api, 'companies'),
      readAll(api, 'groups'),
      api.call('texts'),
    ]);
    this.accountTexts = texts.data;
    this.companies = companies;
    this.groups = groups;
    const [only] = companies;
    if (this.isNew && only && companies.length === 1) this.editor.set('company', only.id);
  }

  protected override nameOf(path: string): string {
    const words = this.words(placesWords);
    return path in words ? words[path as Word] : path;
  }

  protected override async store(
    api: StaffApi,
    id: string,
    given: { draft: ClinicDraft; before: ClinicDraft; version: string | undefined },
  ): Promise<void> {
    const { companyName = '', ...clinic } = given.draft;
    if (clinic.company !== '') return super.store(api, id, { ...given, draft: clinic });
    const name = companyName.trim();
    if (!name) {
      // Whoever saves before the companies have come is told of the field that they will see.
      this.companies ??= await readAll(api, 'companies');
      const path = this.companies.length === 0 ? 'companyName' : 'company';
      throw new StaffError('invalid', { fields: [{ path, code: 'empty' }] });
    }
    // What can be wrong with the clinic is found before its company is stored.
    if (!clinic.name.trim()) {
      throw new StaffError('invalid', { fields: [{ path: 'name', code: 'empty' }] });
    }
    const company = (this.#newCompany ??= newRecordId(name));
    await storeOne(api, 'companies', company, { data: { name }, version: undefined });
    return super.store(api, id, { ...given, draft: { ...clinic, company } });
  }

  protected override renderRecord(): TemplateResult {
    const words = this.words(placesWords);
    return html`
      ${this.renderHead(words.clinics, words.newClinic)}
      <fieldset ?disabled=${this.reason !== undefined} aria-describedby="fixed">
        <div class="fields section">
          ${this.#text('name', { required: true, maxLength: 200 })} ${this.#renderCompany()}
          ${this.#renderGroup()}
        </div>
        ${this.#renderAddress()} ${this.#renderOwnTexts()} ${this.#renderMap()}
      </fieldset>
      ${this.isNew ? nothing : this.#renderPreview()}
      ${this.renderRemoval(words.removeClinic, words.removeClinicSure)}
    `;
  }

  #text(
    path: Word,
    more: Omit<Partial<Parameters<typeof textField>[0]>, 'form' | 'path' | 'label'> = {},
  ): TemplateResult {
    const { hint, ...rest } = more;
    return textField({ ...this.field(path, this.words(placesWords)[path], { hint }), ...rest });
  }

  /** An account without a company gets one with its first clinic. */
  #renderCompany(): TemplateResult | typeof nothing {
    const words = this.words(placesWords);
    const { companies } = this;
    if (!companies) return nothing;
    if (companies.length === 0) {
      return this.#text('companyName', {
        hint: words.companyNameHint,
        required: true,
        maxLength: 200,
        whenEmpty: 'absent',
      });
    }
    // Nothing chosen is an empty text, as the record has it.
    const form = {
      valueOf: (path: string) => this.editor.valueOf(path),
      set: (path: string, value: unknown) => this.editor.set(path, value ?? ''),
      problemOf: (path: string) => this.editor.problemOf(path),
    };
    return selectField({
      ...this.field('company', words.company),
      form,
      options: companies.map(({ id, name }) => ({ value: id, label: name })),
      none: words.chooseCompany,
    });
  }

  #renderGroup(): TemplateResult | typeof nothing {
    const words = this.words(placesWords);
    if (this.groups.length === 0) return nothing;
    return selectField({
      ...this.field('group', words.group, { hint: words.groupHint }),
      options: this.groups.map(({ id, name }) => ({ value: id, label: name })),
      none: words.none,
    });
  }

  #renderAddress(): TemplateResult {
    return html`<fieldset class="section">
      <legend>${this.words(placesWords).address}</legend>
      <div class="fields">
        ${this.#text('address1', { maxLength: 200 })}
        ${this.#text('address2', { maxLength: 200, whenEmpty: 'absent' })}
        <div class="pair">
          ${this.#text('postalCode', { maxLength: 16 })} ${this.#text('city', { maxLength: 100 })}
        </div>
        ${this.#text('phone', { maxLength: 32, type: 'tel' })}
        ${this.#text('email', { maxLength: 254, type: 'email' })}
      </div>
    </fieldset>`;
  }

  #renderOwnTexts(): TemplateResult {
    const words = this.words(placesWords);
    const { heading, text } = this.editor.draft ?? {};
    const { clinicHeading, clinicText } = this.accountTexts;
    // Heading and text stand for themselves: with one of them written, none of the account's is shown.
    const isOwn = Boolean(heading) || Boolean(text);
    const more = { whenEmpty: 'absent', back: words.backToAccount } as const;
    return html`<fieldset class="section">
      <legend>${words.ownTexts}</legend>
      <div class="fields">
        ${this.#text('heading', {
          ...{ maxLength: 200, hint: words.clinicTextHint, ...more },
          placeholder: isOwn ? undefined : clinicHeading,
        })}
        ${this.#text('text', {
          ...{ maxLength: 5000, rows: 4, ...more },
          placeholder: isOwn ? undefined : clinicText,
        })}
      </div>
    </fieldset>`;
  }

  /** The real page with the clinic as it is edited (C-06). */
  #renderPreview(): TemplateResult {
    const { draft } = this.editor;
    const { recordId: id } = this;
    // The same draft is the same object: only another one begins the preview anew.
    if (draft && this.#preview.clinic?.input !== draft) {
      this.#preview = { clinic: { id, input: draft } };
    }
    const toggle = ({ target }: Event) => {
      if (!(target as HTMLDetailsElement).open) return;
      import('../booking-page/preview-define.js').then(
        () => (this.isPreviewMissing = false),
        () => (this.isPreviewMissing = true),
      );
      this.isPreviewed = true;
    };
    return html`<details class="section preview" @toggle=${toggle}>
      <summary>${this.words(placesWords).showOnPage}</summary>
      ${
        this.isPreviewMissing
          ? this.renderUnreachable()
          : this.isPreviewed
            ? html`<opus-console-preview
                .draft=${this.#preview}
                .clinic=${id}
              ></opus-console-preview>`
            : nothing
      }
    </details>`;
  }

  #renderMap(): TemplateResult {
    const words = this.words(placesWords);
    return html`<fieldset class="section">
      <legend>${words.onMap}</legend>
      <div class="fields">
        <p class="hint">${words.onMapHint}</p>
        <div class="pair">
          ${this.#text('latitude', { type: 'number', whenEmpty: 'absent' })}
          ${this.#text('longitude', { type: 'number', whenEmpty: 'absent' })}
        </div>
      </div>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-clinic': ClinicEditor;
  }
}
