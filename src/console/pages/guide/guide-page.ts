import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Slot, Subdomain } from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { emptyEmbedSetup, serviceRoot } from '../../../domain/embed-code/embed-setup.js';
import { htmlCode } from '../../../domain/embed-code/html-code.js';
import { toHash } from '../../state/route.js';
import { clinicTime } from '../../words/dates.js';
import { readGuideData, readToday } from './guide-data.js';
import type { GuideStep, GuideStepName } from './guide-steps.js';
import { guideSteps } from './guide-steps.js';
import { guideWords } from './guide-words.js';

/** Where a line is seen to; a page that there is not yet has no link. */
const places: Partial<Record<GuideStepName, readonly [page: string, ...parts: string[]]>> = {
  passkey: ['own'],
  clinics: ['people', 'clinics'],
  groups: ['people', 'groups'],
  clinicians: ['people', 'clinicians'],
  templates: ['treatments', 'templates'],
  definitions: ['treatments', 'matrix'],
  workingTime: ['timebook'],
  preblocks: ['timebook'],
  look: ['booking-page', 'look'],
  texts: ['booking-page', 'texts'],
  login: ['booking-page', 'switches'],
  sender: ['messages', 'sender'],
};

interface Guide {
  readonly steps: readonly GuideStep[];
  readonly first: Slot | null | undefined;
  readonly subdomain: Subdomain;
}

/** What there is to do until patients find a first free time (C-05). */
export class GuidePage extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      ol {
        max-inline-size: 720px;
        margin-block: 0 40px;
        padding: 0;
        list-style: none;
      }

      .step {
        display: grid;
        grid-template-columns: 28px 1fr auto;
        gap: 4px 12px;
        padding-block: 16px;
        border-block-end: 1px solid var(--_line);
      }

      .mark {
        inline-size: 20px;
        block-size: 20px;
        margin-block-start: 3px;
        border: 2px solid var(--_control-line);
        border-radius: 50%;
      }

      .mark svg {
        display: block;
        inline-size: 100%;
        block-size: 100%;
      }

      .done .mark {
        border-color: var(--_accent-text);
        color: var(--_accent-text);
      }

      .step h2 {
        margin: 0;
        font-size: 1em;
      }

      .step .hint {
        max-inline-size: 60ch;
      }

      .state {
        color: var(--_ink-quiet);
        font-size: var(--_small);
        text-align: end;
      }

      .copied {
        display: grid;
        gap: 8px;
        max-inline-size: 720px;
        margin-block-end: 32px;
      }

      pre {
        margin: 0;
        padding: 12px 16px;
        border-radius: var(--_radius);
        background: var(--_accent-soft);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
    `,
  ];

  @state() private copied = '';
  readonly #guide = new Loaded<Guide>(this);

  protected override open(): void {
    const { api } = this.console!;
    void this.#guide.load(async () => {
      const today = await readToday(api, Date.now());
      const [data, subdomain] = await Promise.all([
        readGuideData(api, today),
        api.call('subdomain'),
      ]);
      return { steps: guideSteps(data), first: data.first, subdomain: subdomain.data };
    });
  }

  protected override render(): TemplateResult {
    const words = this.words(guideWords);
    return html`
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      ${this.renderLoaded(
        this.#guide,
        ({ steps, first, subdomain: { name, address } }) =>
          html`<ol>
              ${steps.map((step) => this.#renderStep(step))}${this.#renderFirst(first)}
            </ol>
            ${address ? this.#renderCopied('address', address.replace('{name}', name)) : nothing}
            ${this.#renderCopied('embed', this.#embedCode(address))}`,
      )}
    `;
  }

  #renderStep({ name, isDone, isNeeded }: GuideStep): TemplateResult {
    const words = this.words(guideWords);
    const [page, ...parts] = places[name] ?? [];
    const isThere = page !== undefined && (this.console?.pages.includes(page) ?? false);
    const state = isDone ? words.done : isNeeded ? words.missing : words.optional;
    return this.#renderLine(
      isDone,
      html`<h2>
          ${isThere ? html`<a href=${toHash({ page, parts })}>${words[name]}</a>` : words[name]}
        </h2>
        <p class="hint">${words[`${name}Hint`]}</p>`,
      state,
    );
  }

  #renderFirst(first: Slot | null | undefined): TemplateResult {
    const words = this.words(guideWords);
    const said =
      first === undefined
        ? words.closed
        : first === null
          ? words.noTime
          : clinicTime(first.start, this.language);
    return this.#renderLine(
      Boolean(first),
      html`<h2>${words.first}</h2>
        <p>${said}</p>
        ${
          first === null
            ? html`<p><a href=${toHash({ page: 'why' })}>${words.why}</a></p>`
            : nothing
        }`,
      first ? words.done : words.missing,
    );
  }

  #renderLine(isDone: boolean, content: TemplateResult, state: string): TemplateResult {
    const tick = html`<svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M4 8.5l2.5 2.5L12 5.5" fill="none" stroke="currentColor" stroke-width="2" />
    </svg>`;
    return html`<li class="step ${isDone ? 'done' : ''}">
      <span class="mark">${isDone ? tick : nothing}</span>
      <div>${content}</div>
      <span class="state">${state}</span>
    </li>`;
  }

  /** Of the service that this console belongs to; with choices it is in the administration. */
  #embedCode(address: string | undefined): string {
    const { url, account } = this.console!.api;
    const service = serviceRoot(address, account, new URL(url || '/', location.href).href);
    return htmlCode({ ...emptyEmbedSetup, account, service });
  }

  #renderCopied(name: 'address' | 'embed', text: string): TemplateResult {
    const words = this.words(guideWords);
    const copy = async () => {
      await navigator.clipboard.writeText(text);
      this.copied = name;
    };
    return html`<section class="copied" aria-labelledby=${name}>
      <h2 id=${name}>${words[name]}</h2>
      ${
        name === 'embed'
          ? html`<p class="hint">${words.embedHint}</p>
              <pre>${text}</pre>`
          : html`<p><a href=${text}>${text}</a></p>`
      }
      <div class="row">
        <button class="button" type="button" @click=${copy}>${words.copy}</button>
        <span class="hint" role="status">${this.copied === name ? words.copied : ''}</span>
      </div>
      ${
        name === 'embed'
          ? html`<p>
              <a href=${toHash({ page: 'administration', parts: ['embed'] })}>${words.embedMore}</a>
            </p>`
          : nothing
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-guide': GuidePage;
  }
}
