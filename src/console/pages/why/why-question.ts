import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Asked, WhyData } from './why-data.js';
import type { whyWords } from './why-words.js';

interface Question {
  readonly words: Record<keyof typeof whyWords, string>;
  readonly data: WhyData;
  readonly asked: Asked;
  readonly change: (part: Partial<Asked>) => void;
}

/** What is missed: a day, maybe a time, a treatment, and where and with whom. */
export function renderQuestion({ words, data, asked, change }: Question): TemplateResult {
  const { clinics, templates } = data;
  const clinicians = data.clinicians.filter(
    (one) => !asked.clinic || one.clinics.some(({ clinic }) => clinic === asked.clinic),
  );
  const input = (name: 'date' | 'time') =>
    html`<div class="field">
      <label for=${name}>${words[name]}</label>
      <input
        class="control"
        id=${name}
        type=${name}
        ?required=${name === 'date'}
        .value=${asked[name]}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLInputElement;
          if (value || name === 'time') change({ [name]: value });
        }}
      />
    </div>`;
  const select = (
    name: 'treatment' | 'clinic' | 'clinician',
    options: readonly { id: string; name: string }[],
    take: (id: string) => Partial<Asked>,
    all?: string,
  ) =>
    html`<div class="field">
      <label for=${name}>${words[name]}</label>
      <select
        class="control"
        id=${name}
        @change=${(event: Event) => change(take((event.target as HTMLSelectElement).value))}
      >
        ${all === undefined ? nothing : html`<option value="" ?selected=${asked[name] === ''}>${all}</option>`}
        ${options.map((one) => html`<option value=${one.id} ?selected=${asked[name] === one.id}>${one.name}</option>`)}
      </select>
    </div>`;
  return html`<form class="question" @submit=${(event: Event) => event.preventDefault()}>
    ${input('date')} ${select('treatment', templates, (treatment) => ({ treatment }))}
    ${
      clinics.length > 1
        ? select('clinic', clinics, (clinic) => ({ clinic, clinician: '' }), words.anyClinic)
        : nothing
    }
    ${select('clinician', clinicians, (clinician) => ({ clinician }), words.anyClinician)}
    ${input('time')}
  </form>`;
}
