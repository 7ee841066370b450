import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { LoadedPage } from '../../../parts/loaded-page.js';
import { makePasskey } from '../../../state/new-passkey.js';
import { ownWords } from '../own-words.js';

/** Offers a passkey to somebody who has none and has signed in by what an e-mail brought (C-02). */
export class PasskeyOffer extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      .offer {
        max-inline-size: 720px;
        margin-block-end: 40px;
        padding: 20px 24px;
      }

      .offer p {
        max-inline-size: 60ch;
      }

      .row {
        margin-block-start: 16px;
      }
    `,
  ];

  @state() private stage: 'hidden' | 'offered' | 'made' = 'hidden';

  protected override open(): void {
    // An old browser has none to make.
    if (!('PublicKeyCredential' in globalThis)) return;
    const look = async () => {
      const { data } = await this.console!.api.call('passkeys');
      if (data.items.length === 0) this.stage = 'offered';
    };
    look().catch(() => undefined);
  }

  protected override render(): TemplateResult {
    const words = this.words(ownWords);
    const { stage } = this;
    return html`<div role="status">
        ${stage === 'made' ? html`<p class="notice offer">${words.offerMade}</p>` : nothing}
      </div>
      ${
        stage === 'offered'
          ? html`<section class="notice offer" aria-labelledby="offer">
              <h2 id="offer">${words.offer}</h2>
              <p>${words.passkeysLead}</p>
              ${this.renderFailure()}
              <div class="row">
                <button
                  class="button primary"
                  type="button"
                  ?disabled=${this.isBusy}
                  @click=${this.#make}
                >
                  ${words.addPasskey}
                </button>
                <button class="link" type="button" @click=${() => (this.stage = 'hidden')}>
                  ${words.notNow}
                </button>
              </div>
            </section>`
          : nothing
      }`;
  }

  readonly #make = () =>
    this.run(async () => {
      const isMade = await makePasskey(this.console!.api, this.words(ownWords).thisDevice);
      if (isMade) this.stage = 'made';
    });
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-passkey-offer': PasskeyOffer;
  }
}
