import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SmsSearch } from '../../../contract/index.js';
import { SentType, SmsStatus } from '../../../contract/index.js';
import { addDays } from '../../../domain/civil-date.js';
import type { Box } from './message-row.js';
import type { MessageTexts } from './message-texts.js';

/** What of a box is looked for, as its fields have it; empty: everything. Dates are both included. */
export interface BoxFilter {
  readonly to: string;
  readonly company: string;
  readonly clinician: string;
  readonly type: string;
  readonly status: string;
  readonly by: string;
  readonly from: string;
  readonly until: string;
}

export const noFilter: BoxFilter = {
  ...{ to: '', company: '', clinician: '', type: '', status: '' },
  ...{ by: 'made', from: '', until: '' },
};

/** The filter as the service takes it. */
export function searchOf(box: Box, filter: BoxFilter): SmsSearch {
  const { until, ...rest } = filter;
  const given = Object.entries({ ...rest, to: rest.to.trim() }).filter(([, value]) => value !== '');
  return {
    box,
    ...(Object.fromEntries(given) as Partial<SmsSearch>),
    ...(until && { until: addDays(until, 1) }),
  };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface FilterSetup {
  readonly box: Box;
  readonly filter: BoxFilter;
  readonly companies: readonly Named[];
  readonly clinicians: readonly Named[];
  readonly texts: Pick<MessageTexts, 'words' | 'statuses' | 'types' | 'reads'>;
  /** What is wrong with the number, in words. */
  readonly problem: string | undefined;
  readonly onChange: (part: Partial<BoxFilter>) => void;
  readonly onReset: () => void;
}

/** The filters of the manual: recipient, company, clinician, type, status, and one of the dates from and to. */
export function renderFilter(setup: FilterSetup): TemplateResult {
  const { box, filter, problem, onChange } = setup;
  const { words } = setup.texts;
  const take = (name: keyof BoxFilter) => (event: Event) =>
    onChange({ [name]: (event.target as HTMLInputElement).value });
  const select = (name: keyof BoxFilter, label: string, options: readonly Named[]) =>
    html`<div class="field">
      <label for="filter-${name}">${label}</label>
      <select class="control" id="filter-${name}" @change=${take(name)}>
        ${name === 'by' ? nothing : html`<option value="" ?selected=${filter[name] === ''}>${words.all}</option>`}
        ${options.map(({ id, name: text }) => html`<option value=${id} ?selected=${filter[name] === id}>${text}</option>`)}
      </select>
    </div>`;
  const day = (name: 'from' | 'until', label: string) =>
    html`<div class="field">
      <label for="filter-${name}">${label}</label>
      <input
        class="control"
        id="filter-${name}"
        type="date"
        .value=${filter[name]}
        @change=${take(name)}
      />
    </div>`;
  return html`<div class="filter" role="search" aria-label=${words.filter}>
    <div class="field">
      <label for="filter-to">${box === 'sent' ? words.recipient : words.from}</label>
      <input
        class="control"
        id="filter-to"
        type="search"
        autocomplete="off"
        maxlength="64"
        placeholder=${words.numberHint}
        aria-invalid=${problem ? 'true' : 'false'}
        aria-describedby=${problem ? 'filter-problem' : nothing}
        .value=${filter.to}
        @input=${take('to')}
      />
      ${problem ? html`<div class="error" id="filter-problem">${problem}</div>` : nothing}
    </div>
    ${setup.companies.length > 1 ? select('company', words.company, setup.companies) : nothing}
    ${select('clinician', words.clinician, setup.clinicians)}
    ${box === 'sent' ? select('type', words.type, typesOf(setup)) : nothing}
    ${select('status', words.status, statusesOf(setup))} ${select('by', words.by, datesOf(setup))}
    ${day('from', words.fromDate)} ${day('until', words.untilDate)}
    <button class="link" type="button" @click=${setup.onReset}>${words.reset}</button>
  </div>`;
}

const typesOf = ({ texts: { types } }: FilterSetup) =>
  SentType.options.map((id) => ({ id, name: types[id] }));

function statusesOf({ box, texts: { statuses, reads } }: FilterSetup): Named[] {
  if (box === 'sent') {
    return SmsStatus.options.map((id) => ({ id, name: `${id} – ${statuses[id]}` }));
  }
  return (['unread', 'read', 'follow-up'] as const).map((id) => ({ id, name: reads[id] }));
}

function datesOf({ box, texts: { words } }: FilterSetup): Named[] {
  if (box === 'received') {
    return [
      { id: 'made', name: words.registered },
      { id: 'answered', name: words.answered },
    ];
  }
  return [
    { id: 'made', name: words.made },
    { id: 'sends', name: words.sends },
    { id: 'sent', name: words.sentAt },
    { id: 'answered', name: words.answered },
  ];
}
