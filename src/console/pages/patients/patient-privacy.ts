import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { fill } from '../../words/in-language.js';
import { patientPrivacyWords } from './patient-privacy-words.js';

/** A patient's own rights over what is held: a copy of it, and its erasure (GDPR, articles 15 and 17). */
export class PatientPrivacy extends LoadedPage {
  /** Id of the patient. */
  @property({ attribute: false }) patient = '';
  @property({ attribute: false }) name = '';
  @state() private isSure = false;
  @state() private isExported = false;

  protected override open(): void {}

  protected override render(): TemplateResult {
    const words = this.words(patientPrivacyWords);
    const reason = this.reasonWithout('privacy');
    return html`<section class="section" aria-labelledby="privacy">
      <h2 id="privacy">${words.title}</h2>
      <p class="lead">${words.lead}</p>
      ${reason === undefined ? this.#renderDeeds() : html`<p class="reason">${reason}</p>`}
      ${this.renderFailure()}
    </section>`;
  }

  #renderDeeds(): TemplateResult {
    const words = this.words(patientPrivacyWords);
    return html`<div class="row">
        <button class="button" type="button" ?disabled=${this.isBusy} @click=${this.#export}>
          ${words.export}
        </button>
        ${
          this.isSure
            ? nothing
            : html`<button class="link" type="button" @click=${() => (this.isSure = true)}>
                ${words.erase}
              </button>`
        }
        <span class="hint" role="status">${this.isExported ? words.exported : ''}</span>
      </div>
      ${this.isSure ? this.#renderSure() : nothing}`;
  }

  #renderSure(): TemplateResult {
    const words = this.words(patientPrivacyWords);
    return html`<div class="notice">
      <p role="alert">${fill(words.sure, { name: this.name })}</p>
      <div class="row">
        <button class="button" type="button" ?disabled=${this.isBusy} @click=${this.#erase}>
          ${words.eraseNow}
        </button>
        <button class="link" type="button" @click=${() => (this.isSure = false)}>
          ${this.shell.cancel}
        </button>
      </div>
    </div>`;
  }

  protected override problemText(code: string): string {
    const words = this.words(patientPrivacyWords);
    // The two that this call has: an appointment ahead, and no export yet.
    return code === 'ahead'
      ? words.ahead
      : code === 'empty'
        ? words.exportFirst
        : super.problemText(code);
  }

  readonly #export = () =>
    this.run(async () => {
      const { data } = await this.console!.api.call('exportPatient', { id: this.patient });
      const file = new Blob([JSON.stringify(data, undefined, 2)], { type: 'application/json' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      // Whose it is stands inside: names of files end up in lists and backups.
      link.download = 'patient.json';
      link.click();
      URL.revokeObjectURL(link.href);
      this.isExported = true;
    });

  readonly #erase = async () => {
    const isErased = await this.run(() =>
      this.console!.api.call('deletePatient', { id: this.patient }),
    );
    this.isSure = false;
    if (!isErased) return;
    this.dispatchEvent(new Event('opus-console-stored', { bubbles: true, composed: true }));
    this.console!.say(fill(this.words(patientPrivacyWords).erased, { name: this.name }));
    this.console!.go('patients');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-patient-privacy': PatientPrivacy;
  }
}
