import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { toHash } from '../../state/route.js';
import { date } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { PatientList } from './patient-list.js';
import type { FoundPatient } from './patient-list.js';
import { patientsWords } from './patients-words.js';

interface Changeable extends HTMLElement {
  readonly isChanged: boolean;
}

/** Milliseconds after the last letter before patients are searched for. */
const pause = 200;

/**
 * Patients on file: found by name, mobile or national ID, and one of them open (C-03). A page of the list is asked for before its
 * place is in view. All rows stay in the document, so that assistive technology and the browser's own search know them; the browser
 * draws those near the view only, by pages (`content-visibility`): with thousands of rows it would spend a scrolled frame on asking
 * each of them whether it is in view.
 */
export class PatientsPage extends ConsoleElement {
  static override styles: CSSResultGroup = [
    ConsoleElement.styles,
    css`
      .search,
      .editor {
        margin-block-start: 24px;
      }

      .search {
        display: grid;
        gap: 4px;
        max-inline-size: 560px;
        margin-block-end: 16px;
      }

      .above {
        justify-content: space-between;
        max-inline-size: 880px;
        margin-block-end: 8px;
      }

      .items {
        max-inline-size: 880px;
      }

      .of-page {
        content-visibility: auto;
        contain-intrinsic-size: auto calc(var(--_rows) * 53px);
        overflow-clip-margin: 8px;
      }

      .item {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr);
        min-block-size: 28px;
        content-visibility: visible;
      }

      .item > * {
        overflow-wrap: anywhere;
      }

      .item .hint {
        display: inline;
      }

      @media (max-width: 599px) {
        .item {
          grid-template-columns: 1fr;
        }

        .of-page {
          contain-intrinsic-size: auto calc(var(--_rows) * 101px);
        }
      }

      .end {
        block-size: 1px;
      }
    `,
  ];

  /** What of the page is open: a patient's id, or `new`. */
  @property({ attribute: false }) parts: readonly string[] = [];
  readonly #list = new PatientList(this);
  #query = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;
  #isStale = false;
  /** How far the list was scrolled when a patient was opened. */
  #scrolled = 0;
  #end: Element | undefined;
  readonly #nearEnd = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#list.more();
    },
    { rootMargin: '3000px 0px' },
  );

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.renderRoot.querySelector<Changeable>('.editor')?.isChanged ?? false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#nearEnd.disconnect();
    this.#end = undefined;
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.get('parts')?.length === 0 && this.parts.length > 0) this.#scrolled = scrollY;
    if (!this.console || this.parts.length > 0 || (this.#isOpen && !this.#isStale)) return;
    this.#isOpen = true;
    this.#isStale = false;
    this.#find();
  }

  protected override render(): TemplateResult {
    const words = this.words(patientsWords);
    const [id] = this.parts;
    return html`
      <h1>${words.title}</h1>
      ${
        id === undefined
          ? nothing
          : html`<opus-console-patient
              class="editor"
              .record=${id}
              @opus-console-stored=${() => (this.#isStale = true)}
            ></opus-console-patient>`
      }
      <div ?hidden=${id !== undefined}>${this.#renderList()}</div>
    `;
  }

  /** Stays while a patient is open, so that one comes back to where one was. */
  #renderList(): TemplateResult {
    const words = this.words(patientsWords);
    return html`
      <div class="search" role="search">
        <label for="search">${words.search}</label>
        <span class="hint" id="search-hint">${words.searchHint}</span>
        <input
          class="control"
          id="search"
          type="search"
          autocomplete="off"
          spellcheck="false"
          maxlength="200"
          aria-describedby="search-hint"
          .value=${this.#query}
          @input=${this.#type}
        />
      </div>
      <div class="row above">
        <span class="hint" role="status">${this.#countText()}</span>
        <a class="button" href=${toHash({ page: 'patients', parts: ['new'] })}>${words.add}</a>
      </div>
      ${this.#renderFailure()}
      <div
        class="items"
        role="list"
        aria-label=${words.title}
        aria-busy=${this.#list.isLoading ? 'true' : 'false'}
      >
        ${this.#list.pages.map((page) =>
          guard([page, this.language], () => this.#renderPage(page)),
        )}
      </div>
      <div class="end"></div>
    `;
  }

  #countText(): string {
    const { count, hasMore, isLoading, failure } = this.#list;
    const words = this.words(patientsWords);
    if (count === 0) return isLoading ? this.shell.loading : failure ? '' : words.nobody;
    return fill(hasMore ? words.countSoFar : words.count, { count });
  }

  #renderPage(patients: readonly FoundPatient[]): TemplateResult {
    return html`<div class="of-page" style="--_rows: ${patients.length}">
      ${patients.map((patient) => this.#renderRow(patient))}
    </div>`;
  }

  #renderRow({
    id,
    firstName,
    lastName,
    birthDate,
    nationalId,
    mobile,
  }: FoundPatient): TemplateResult {
    return html`<div class="item" role="listitem">
      <a href=${toHash({ page: 'patients', parts: [id] })}>${lastName}, ${firstName}</a>
      <span>${nationalId ?? (birthDate && date(birthDate, this.language))}</span>
      <span class="hint">${mobile ?? ''}</span>
    </div>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const { failure } = this.#list;
    if (!failure) return nothing;
    return html`<div class="notice problem" role="alert">
      <p>${this.failureText(failure)}</p>
      <button class="link" type="button" @click=${() => this.#find()}>${this.shell.retry}</button>
    </div>`;
  }

  readonly #type = (event: Event) => {
    this.#query = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#find(), pause);
  };

  #find(): void {
    void this.#list.find(this.console!.api, this.#query).then(() => {
      if (this.#list.failure) this.console?.failed(this.#list.failure);
    });
  }

  /** Looked at anew after each page: a page that leaves the end in view fires nothing by itself. */
  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('parts');
    if (before) scrollTo(0, this.parts.length > 0 ? 0 : this.#scrolled);
    const end = this.renderRoot.querySelector('.end') ?? undefined;
    if (this.#end) this.#nearEnd.unobserve(this.#end);
    this.#end = end;
    if (end && this.#list.hasMore && !this.#list.isLoading) this.#nearEnd.observe(end);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-patients': PatientsPage;
  }
}
