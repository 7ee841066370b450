import { html, type TemplateResult } from 'lit';

type Handler = (event: Event) => unknown;

/** A quiet button that reads as a link. */
export function renderLink(text: string, handleClick: Handler): TemplateResult {
  return html`<button class="link" type="button" @click=${handleClick}>${text}</button>`;
}

/** An outlined button; `look` is its class and part, such as `button primary`. */
export function renderButton(text: string, handleClick: Handler, look = 'button'): TemplateResult {
  return html`<button class=${look} part=${look} type="button" @click=${handleClick}>
    ${text}
  </button>`;
}

/** A link to the page where patients can log in, as they cannot on the page around. */
export function renderLoginPage(text: string, url: string, look = 'link'): TemplateResult {
  return html`<a class=${look} part=${look} href=${url} target="_top">${text}</a>`;
}
