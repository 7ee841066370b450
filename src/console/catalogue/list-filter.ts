import { html, nothing } from 'lit';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { catalogueWords } from './catalogue-words.js';

/** A list with more than these has a field that finds by name, and numbers to move by. */
export const manyFrom = 20;

/** What is looked for in a long list. */
export class ListFilter {
  text = '';

  constructor(private readonly host: ReactiveControllerHost) {}

  admits(name: string): boolean {
    return name.toLocaleLowerCase().includes(this.text.trim().toLocaleLowerCase());
  }

  /** Nothing for a short list. */
  render(
    count: number,
    { filter, noneFound }: Record<keyof typeof catalogueWords, string>,
    found: number,
  ): TemplateResult | typeof nothing {
    if (count <= manyFrom) return nothing;
    const take = (event: Event) => {
      this.text = (event.target as HTMLInputElement).value;
      this.host.requestUpdate();
    };
    return html`<div class="filter">
      <label for="filter">${filter}</label>
      <input
        class="control"
        id="filter"
        type="search"
        autocomplete="off"
        .value=${this.text}
        @input=${take}
      />
      <span class="hint" role="status">${found === 0 ? noneFound : `${found} / ${count}`}</span>
    </div>`;
  }
}
