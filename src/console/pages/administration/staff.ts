import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { Person } from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { dateTime, listed } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { roleWords } from '../../words/shell-words.js';
import { staffWords } from './staff-words.js';

interface Changeable extends HTMLElement {
  readonly isChanged: boolean;
}

/** The people of the staff with their roles (C-01). */
export class StaffSection extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      .item {
        display: grid;
      }

      @media (min-width: 600px) {
        .item {
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        }
      }
    `,
  ];

  readonly #people = new Loaded<readonly Person[]>(this);

  get isChanged(): boolean {
    return this.renderRoot.querySelector<Changeable>('opus-console-person')?.isChanged ?? false;
  }

  protected override open(): void {
    void this.#people.load(async () => (await this.console!.api.call('people')).data.items);
  }

  protected override render(): TemplateResult {
    const words = this.words(staffWords);
    const [id] = this.parts;
    if (id !== undefined) {
      return html`<opus-console-person
        .person=${id}
        @opus-console-stored=${() => this.#people.reload()}
      ></opus-console-person>`;
    }
    return html`
      <p class="lead">${words.staffLead}</p>
      ${this.renderLoaded(this.#people, (people) => this.#renderPeople(people))}
      <a class="button" href=${toHash({ page: 'administration', parts: ['staff', 'new'] })}>
        ${words.addPerson}
      </a>
    `;
  }

  #renderPeople(people: readonly Person[]): TemplateResult {
    return html`<ul class="items">
      ${people.map((person) => this.#renderPerson(person))}
    </ul>`;
  }

  #renderPerson({ id, name, email, roles, seenAt, invitedUntil }: Person): TemplateResult {
    const words = this.words(staffWords);
    const names = this.words(roleWords);
    const held = [...new Set(roles.map(({ role }) => names[role]))];
    return html`<li class="item">
      <span>
        <a href=${toHash({ page: 'administration', parts: ['staff', id] })}>${name}</a>
        <span class="hint">${email}</span>
      </span>
      <span>
        ${listed(held, this.language)}
        <span class="hint">
          ${
            invitedUntil
              ? fill(words.invited, { date: dateTime(invitedUntil, this.language) })
              : seenAt
                ? `${words.lastSeen}: ${dateTime(seenAt, this.language)}`
                : nothing
          }
        </span>
      </span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-staff': StaffSection;
  }
}
