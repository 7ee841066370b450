import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Key, KeyCreated, StaffRight } from '../../../contract/index.js';
import { rightsAtPlace, sharedRights, StaffRight as Rights } from '../../../contract/index.js';
import { readAll } from '../../catalogue/records.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { mayEverywhere } from '../../state/console-context.js';
import { Loaded } from '../../state/loaded.js';
import { date, dateTime, endOfDay, listed } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { rightWords } from '../../words/shell-words.js';
import { historyWords } from './history-words.js';
import { keysWords } from './keys-words.js';

interface Place {
  readonly id: string;
  readonly name: string;
}

/** Rights over the whole account can't be had at some clinics. */
const isAtClinics = (right: StaffRight) =>
  rightsAtPlace.includes(right) || sharedRights.includes(right);

/** API keys with their rights and clinics (S-10, C-11): shown once, revoked at once. */
export class KeysSection extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      form {
        margin-block-start: 32px;
      }

      fieldset {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        margin-block-end: 8px;
        font-weight: 600;
      }

      fieldset label {
        font-weight: 400;
      }

      output {
        display: block;
        margin-block: 12px;
        font-family: monospace;
        overflow-wrap: anywhere;
      }

      .places {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr));
        gap: 8px 24px;
        margin-inline-start: 36px;
      }

      .sure {
        display: grid;
        flex-basis: 100%;
        gap: 12px;
        max-inline-size: 60ch;
      }

      /* Fainter, yet as easy to read as any other text. */
      .revoked {
        color: var(--_ink-quiet);
      }

      .revoked strong {
        font-weight: 400;
        text-decoration: line-through;
      }
    `,
  ];

  readonly #keys = new Loaded<readonly Key[]>(this);
  @state() private created: KeyCreated | undefined;
  @state() private isAdding = false;
  @state() private isCopied = false;
  /** Id of the key that is about to be revoked. */
  @state() private asked = '';
  @state() private clinics: readonly Place[] = [];
  /** Whether the new key is for some clinics only. */
  @state() private isForSome = false;

  protected override open(): void {
    const { api } = this.console!;
    void this.#keys.load(async () => (await api.call('keys')).data.items);
    // Without their names a key is for every clinic.
    readAll(api, 'clinics').then(
      (clinics) => (this.clinics = clinics),
      () => undefined,
    );
  }

  /** Whether leaving loses something: a key that was not copied can't be seen again. */
  get isChanged(): boolean {
    return this.created !== undefined && !this.isCopied;
  }

  protected override render(): TemplateResult {
    const words = this.words(keysWords);
    return html`
      <p class="lead">${words.keysLead}</p>
      ${this.created ? this.#renderCreated(this.created) : nothing}
      ${this.renderLoaded(this.#keys, (keys) => this.#renderKeys(keys))}
      ${
        this.isAdding
          ? this.#renderForm()
          : html`<button class="button" type="button" @click=${this.#begin}>
              ${words.addKey}
            </button>`
      }
      ${this.renderFailure()}
    `;
  }

  #renderCreated({ key }: KeyCreated): TemplateResult {
    const words = this.words(keysWords);
    const copy = async () => {
      await navigator.clipboard.writeText(key);
      this.isCopied = true;
    };
    return html`<div class="notice section" role="status">
      <p>${words.keyOnce}</p>
      <output>${key}</output>
      <button class="button" type="button" @click=${copy}>
        ${this.isCopied ? words.copied : words.copy}
      </button>
    </div>`;
  }

  #renderKeys(keys: readonly Key[]): TemplateResult {
    const words = this.words(keysWords);
    if (keys.length === 0) return html`<p class="hint">${words.noKeys}</p>`;
    return html`<ul class="items">
      ${keys.map((key) => this.#renderKey(key))}
    </ul>`;
  }

  readonly #begin = () => {
    this.isAdding = true;
    this.isForSome = false;
  };

  #renderKey(key: Key): TemplateResult {
    const { name, rights, createdAt, createdBy, usedAt, expiresAt, revokedAt } = key;
    const words = this.words(keysWords);
    const names = this.words(rightWords);
    const facts = [
      fill(words.keyMade, {
        date: date(createdAt, this.language),
        name: createdBy || this.words(historyWords).host.toLowerCase(),
      }),
      usedAt ? fill(words.keyUsed, { date: dateTime(usedAt, this.language) }) : words.keyUnused,
      ...(expiresAt ? [fill(words.keyUntil, { date: date(expiresAt, this.language) })] : []),
    ];
    const known = rights.map((right) => names[right]);
    return html`<li class="item ${revokedAt ? 'revoked' : ''}">
      <span>
        <strong>${name}</strong>
        <span class="hint">${listed(known, this.language)}</span>
        ${key.clinics ? html`<span class="hint">${this.#placesOf(key.clinics)}</span>` : nothing}
        <span class="hint">${facts.join(' · ')}</span>
      </span>
      ${
        revokedAt
          ? html`<span class="hint">
              ${fill(words.keyRevoked, { date: date(revokedAt, this.language) })}
            </span>`
          : this.#renderRevoke(key)
      }
    </li>`;
  }

  #placesOf(ids: readonly string[]): string {
    const names = ids.map((id) => this.clinics.find((clinic) => clinic.id === id)?.name ?? id);
    return fill(this.words(keysWords).onlyAt, { clinics: listed(names, this.language) });
  }

  /** Asks once: what uses the key stops at that moment. */
  #renderRevoke({ id, name }: Key): TemplateResult {
    const words = this.words(keysWords);
    if (this.asked !== id) {
      return html`<button class="link" type="button" @click=${() => (this.asked = id)}>
        ${fill(words.revoke, { name })}
      </button>`;
    }
    return html`<div class="sure">
      <p role="alert">${fill(words.revokeSure, { name })}</p>
      <div class="row">
        <button
          class="button"
          type="button"
          ?disabled=${this.isBusy}
          @click=${() => this.#revoke(id)}
        >
          ${fill(words.revoke, { name })}
        </button>
        <button class="link" type="button" @click=${() => (this.asked = '')}>
          ${this.shell.cancel}
        </button>
      </div>
    </div>`;
  }

  #renderForm(): TemplateResult {
    const words = this.words(keysWords);
    const names = this.words(rightWords);
    const { me } = this.console!;
    return html`<form class="fields" @submit=${this.#create}>
      <div>
        <label for="name">${words.name}</label>
        <input class="control" id="name" name="name" required maxlength="100" autocomplete="off" />
      </div>
      ${this.clinics.length > 1 ? this.#renderPlaces() : nothing}
      <fieldset>
        <legend>${words.keyRights}</legend>
        ${Rights.options.map((right) => {
          const isMine = mayEverywhere(me, right);
          const isWhole = this.isForSome && !isAtClinics(right);
          const reason = isMine ? words.everywhereOnly : this.missing(right);
          return html`<div class="switch">
            <input
              type="checkbox"
              id="right-${right}"
              name="right"
              .value=${right}
              ?disabled=${!isMine || isWhole}
            />
            <label for="right-${right}">${names[right]}</label>
            ${isMine && !isWhole ? nothing : html`<span class="reason">${reason}</span>`}
          </div>`;
        })}
      </fieldset>
      <div>
        <label for="expires">${words.keyExpires}</label>
        <div class="hint" id="expires-hint">${words.keyExpiresHint}</div>
        <input
          class="control"
          id="expires"
          name="expires"
          type="date"
          aria-describedby="expires-hint"
        />
      </div>
      <div class="row">
        <button class="button primary" ?disabled=${this.isBusy}>${words.addKey}</button>
        <button class="link" type="button" @click=${() => (this.isAdding = false)}>
          ${this.shell.cancel}
        </button>
      </div>
    </form>`;
  }

  #renderPlaces(): TemplateResult {
    const words = this.words(keysWords);
    const where = (isForSome: boolean, label: string) =>
      html`<div class="switch">
        <input
          type="radio"
          name="where"
          id="where-${isForSome}"
          .checked=${this.isForSome === isForSome}
          @change=${() => (this.isForSome = isForSome)}
        />
        <label for="where-${isForSome}">${label}</label>
      </div>`;
    return html`<fieldset>
      <legend>${words.keyClinics}</legend>
      ${where(false, words.everyClinic)} ${where(true, words.someClinics)}
      ${
        this.isForSome
          ? html`<div class="places">
              ${this.clinics.map(
                ({ id, name }) =>
                  html`<div class="switch">
                    <input type="checkbox" id="clinic-${id}" name="clinic" .value=${id} />
                    <label for="clinic-${id}">${name}</label>
                  </div>`,
              )}
            </div>`
          : nothing
      }
    </fieldset>`;
  }

  readonly #create = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const typed = (name: string) => {
      const value = given.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const expires = typed('expires');
    await this.run(async () => {
      const { data } = await this.console!.api.call('createKey', {
        body: {
          name: typed('name'),
          rights: given.getAll('right') as StaffRight[],
          // None chosen is refused: a key for some clinics is not one for all.
          ...(this.isForSome ? { clinics: given.getAll('clinic') as string[] } : {}),
          ...(expires ? { expiresAt: endOfDay(expires) } : {}),
        },
      });
      this.created = data;
      this.isCopied = false;
      this.isAdding = false;
      await this.#keys.reload();
    });
  };

  #revoke(id: string): Promise<boolean> {
    return this.run(async () => {
      await this.console!.api.call('deleteKey', { id });
      this.asked = '';
      await this.#keys.reload();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-keys': KeysSection;
  }
}
