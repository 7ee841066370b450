import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { StaffApi } from '../api/staff-api.js';
import { asStaffError } from '../state/record-editor.js';
import type { RecordSource } from '../state/record-editor.js';
import { toHash } from '../state/route.js';
import { catalogueStyles } from './catalogue-styles.js';
import { catalogueWords } from './catalogue-words.js';
import { readOne, removeOne, storeOne } from './records.js';
import type { CatalogueKind } from './records.js';
import { RemovableRecord } from './removable-record.js';

/** Base of the editors of the catalogue. */
export abstract class CatalogueEditor<T extends { name: string }> extends RemovableRecord<T> {
  static override styles: CSSResultGroup = [RemovableRecord.styles, catalogueStyles];

  /** Place of a new one: after the last. */
  @property({ attribute: false }) nextPosition = 0;
  protected abstract readonly kind: CatalogueKind;
  /** Name of the page and of the section in addresses. */
  protected abstract readonly page: string;
  protected abstract readonly section: string;
  /** Reads what there is to choose from. */
  protected loadChoices(_api: StaffApi): Promise<void> {
    return Promise.resolve();
  }

  protected override get place(): readonly [page: string, ...parts: string[]] {
    return [this.page, this.section];
  }

  protected override get inUse(): string {
    return this.words(catalogueWords).inUse;
  }

  protected override open(): void {
    super.open();
    // Without them there is less to choose from; the record itself is shown.
    this.loadChoices(this.console!.api).catch((error: unknown) =>
      this.console?.failed(asStaffError(error)),
    );
  }

  protected override source(api: StaffApi, idOf: (name: string) => string): RecordSource<T> {
    return {
      read: async () => {
        const { data, version } = await readOne(api, this.kind, this.recordId);
        return { data: data as unknown as T, version };
      },
      store: (draft: T, before: T, version: string | undefined) =>
        this.store(api, idOf(draft.name), { draft, before, version }),
    };
  }

  /** Stores the draft under an id. */
  protected store(
    api: StaffApi,
    id: string,
    { draft, version }: { draft: T; before: T; version: string | undefined },
  ): Promise<void> {
    return storeOne(api, this.kind, id, { data: draft, version });
  }

  /** Heading with the way back, and why nothing can be changed. */
  protected renderHead(back: string, newTitle: string): TemplateResult {
    const { stored } = this.editor;
    return html`<p class="back">
        <a href=${toHash({ page: this.page, parts: [this.section] })}>‹ ${back}</a>
      </p>
      <h2 class="record">${stored?.name ?? newTitle}</h2>
      ${
        this.reason === undefined
          ? nothing
          : html`<p class="notice section" id="fixed">${this.reason}</p>`
      }`;
  }

  protected override removeOne(api: StaffApi, id: string): Promise<unknown> {
    return removeOne(api, this.kind, id);
  }
}
