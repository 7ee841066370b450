import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Explained, ExplainedRule, Me } from '../../../contract/index.js';
import { toClockTime } from '../../../domain/clock-time.js';
import { alertIcon } from '../../../theme/icons.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { mayAt, mayEverywhere } from '../../state/console-context.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { listed } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import type { DialogPart, DoneEvent } from '../timebook/dialog-part.js';
import { mayOverrideAt, mayPublishAt } from '../timebook/timebook-rights.js';
import { checkWords } from './check-words.js';
import { faultText, valuesOf } from './fault-text.js';
import type { Failed } from './fault-text.js';
import { mendOf } from './mends.js';
import type { Mend } from './mends.js';
import { proposePlace } from './propose-place.js';
import type { Proposal } from './propose-place.js';
import { placeOf } from './setting-places.js';
import { askWhy, readWhyData, toAsked, toOutcomes, toParts } from './why-data.js';
import type { Asked, Outcome, WhyData } from './why-data.js';
import { renderQuestion } from './why-question.js';
import { whyStyles } from './why-styles.js';
import { mendWords, whyWords } from './why-words.js';

/** So many starts are named one by one. */
const mostStarts = 8;

const tick = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path d="M4 8.5l2.5 2.5L12 5.5" fill="none" stroke="currentColor" stroke-width="2" />
</svg>`;

/** Why there is no free time: the rules in their order, what stops, and what mends it (C-08). */
export class WhyPage extends LoadedPage {
  static override styles: CSSResultGroup = [LoadedPage.styles, whyStyles];

  @state() private asked: Asked | undefined;
  @state() private said = '';
  @state() private proposal: Proposal | undefined;
  readonly #data = new Loaded<WhyData>(this);
  readonly #answer = new Loaded<Explained>(this);

  protected override open(): void {
    const { api } = this.console!;
    void this.#data.load(() => readWhyData(api)).then(() => this.#take());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // A link to another question while this page is open.
    if (changed.has('parts') && this.#data.value) this.#take();
  }

  #take(): void {
    const { value: data } = this.#data;
    if (!data) return;
    this.asked = toAsked(this.parts, data, this.#today(data));
    this.#ask();
  }

  #today({ timeZone }: WhyData): string {
    return toClockTime(Date.now(), timeZone).date;
  }

  #ask(): void {
    const { api } = this.console!;
    const { asked } = this;
    const { timeZone } = this.#data.value!;
    if (asked?.treatment) void this.#answer.load(() => askWhy(api, asked, timeZone));
  }

  #change(part: Partial<Asked>): void {
    this.asked = { ...this.asked!, ...part };
    this.said = '';
    this.failure = undefined;
    history.replaceState(history.state, '', toHash({ page: 'why', parts: toParts(this.asked) }));
    this.#ask();
  }

  protected override render(): TemplateResult {
    const words = this.words(whyWords);
    return html`
      <h1 tabindex="-1">${words.title}</h1>
      <p class="lead">${words.lead}</p>
      ${this.renderLoaded(this.#data, (data) => this.#renderAll(data))}
    `;
  }

  #renderAll(data: WhyData): TemplateResult {
    const words = this.words(whyWords);
    const { asked } = this;
    if (data.templates.length === 0) return html`<p>${words.noTreatments}</p>`;
    if (!asked) return html`<p class="hint">${this.shell.loading}</p>`;
    return html`
      ${renderQuestion({ words, data, asked, change: (part) => this.#change(part) })}
      <div role="status">${this.said ? html`<p class="notice">${this.said}</p>` : nothing}</div>
      ${this.renderFailure()}
      ${this.renderLoaded(this.#answer, (answer) => this.#renderAnswer(data, asked, answer))}
      ${this.#renderDialog(data)}
    `;
  }

  #renderAnswer(data: WhyData, asked: Asked, answer: Explained): TemplateResult {
    const outcomes = toOutcomes(answer);
    if (outcomes.length === 0) return html`<p>${this.words(whyWords).nobody}</p>`;
    return html`${outcomes.map((outcome, index) => this.#renderOutcome(data, asked, outcome, index))}`;
  }

  #renderOutcome(data: WhyData, asked: Asked, outcome: Outcome, index: number): TemplateResult {
    const words = this.words(whyWords);
    const { clinician, rules, offered } = outcome;
    const name = data.clinicians.find(({ id }) => id === clinician)?.name;
    const passed = rules.filter((rule) => rule.passed);
    const stop = rules.find((rule) => !rule.passed);
    return html`<section class="outcome" aria-labelledby="outcome-${index}">
      <h2 id="outcome-${index}">
        ${clinician === undefined ? words.everybody : (name ?? clinician)}
      </h2>
      <p class="verdict">${offered ? this.#startsText(outcome.starts) : words.notOffered}</p>
      ${this.#renderPassed(passed, index === 0 && !offered)}
      ${
        stop?.because
          ? this.#renderHindrance(
              {
                rule: { ...stop, because: stop.because },
                ...{ clinician: clinician ?? '', asked, data, today: this.#today(data) },
              },
              `hindrance-${index}`,
            )
          : nothing
      }
    </section>`;
  }

  #startsText(starts: readonly string[]): string {
    const words = this.words(whyWords);
    const clocks = starts.slice(0, mostStarts).map((start) => start.slice(11, 16));
    const rest = starts.length - clocks.length;
    const times =
      rest > 0
        ? `${clocks.join(', ')} ${fill(words.more, { count: rest })}`
        : listed(clocks, this.language);
    return fill(words.offered, { times });
  }

  /** Of the nearest all can be seen at once; of the others on request. */
  #renderPassed(rules: readonly ExplainedRule[], isOpen: boolean): TemplateResult | typeof nothing {
    if (rules.length === 0) return nothing;
    const words = this.words(whyWords);
    const checks = this.words(checkWords);
    const { length: count } = rules;
    return html`<details ?open=${isOpen}>
      <summary>${count === 1 ? words.checkPassed : fill(words.checksPassed, { count })}</summary>
      <ol class="rules">
        ${rules.map(
          ({ check }) =>
            html`<li class="rule">
              ${tick}<span
                ><span class="visually-hidden">${words.passed}: </span>${checks[check]}</span
              >
            </li>`,
        )}
      </ol>
    </details>`;
  }

  #renderHindrance(failed: Failed, id: string): TemplateResult {
    const words = this.words(whyWords);
    const place = placeOf(failed);
    const isThere = place && (this.console?.pages.includes(place.page) ?? false);
    const mend = mendOf(failed);
    return html`<div class="hindrance">
      ${alertIcon}
      <div>
        <p class="cause">
          <span class="visually-hidden">${words.failed}: </span>${faultText(failed, this.language)}
        </p>
        ${
          isThere
            ? html`<p class="place">
                <a href=${toHash(place)}
                  >${place.page === 'timebook' ? words.openTimebook : words.openSetting}</a
                >
              </p>`
            : nothing
        }
        ${mend ? this.#renderMend(failed, mend, id) : nothing}
      </div>
    </div>`;
  }

  #renderMend(failed: Failed, mend: Mend, id: string): TemplateResult {
    const what = fill(this.words(mendWords)[mend.name], valuesOf(failed, this.language));
    const reason = may(this.console!.me, mend, failed) ? undefined : this.missing(mend.right);
    return html`<div class="mend">
      <p id=${id}>${'dialog' in mend ? nothing : `${this.words(whyWords).changes} `}${what}</p>
      ${reason ? html`<p class="reason">${reason}</p>` : nothing}
      <button
        class="button"
        type="button"
        aria-describedby=${id}
        ?disabled=${this.isBusy || reason !== undefined}
        @click=${() => this.#mend(failed, mend, what)}
      >
        ${this.words(whyWords).mend}${'dialog' in mend ? ' …' : ''}
      </button>
    </div>`;
  }

  async #mend(failed: Failed, mend: Mend, what: string): Promise<void> {
    const { api } = this.console!;
    this.said = '';
    if ('dialog' in mend) {
      await this.run(async () => {
        const [proposal] = await Promise.all([
          proposePlace(api, failed, mend),
          import('../timebook/define.js'),
        ]);
        this.proposal = proposal;
      });
      return;
    }
    if (await this.run(() => mend.change(api))) await this.#askAgain(what);
  }

  /** After something was mended the question is asked anew: the next hindrance, or the times. */
  async #askAgain(what: string): Promise<void> {
    await Promise.all([this.#data.reload(), this.#answer.reload()]);
    this.said = fill(this.words(whyWords).mended, { what });
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  #renderDialog(data: WhyData): TemplateResult | typeof nothing {
    const { proposal } = this;
    if (!proposal) return nothing;
    const { stretch, here, kind } = proposal;
    const { me } = this.console!;
    const { clinician } = stretch;
    const name = data.clinicians.find(({ id }) => id === clinician)?.name;
    return html`<dialog
      aria-labelledby="dialog-title"
      @cancel=${this.#closeDialog}
      @opus-timebook-done=${this.#placed}
    >
      <h2 id="dialog-title">${name}</h2>
      <opus-console-timebook-new
        .settings=${data}
        .stretch=${stretch}
        .here=${here}
        .proposed=${kind}
        .publishReason=${mayPublishAt(me, { clinician }) ? undefined : this.missing('publish')}
        .bookReason=${this.reasonWithout('appointments')}
        .overrideReason=${mayOverrideAt(me, { clinician }) ? undefined : this.missing('override')}
      ></opus-console-timebook-new>
    </dialog>`;
  }

  readonly #closeDialog = (): void => {
    this.proposal = undefined;
  };

  readonly #placed = ({ said }: DoneEvent): void => {
    this.#closeDialog();
    if (said !== undefined) void this.#askAgain(said);
  };

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog || dialog.open) return;
    dialog.showModal();
    const part = dialog.querySelector<DialogPart>(':scope > :last-child');
    void part?.updateComplete.then(() => part.focusFirst());
  }
}

/** Whether somebody may mend it. */
function may(me: Me, { right, clinics = [] }: Mend, { clinician }: Failed): boolean {
  if (right === 'publish') {
    const places =
      clinics.length > 0 ? clinics.map((clinic) => ({ clinic, clinician })) : [{ clinician }];
    return places.some((place) => mayPublishAt(me, place));
  }
  return clinics.length === 0
    ? mayEverywhere(me, right)
    : clinics.every((clinic) => mayAt(me, right, clinic));
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-why': WhyPage;
  }
}
