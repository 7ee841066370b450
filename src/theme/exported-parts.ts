import type { LitElement, ReactiveController } from 'lit';

/** The parts that a page may style anywhere in the widget (docs/theming.md). */
const parts =
  'heading,stage,card,chosen,button,primary,label,control,error,slot,day,note,notice,summary';

/** Exports the parts of the elements inside an element to the page around it. */
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
