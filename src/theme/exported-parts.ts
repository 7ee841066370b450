import type { LitElement, ReactiveController } from 'lit';

/** What a page may style anywhere in the widget by `::part()` (docs/theming.md). */
const parts =
  'heading,stage,card,chosen,button,primary,label,control,error,slot,day,note,notice,summary';

/** Lets the page around an element reach the parts of those inside it. */
export class ExportedParts implements ReactiveController {
  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    for (const element of this.host.renderRoot.querySelectorAll('*')) {
      if (element.localName.startsWith('opus-')) element.setAttribute('exportparts', parts);
    }
  }
}
