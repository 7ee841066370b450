import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Passkey, StaffSession } from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { makePasskey } from '../../state/new-passkey.js';
import { date, dateTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { roleWords } from '../../words/shell-words.js';
import { ownWords } from './own-words.js';

/** One's own account: passkeys, and where one is signed in (C-02). */
export class OwnPage extends LoadedPage {
  readonly #passkeys = new Loaded<readonly Passkey[]>(this);
  readonly #sessions = new Loaded<readonly StaffSession[]>(this);
  /** Id of the passkey that gets another name. */
  @state() private renamed = '';

  protected override open(): void {
    const { api } = this.console!;
    void this.#passkeys.load(async () => (await api.call('passkeys')).data.items);
    void this.#sessions.load(async () => (await api.call('staffSessions')).data.items);
  }

  protected override render(): TemplateResult {
    const words = this.words(ownWords);
    const { me } = this.console ?? {};
    const roles = this.words(roleWords);
    return html`
      <h1>${words.title}</h1>
      <p class="lead">
        ${me?.name}${me?.email ? html`, ${me.email}` : nothing}<br />
        ${[...new Set((me?.roles ?? []).map(({ role }) => roles[role]))].join(', ')}
      </p>
      ${this.renderFailure()}
      <section class="section" aria-labelledby="passkeys">
        <h2 id="passkeys">${words.passkeys}</h2>
        <p class="lead">${words.passkeysLead}</p>
        ${this.renderLoaded(this.#passkeys, (items) => this.#renderPasskeys(items))}
        <button class="button" type="button" ?disabled=${this.isBusy} @click=${this.#addPasskey}>
          ${words.addPasskey}
        </button>
      </section>
      <section class="section" aria-labelledby="sessions">
        <h2 id="sessions">${words.sessions}</h2>
        ${this.renderLoaded(this.#sessions, (items) => this.#renderSessions(items))}
        <button class="button" type="button" ?disabled=${this.isBusy} @click=${this.#endAll}>
          ${words.endAll}
        </button>
      </section>
    `;
  }

  #renderPasskeys(items: readonly Passkey[]): TemplateResult {
    const words = this.words(ownWords);
    if (items.length === 0) return html`<p class="hint">${words.noPasskeys}</p>`;
    return html`<ul class="items">
      ${items.map((passkey) => {
        const { id, name, createdAt, usedAt } = passkey;
        return this.renamed === id
          ? this.#renderName(passkey)
          : html`<li class="item">
              <span>
                <strong>${name}</strong>
                <span class="hint">
                  ${fill(words.created, { date: date(createdAt, this.language) })}${
                    usedAt
                      ? html`, ${fill(words.used, { date: dateTime(usedAt, this.language) })}`
                      : nothing
                  }
                </span>
              </span>
              <span class="row">
                <button
                  class="link"
                  type="button"
                  aria-label="${words.rename}: ${name}"
                  @click=${() => this.#rename(id)}
                >
                  ${words.rename}
                </button>
                <button
                  class="link"
                  type="button"
                  aria-label=${fill(words.removePasskey, { name })}
                  @click=${() => this.#remove(id)}
                >
                  ${this.shell.remove}
                </button>
              </span>
            </li>`;
      })}
    </ul>`;
  }

  #renderName({ id, name }: Passkey): TemplateResult {
    const words = this.words(ownWords);
    return html`<li class="item">
      <form class="row" @submit=${(event: SubmitEvent) => this.#storeName(event, id)}>
        <label for="name">${words.passkeyName}</label>
        <input
          class="control"
          id="name"
          name="name"
          required
          maxlength="100"
          autocomplete="off"
          .value=${name}
        />
        <button class="button primary" ?disabled=${this.isBusy}>${this.shell.save}</button>
        <button class="link" type="button" @click=${() => (this.renamed = '')}>
          ${this.shell.cancel}
        </button>
      </form>
    </li>`;
  }

  async #rename(id: string): Promise<void> {
    this.renamed = id;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('#name')?.select();
  }

  #storeName(event: SubmitEvent, id: string): Promise<boolean> {
    event.preventDefault();
    const { value } = this.renderRoot.querySelector<HTMLInputElement>('#name')!;
    return this.run(async () => {
      await this.console!.api.call('renamePasskey', { id, body: { name: value.trim() } });
      this.renamed = '';
      await this.#passkeys.reload();
      this.console!.say(this.shell.saved);
    });
  }

  #renderSessions(items: readonly StaffSession[]): TemplateResult {
    const words = this.words(ownWords);
    return html`<ul class="items">
      ${items.map(
        ({ id, device, seenAt, isCurrent }) =>
          html`<li class="item">
            <span>
              <strong>${device}</strong>
              <span class="hint">
                ${isCurrent ? words.here : fill(words.seen, { date: dateTime(seenAt, this.language) })}
              </span>
            </span>
            ${
              isCurrent
                ? nothing
                : html`<button
                    class="link"
                    type="button"
                    aria-label=${fill(words.endSession, { device })}
                    @click=${() => this.#end(id)}
                  >
                    ${this.shell.signOut}
                  </button>`
            }
          </li>`,
      )}
    </ul>`;
  }

  readonly #addPasskey = async () => {
    const { api } = this.console!;
    await this.run(async () => {
      await makePasskey(api, this.words(ownWords).thisDevice);
      await this.#passkeys.reload();
    });
  };

  #remove(id: string): Promise<boolean> {
    return this.run(async () => {
      await this.console!.api.call('deletePasskey', { id });
      await this.#passkeys.reload();
    });
  }

  #end(id: string): Promise<boolean> {
    return this.run(async () => {
      await this.console!.api.call('endSession', { id });
      await this.#sessions.reload();
    });
  }

  readonly #endAll = async () => {
    await this.run(async () => {
      await this.console!.api.call('endSessions');
      await this.#sessions.reload();
    });
    // Its own session has ended too.
    await this.run(() => this.console!.api.call('me'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-own': OwnPage;
  }
}
