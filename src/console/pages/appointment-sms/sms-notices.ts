import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AppointmentMessages } from '../../../contract/index.js';
import { fill } from '../../words/in-language.js';
import type { appointmentSmsWords } from './appointment-sms-words.js';

type Words = Record<keyof typeof appointmentSmsWords, string>;

/** What holds for all SMS of an appointment: to which number, what the patient has answered, and what keeps them from being sent (M-05). */
export function renderNotices(messages: AppointmentMessages, words: Words): TemplateResult {
  const { to, testMode, isConfirmed, answer } = messages;
  return html`
    ${to === null ? nothing : html`<p class="hint">${fill(words.to, { to })}</p>`}
    ${isConfirmed ? html`<p class="state good">✓ ${words.confirmed}</p>` : nothing}
    ${
      answer === 'no'
        ? html`<p class="notice">
            ${words.saidNo}
            ${to === null ? nothing : html`<a href="tel:${to}">${fill(words.call, { to })}</a>`}
          </p>`
        : nothing
    }
    ${renderHindrance(messages, words)}
    ${testMode ? html`<p class="notice">${words.testMode}</p>` : nothing}
  `;
}

function renderHindrance(
  { hindrance, isAutomatic }: AppointmentMessages,
  words: Words,
): TemplateResult | typeof nothing {
  const told = {
    'no-mobile': isAutomatic ? words.byEmail : words.noMobile,
    refused: words.refused,
    'not-booked': words.notBooked,
  };
  if (hindrance) return html`<p class="notice">${told[hindrance]}</p>`;
  return isAutomatic ? nothing : html`<p class="hint">${words.notAutomatic}</p>`;
}
