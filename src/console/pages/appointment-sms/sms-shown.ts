import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AppointmentMessage, ReceivedMessage, SentMessage } from '../../../contract/index.js';
import { clinicDateTime } from '../../words/dates.js';
import type { AppointmentSmsTexts } from './appointment-sms-texts.js';
import { factsOf } from './sms-facts.js';
import { lookOf, resultText, statusText } from './sms-state.js';

// What of an appointment's SMS is only shown, and cannot be changed.

/** The status in words with the old letter, or that there is no message yet. */
export function renderState(
  message: SentMessage | undefined,
  texts: AppointmentSmsTexts,
): TemplateResult {
  if (!message) return html`<span class="state">${texts.words.notMade}</span>`;
  return html`<span class="state ${lookOf(message) ?? ''}">${statusText(message, texts)}</span>`;
}

const renderFact = (label: string, value: string): TemplateResult =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

export const renderFacts = (
  one: AppointmentMessage,
  texts: AppointmentSmsTexts,
  isShort: boolean,
): TemplateResult =>
  html`<dl>${factsOf(one, texts, isShort).map(([label, value]) => renderFact(label, value))}</dl>`;

export function renderAnswer(
  { text, receivedAt }: ReceivedMessage,
  { words, language }: AppointmentSmsTexts,
): TemplateResult {
  return html`<div class="answer">
    <span class="state">${words.answer}, ${clinicDateTime(receivedAt, language)}</span>
    <br />${text}
  </div>`;
}

/** Messages of the appointment that are no reminders: that it was booked or moved, and what staff wrote. */
export function renderOthers(
  others: readonly SentMessage[],
  texts: AppointmentSmsTexts,
): TemplateResult | typeof nothing {
  if (others.length === 0) return nothing;
  const { words, types, language } = texts;
  return html`<details ?open=${others.length < 3}>
    <summary>${words.others} (${others.length})</summary>
    <ol>
      ${others.map((message) => {
        const { type, text, sentAt, sendsAt } = message;
        const result = resultText(message, texts);
        return html`<li class="sms">
          <div class="name"><strong>${types[type]}</strong>${renderState(message, texts)}</div>
          ${text ? html`<p class="body">${text}</p>` : nothing}
          <dl>
            ${renderFact(sentAt ? words.sent : words.sends, clinicDateTime(sentAt ?? sendsAt, language))}
            ${result ? renderFact(words.result, result) : nothing}
          </dl>
        </li>`;
      })}
    </ol>
  </details>`;
}
