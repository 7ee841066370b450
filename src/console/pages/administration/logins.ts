import { css, html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { EidProviderList, SignInProvider } from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { loginsWords } from './logins-words.js';
import { readEidProviders } from './provider-sources.js';

interface Patients {
  readonly providers: EidProviderList['items'];
  /** Ids of those that patients are offered. */
  readonly offered: readonly string[];
}

interface Listed {
  readonly id: string;
  readonly name: string;
}

interface Editor extends HTMLElement {
  readonly isChanged: boolean;
}

type Part = 'patients' | 'staff';

const place = (...parts: string[]) =>
  toHash({ page: 'administration', parts: ['logins', ...parts] });

/** Where patients and staff log in besides codes: the OpenID providers of both (P-33, C-02). */
export class LoginsSection extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      .add {
        display: inline-block;
      }
    `,
  ];

  readonly #patients = new Loaded<Patients>(this);
  readonly #staff = new Loaded<readonly SignInProvider[]>(this);

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.renderRoot.querySelector<Editor>('.editor')?.isChanged ?? false;
  }

  protected override open(): void {
    const { api } = this.console!;
    void this.#patients.load(async () => {
      const [providers, settings] = await Promise.all([
        readEidProviders(api),
        api.call('settings'),
      ]);
      const { eid } = settings.data.login;
      return { providers, offered: eid.map(({ id }) => id) };
    });
    if (this.reasonWithout('keys')) return;
    void this.#staff.load(async () => (await api.call('signInProviders')).data.items);
  }

  protected override render(): TemplateResult {
    const [part, record] = this.parts;
    return html`<div @opus-console-stored=${this.#reload}>
      ${
        part === 'patients' && record
          ? html`<opus-console-eid-provider class="editor" .record=${record}>
            </opus-console-eid-provider>`
          : part === 'staff' && record
            ? html`<opus-console-sign-in-provider class="editor" .record=${record}>
              </opus-console-sign-in-provider>`
            : this.#renderLists()
      }
    </div>`;
  }

  readonly #reload = () => {
    void this.#patients.reload();
    void this.#staff.reload();
  };

  #renderLists(): TemplateResult {
    const words = this.words(loginsWords);
    const reason = this.reasonWithout('keys');
    return html`<section class="section" aria-labelledby="patients">
        <h2 id="patients">${words.patients}</h2>
        <p class="lead">
          ${words.patientsLead}
          <a href=${toHash({ page: 'booking-page', parts: ['switches'] })}>${words.toSwitches}</a>
        </p>
        ${this.renderLoaded(this.#patients, ({ providers, offered }) =>
          this.#renderList('patients', providers, (id) =>
            offered.includes(id) ? words.offered : words.notOffered,
          ),
        )}
      </section>
      <section class="section" aria-labelledby="staff">
        <h2 id="staff">${words.staff}</h2>
        <p class="lead">${words.staffLead}</p>
        ${
          reason === undefined
            ? this.renderLoaded(this.#staff, (providers) =>
                this.#renderList('staff', providers, (id) =>
                  providers.find((one) => one.id === id)!.domains.join(', '),
                ),
              )
            : html`<p class="notice">${reason}</p>`
        }
      </section>`;
  }

  #renderList(
    part: Part,
    providers: readonly Listed[],
    about: (id: string) => string,
  ): TemplateResult {
    const words = this.words(loginsWords);
    const [none, add, right] = (
      {
        patients: [words.noPatients, words.addPatients, 'settings'],
        staff: [words.noStaff, words.addStaff, 'keys'],
      } as const
    )[part];
    const reason = this.reasonWithout(right);
    return html`${
      providers.length === 0
        ? html`<p class="hint">${none}</p>`
        : html`<ul class="items">
            ${providers.map(
              ({ id, name }) =>
                html`<li class="item">
                  <a href=${place(part, id)}>${name}</a>
                  <span class="hint">${about(id)}</span>
                </li>`,
            )}
          </ul>`
    }
    ${
      reason === undefined
        ? html`<a class="button add" href=${place(part, 'new')}>${add}</a>`
        : html`<p class="reason">${reason}</p>`
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-logins': LoginsSection;
  }
}
