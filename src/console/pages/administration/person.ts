import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { GivenRole, PersonInput, StaffRole } from '../../../contract/index.js';
import { StaffRole as Roles } from '../../../contract/index.js';
import { selectField, switchField, textField } from '../../parts/fields.js';
import { RecordPage } from '../../parts/record-page.js';
import type { StaffError } from '../../api/staff-error.js';
import { asStaffError, RecordEditor } from '../../state/record-editor.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import { roleWords } from '../../words/shell-words.js';
import { staffWords } from './staff-words.js';
import { administrationWords } from './administration-words.js';

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** One person of the staff: roles by clinic, the own calendar, invitation (C-01, C-02, A-13). */
export class PersonEditor extends RecordPage<PersonInput> {
  static override styles: CSSResultGroup = [
    RecordPage.styles,
    css`
      fieldset {
        display: grid;
        gap: 16px;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        margin-block-end: 12px;
        font-weight: 600;
      }

      .where {
        grid-column: 2;
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        font-size: var(--_small);
      }

      .where label {
        font-weight: 400;
      }

      .where input {
        inline-size: 20px;
        block-size: 20px;
        vertical-align: -4px;
      }
    `,
  ];

  /** Id of the person; `new` for one that is added. */
  @property({ attribute: false }) person = '';
  @state() private clinics: readonly Choice[] = [];
  @state() private clinicians: readonly Choice[] = [];
  @state() private deedFailure: StaffError | undefined;
  @state() private isSure = false;
  protected override readonly editor = new RecordEditor<PersonInput>(this);
  #id = '';

  protected override get opens(): string {
    return this.person;
  }

  protected override open(): void {
    const { api } = this.console!;
    const isNew = this.person === 'new';
    this.#id = isNew ? crypto.randomUUID() : this.person;
    const id = this.#id;
    const source = {
      read: () => api.call('person', { id }),
      store: (draft: PersonInput, _before: PersonInput, version: string | undefined) =>
        api.call('putPerson', { id, body: draft, version }),
    };
    if (isNew) this.editor.begin(source, { name: '', email: '', roles: [], mayPublish: true });
    else void this.editor.open(source);
    void this.#loadChoices();
  }

  async #loadChoices(): Promise<void> {
    const { api } = this.console!;
    type List = { items: Choice[] };
    const lists = [api.call('clinics'), api.call('clinicians')];
    const [clinics, clinicians] = await Promise.all(lists).catch(() => []);
    this.clinics = (clinics?.data as List | undefined)?.items ?? [];
    this.clinicians = (clinicians?.data as List | undefined)?.items ?? [];
  }

  protected override get recordName(): string {
    return this.editor.draft?.name ?? '';
  }

  protected override nameOf(path: string): string {
    const words = this.words(staffWords);
    return path in words ? words[path as keyof typeof words] : path;
  }

  protected override renderRecord({ name, email }: PersonInput): TemplateResult {
    const words = this.words(staffWords);
    const isStored = this.editor.stored !== undefined;
    return html`
      <p class="back">
        <a href=${toHash({ page: 'administration', parts: ['staff'] })}
          >‹ ${this.words(administrationWords).staff}</a
        >
      </p>
      <h2 class="record">${isStored ? name : words.newPerson}</h2>
      <div class="fields">
        ${textField({ ...this.field('name', words.name), required: true, maxLength: 100 })}
        ${textField({
          ...this.field('email', words.email, { hint: words.emailHint }),
          type: 'email',
          required: true,
        })}
        ${this.#renderRoles()}
        ${switchField(this.field('mayPublish', words.mayPublish, { hint: words.mayPublishHint }))}
        ${selectField({
          ...this.field('clinician', words.ownCalendar),
          options: this.clinicians.map((clinician) => ({
            value: clinician.id,
            label: clinician.name,
          })),
          none: words.none,
        })}
      </div>
      ${isStored ? this.#renderDeeds(name, email) : nothing}
    `;
  }

  get #roles(): readonly GivenRole[] {
    return this.editor.draft?.roles ?? [];
  }

  #renderRoles(): TemplateResult {
    const words = this.words(staffWords);
    const problem = this.editor.failure?.fields.find(({ path }) => path.startsWith('roles'));
    return html`<fieldset aria-describedby=${problem ? 'roles-problem' : nothing}>
      <legend>${words.roles}</legend>
      ${Roles.options.map((role) => this.#renderRole(role))}
      ${
        problem
          ? html`<div class="error" id="roles-problem">${this.problemText(problem.code)}</div>`
          : nothing
      }
    </fieldset>`;
  }

  #renderRole(role: StaffRole): TemplateResult {
    const words = this.words(staffWords);
    const given = this.#roles.find((one) => one.role === role);
    const label = this.words(roleWords)[role];
    return html`<div class="switch">
      <input
        type="checkbox"
        id="role-${role}"
        aria-describedby="role-${role}-hint"
        .checked=${given !== undefined}
        @change=${(event: Event) => this.#give(role, (event.target as HTMLInputElement).checked)}
      />
      <label for="role-${role}">${label}</label>
      <div class="hint" id="role-${role}-hint">${words[`${role}Hint`]}</div>
      ${given && role !== 'owner' && this.clinics.length > 1 ? this.#renderWhere(given, label) : nothing}
    </div>`;
  }

  /** The clinics where a role holds; none ticked is every one. */
  #renderWhere({ role, clinics }: GivenRole, label: string): TemplateResult {
    const words = this.words(staffWords);
    const set = (next: readonly string[] | undefined) => {
      const roles = this.#roles.map((one) =>
        one.role === role ? { role, ...(next?.length ? { clinics: [...next] } : {}) } : one,
      );
      this.editor.set('roles', roles);
    };
    const box = (id: string | undefined, name: string) => {
      const isOn = id === undefined ? clinics === undefined : (clinics?.includes(id) ?? false);
      const others = (clinics ?? []).filter((one) => one !== id);
      const take = () => set(id === undefined ? undefined : isOn ? others : [...others, id]);
      return html`<label>
        <input type="checkbox" .checked=${isOn} @change=${take} /> ${name}
      </label>`;
    };
    return html`<div class="where" role="group" aria-label=${fill(words.where, { role: label })}>
      ${box(undefined, words.everywhere)} ${this.clinics.map(({ id, name }) => box(id, name))}
    </div>`;
  }

  #give(role: StaffRole, isGiven: boolean): void {
    const others = this.#roles.filter((one) => one.role !== role);
    this.editor.set('roles', isGiven ? [...others, { role }] : others);
  }

  #renderDeeds(name: string, email: string): TemplateResult {
    const words = this.words(staffWords);
    const id = this.#id;
    const invite = () =>
      this.#do(async (api) => {
        await api.call('invitePerson', { id });
        this.console!.say(fill(words.inviteSent, { email }));
      });
    const signOut = () => this.#do((api) => api.call('endSessionsOfPerson', { id }));
    const remove = async () => {
      const isGone = await this.#do((api) => api.call('deletePerson', { id }));
      if (!isGone) return;
      this.#tell();
      this.console!.go('administration', 'staff');
    };
    return html`<div class="section row" style="margin-block-start:32px">
        <button class="button" type="button" @click=${invite}>${words.invite}</button>
        <button class="button" type="button" @click=${signOut}>${words.signOutPerson}</button>
        ${
          this.isSure
            ? html`<span>${fill(words.removePersonSure, { name })}</span>
                <button class="button" type="button" @click=${remove}>${this.shell.remove}</button>
                <button class="link" type="button" @click=${() => (this.isSure = false)}>
                  ${this.shell.cancel}
                </button>`
            : html`<button class="button" type="button" @click=${() => (this.isSure = true)}>
                ${words.removePerson}
              </button>`
        }
      </div>
      ${
        this.deedFailure
          ? html`<p class="notice problem" role="alert">
              ${
                this.deedFailure.fields.map(({ code }) => this.problemText(code))[0] ??
                this.failureText(this.deedFailure)
              }
            </p>`
          : nothing
      }`;
  }

  async #do(
    deed: (api: NonNullable<typeof this.console>['api']) => Promise<unknown>,
  ): Promise<boolean> {
    this.deedFailure = undefined;
    try {
      await deed(this.console!.api);
      return true;
    } catch (error) {
      this.deedFailure = asStaffError(error);
      this.console!.failed(this.deedFailure);
      return false;
    }
  }

  #saves = 0;

  protected override updated(): void {
    if (this.editor.saves === this.#saves) return;
    this.#saves = this.editor.saves;
    this.#tell();
    // What was new has an address now.
    if (this.person === 'new') this.console?.go('administration', 'staff', this.#id);
  }

  #tell(): void {
    this.dispatchEvent(new Event('opus-console-stored', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-person': PersonEditor;
  }
}
