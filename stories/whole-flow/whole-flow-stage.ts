import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../../src/define/booking.js';
import type { DemoMessage } from '../../service/messages/demo-inbox.js';
import type { AccountOptions, PageService } from './page-service.js';

/** Bare names of calls that change nothing, after which no message can have come. */
const quiet = ['GET', 'HEAD', 'OPTIONS'];

/**
 * One account's booking with the real service behind it, and beneath it what the service sent. A changed request goes
 * through the staff API first; then the booking begins anew.
 */
export class WholeFlowStage extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    .inbox {
      margin-block-start: 48px;
      padding-block-start: 24px;
      border-block-start: 1px solid color-mix(in srgb, currentcolor 20%, transparent);
      max-inline-size: 68ch;
    }
    h2 {
      font-size: 1.125rem;
      margin: 0 0 4px;
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    ol {
      list-style: none;
      margin: 16px 0 0;
      padding: 0;
      display: grid;
      gap: 16px;
    }
    .to {
      font-size: 0.875rem;
    }
    .text {
      white-space: pre-line;
    }
  `;

  @property() account = '';
  @property() override lang = '';
  @property({ attribute: false }) request?: AccountOptions;

  @state() private messages: readonly DemoMessage[] = [];
  /** What is going on before the booking can be shown. */
  @state() private waitsFor: string | undefined;
  @state() private refusal = '';
  /** The account in view and its way to the service: another one begins the booking anew. */
  @state() private shown: { account: string; fetch: typeof fetch } | undefined;
  private work = Promise.resolve();
  private requested = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('account') && !changed.has('request')) return;
    const { account, request } = this;
    const requested = JSON.stringify({ account, request });
    if (!account || !request || requested === this.requested) return;
    this.requested = requested;
    // One after the other, so that the last request is the one that stays.
    this.work = this.work.then(() => this.show(account, request));
  }

  private async show(account: string, request: AccountOptions): Promise<void> {
    try {
      this.waitsFor = this.shown ? undefined : 'Starting PostgreSQL and the service in this page …';
      // Ten times as much as everything else: only whoever looks at this story loads it.
      const { openPageService } = await import('./page-service.js');
      const service = await openPageService();
      if (account !== this.shown?.account) {
        this.waitsFor = 'Filling the calendars of the coming weeks …';
        await service.prepare(account);
      }
      this.refusal = '';
      await service.change(account, request).catch((error: unknown) => {
        this.refusal = `The service refused: ${String(error)}`;
      });
      this.shown = { account, fetch: this.fetchOf(service, account) };
      this.messages = await service.messages(account);
    } catch (error) {
      this.refusal = `The service did not start: ${String(error)}`;
    }
    this.waitsFor = undefined;
  }

  private fetchOf(service: PageService, account: string): typeof fetch {
    return async (input, init) => {
      const request = new Request(input, init);
      const answer = await service.fetch(request);
      if (!quiet.includes(request.method)) {
        void service.messages(account).then((messages) => {
          if (account === this.shown?.account) this.messages = messages;
        });
      }
      return answer;
    };
  }

  protected override render(): unknown {
    const { shown, waitsFor, refusal } = this;
    return html`
      <p role="status">${waitsFor}</p>
      ${refusal ? html`<p role="alert">${refusal}</p>` : nothing}
      ${
        shown
          ? html`<opus-booking
                lang=${this.lang || nothing}
                account=${shown.account}
                .fetch=${shown.fetch}
              ></opus-booking>
              ${this.renderInbox()}`
          : nothing
      }
    `;
  }

  private renderInbox(): unknown {
    const { messages } = this;
    return html`<section class="inbox" aria-labelledby="inbox" lang="en">
      <h2 id="inbox">Demo inbox</h2>
      <p>What the service sent to the patient. Nothing leaves this page.</p>
      <ol role="list" aria-live="polite">
        ${messages.slice(0, 5).map(
          ({ channel, to, text, subject }) =>
            html`<li>
              <p class="to">${channel === 'sms' ? 'SMS' : 'E-mail'} to ${to}</p>
              ${subject ? html`<p><strong>${subject}</strong></p>` : nothing}
              <p class="text">${text}</p>
            </li>`,
        )}
      </ol>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'whole-flow-stage': WholeFlowStage;
  }
}
