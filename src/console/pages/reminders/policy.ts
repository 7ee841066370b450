import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { Language, ReminderPreview, Reminders } from '../../../contract/index.js';
import { state } from 'lit/decorators.js';
import type { StaffError } from '../../api/staff-error.js';
import { alertIcon } from '../../../theme/icons.js';
import { selectField, switchField } from '../../parts/fields.js';
import { RecordPage } from '../../parts/record-page.js';
import { Loaded } from '../../state/loaded.js';
import { RecordEditor } from '../../state/record-editor.js';
import { SmsChangedEvent } from '../../state/sms-alert.js';
import { weekdayNames } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { languageName } from '../../words/language-name.js';
import { exceptionFields } from './exception-fields.js';
import { exceptionWords } from './exception-words.js';
import { pauseFields } from './pause-fields.js';
import type { PlanSetup } from './plan-fields.js';
import { reminderFields, textFieldOf, thankYouFields } from './plan-fields.js';
import { changesQueue, plansAnew } from './policy-counts.js';
import type { CountsAnsweredEvent } from './policy-counts.js';
import { policyStyles } from './policy-styles.js';
import { policyWords } from './policy-words.js';
import { readReminderWorld, remindersSource } from './reminder-source.js';
import type { ReminderWorld } from './reminder-source.js';
import { remindersWords } from './reminders-words.js';

const targets = ['all', 'wishing', 'none'] as const;

/** To whom, when and with which texts reminders go (*SMS-tekster*, M-04, M-05). */
export class ReminderPolicy extends RecordPage<Reminders> {
  static override styles: CSSResultGroup = [RecordPage.styles, policyStyles];

  protected override readonly editor = new RecordEditor<Reminders>(this);
  readonly #world = new Loaded<ReminderWorld>(this);
  /** How many wait before and after, while somebody is asked. */
  @state() private counts: ReminderPreview | undefined;
  #answer: ((isSure: boolean) => void) | undefined;
  #saves = 0;
  #failure: StaffError | undefined;

  protected override open(): void {
    const { api } = this.console!;
    void this.editor.open(remindersSource(api));
    void this.#world.load(() => readReminderWorld(api));
  }

  protected override updated(): void {
    this.#openWrong();
    if (this.editor.saves === this.#saves) return;
    this.#saves = this.editor.saves;
    // Whether test mode is on stands above every page.
    this.dispatchEvent(new SmsChangedEvent());
  }

  /** Nobody changes what waits without having seen how much that is (M-16). */
  protected override async mayStore(): Promise<boolean> {
    const { draft } = this.editor;
    if (!draft || this.counts) return false;
    if (!plansAnew(this.editor.stored, draft)) return true;
    const counts = await this.console!.api.call('previewReminders', { body: draft })
      .then(({ data }) => data)
      // What is wrong with it is said by saving it.
      .catch(() => undefined);
    if (!counts || !changesQueue(counts)) return true;
    this.counts = counts;
    const isSure = await new Promise<boolean>((resolve) => (this.#answer = resolve));
    this.counts = undefined;
    return isSure;
  }

  #renderCounts(): TemplateResult | typeof nothing {
    if (!this.counts) return nothing;
    return html`<opus-console-reminder-counts
      .counts=${this.counts}
      @opus-console-counts-answered=${({ isSure }: CountsAnsweredEvent) => this.#answer?.(isSure)}
    ></opus-console-reminder-counts>`;
  }

  /** What is wrong in an exception has to be seen. */
  #openWrong(): void {
    const { failure } = this.editor;
    if (failure === this.#failure) return;
    this.#failure = failure;
    const all = this.renderRoot.querySelectorAll('details.exception');
    for (const { path } of failure?.fields ?? []) {
      const [, index, part] = /^exceptions\.(\d+)(?:\.(\w+))?/.exec(path) ?? [];
      const details = index === undefined ? undefined : all[Number(index)];
      details?.setAttribute('open', '');
      if (part === 'texts') details?.querySelector('details')?.setAttribute('open', '');
    }
  }

  protected override get recordName(): string {
    return this.words(policyWords).record;
  }

  protected override nameOf(path: string): string {
    const words = this.words(policyWords);
    const names: Record<string, string> = {
      ...this.words(remindersWords),
      ...{ to: words.to, email: words.email, testMode: words.testMode },
      ...{
        reminders: words.reminders,
        thankYou: words.after,
        exceptions: this.words(exceptionWords).title,
      },
      ...{ daysWithoutSending: words.days, publicHolidays: words.publicHolidays },
      ...{
        'pauses.saturday': words.saturday,
        'pauses.sunday': words.sunday,
        'pauses.night': words.night,
      },
    };
    return names[path] ?? names[path.replace(/^texts\./, '')] ?? path;
  }

  protected override shown(value: unknown, path: string): string {
    const words = this.words(policyWords);
    if (typeof value === 'boolean') return value ? words.on : words.off;
    if (path === 'to') return words[value as (typeof targets)[number]];
    if (path === 'exceptions') {
      return fill(words.conflictExceptions, { count: (value as readonly unknown[]).length });
    }
    if (path === 'reminders') {
      const list = value as Reminders['reminders'];
      const hours = list.map(({ hoursBefore }) => hoursBefore).join(', ');
      return fill(words.conflictReminders, { count: list.length, hours });
    }
    if (path === 'daysWithoutSending') {
      const days = weekdayNames(this.language);
      return (
        (value as readonly number[]).map((day) => days[day - 1]).join(', ') || this.shell.empty
      );
    }
    if (path === 'pauses.night' && value) {
      const { from, to } = value as NonNullable<Reminders['pauses']['night']>;
      return `${from}–${to}`;
    }
    if (path === 'thankYou' && value) {
      const { hoursAfter, text } = value as NonNullable<Reminders['thankYou']>;
      return [`${words.hoursAfter}: ${hoursAfter}`, ...(text ? [text] : [])].join(', ');
    }
    return super.shown(value, path);
  }

  protected override render(): TemplateResult {
    // A form without what its texts are shown with would jump.
    if (this.#world.value) return html`${super.render()} ${this.#renderCounts()}`;
    return this.#world.failure
      ? html`<div class="notice problem" role="alert">
          <p>${this.failureText(this.#world.failure)}</p>
          <button class="link" type="button" @click=${() => this.#world.reload()}>
            ${this.shell.retry}
          </button>
        </div>`
      : html`<p class="hint" role="status">${this.shell.loading}</p>`;
  }

  protected override renderRecord(draft: Reminders): TemplateResult {
    const world = this.#world.value!;
    return html`<div class="both">
      <div>
        ${this.#renderWho()} ${this.#renderPlan(world)} ${this.#renderWhenNot()}
        ${this.#renderOthers(world)} ${this.#renderExceptions(world, draft)}
        <opus-console-reminder-preview
          .policy=${draft}
          .world=${world}
        ></opus-console-reminder-preview>
      </div>
      <div class="aside">
        <opus-console-reminder-timeline
          .policy=${draft}
          .world=${world}
        ></opus-console-reminder-timeline>
      </div>
    </div>`;
  }

  #planSetup(world: ReminderWorld, place: string, textLanguage: Language): PlanSetup {
    return {
      form: this.editor,
      ...{ place, world, textLanguage },
      reason: this.reasonWithout('settings'),
      words: this.words(policyWords),
      names: this.words(remindersWords),
      remove: this.shell.remove,
      problemText: (code) => this.problemText(code),
    };
  }

  #renderWho(): TemplateResult {
    const words = this.words(policyWords);
    const reason = this.reasonWithout('settings');
    return html`<section class="section" aria-labelledby="who">
      <h2 id="who">${words.who}</h2>
      <div class="fields">
        ${selectField({
          ...this.field('to', words.to, { hint: words.toHint, reason }),
          options: targets.map((value) => ({ value, label: words[value] })),
        })}
        ${switchField(this.field('email', words.email, { reason }))}
        ${switchField(this.field('testMode', words.testMode, { hint: words.testModeHint, reason }))}
      </div>
    </section>`;
  }

  #renderPlan(world: ReminderWorld): TemplateResult {
    const words = this.words(policyWords);
    const { textLanguage } = world;
    const setup = this.#planSetup(world, '', textLanguage);
    const language = languageName(textLanguage, this.language);
    const isPlural = world.languages.length > 1;
    return html`<section class="section" aria-labelledby="before">
        <h2 id="before">${words.reminders}</h2>
        ${isPlural ? html`<p class="hint note">${fill(words.languageNote, { language })}</p>` : nothing}
        ${reminderFields(setup)}
      </section>
      <section class="section" aria-labelledby="after">
        <h2 id="after">${words.after}</h2>
        <div class="message">
          ${switchField({
            ...this.field('thankYou', words.sendThanks, { reason: setup.reason }),
            form: {
              valueOf: () => Boolean(this.editor.draft?.thankYou),
              set: (path, isOn) =>
                this.editor.set(path, isOn === true ? { hoursAfter: 3, text: null } : null),
              problemOf: (path) => this.editor.problemOf(path),
            },
          })}
          ${thankYouFields(setup)}
        </div>
      </section>`;
  }

  #renderWhenNot(): TemplateResult {
    return pauseFields({
      form: this.editor,
      field: (path, label, more) => this.field(path, label, more),
      reason: this.reasonWithout('settings'),
      words: this.words(policyWords),
      language: this.language,
      error: (path) => this.#renderProblem(path),
    });
  }

  #renderProblem(path: string): TemplateResult | typeof nothing {
    const problem = this.editor.problemOf(path);
    return problem === undefined
      ? nothing
      : html`<div class="error" id="${path.replaceAll('.', '-')}-problem">
          ${alertIcon}${this.problemText(problem)}
        </div>`;
  }

  #renderOthers(world: ReminderWorld): TemplateResult {
    const words = this.words(policyWords);
    const names = this.words(remindersWords);
    const setup = this.#planSetup(world, '', world.textLanguage);
    return html`<section class="section" aria-labelledby="others">
      <h2 id="others">${words.others}</h2>
      <p class="lead">${words.othersLead}</p>
      ${(['general', 'message', 'recall'] as const).map(
        (type) =>
          html`<fieldset class="message">
            <legend>${names[type]}</legend>
            ${textFieldOf(setup, type, `texts.${type}`)}
          </fieldset>`,
      )}
    </section>`;
  }

  #renderExceptions(world: ReminderWorld, draft: Reminders): TemplateResult {
    return exceptionFields({
      draft,
      stored: this.editor.stored?.exceptions.length ?? 0,
      setupOf: (place, language) => this.#planSetup(world, place, language),
      words: this.words(exceptionWords),
      language: this.language,
      error: (path) => this.#renderProblem(path),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-reminder-policy': ReminderPolicy;
  }
}
