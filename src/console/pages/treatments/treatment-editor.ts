import { CatalogueEditor } from '../../catalogue/catalogue-editor.js';

/** Base of the editors of this page, whose records belong to the whole account. */
export abstract class TreatmentEditor<T extends { name: string }> extends CatalogueEditor<T> {
  protected override readonly page = 'treatments';

  protected override get reason(): string | undefined {
    return this.reasonWithout('catalogue');
  }
}
