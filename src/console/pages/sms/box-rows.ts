import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ReceivedMessage, SentMessage } from '../../../contract/index.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import { smsFailureText } from '../../words/sms-failure-words.js';
import type { ColumnName, ShownColumns } from './box-columns.js';
import { headOf } from './box-columns.js';
import type { Box, Message } from './message-row.js';
import { isReceived, nameOf, numberOf, shortTime } from './message-row.js';
import type { MessageTexts } from './message-texts.js';

/** What rows are drawn with. */
export interface RowSetup {
  readonly columns: ShownColumns;
  readonly texts: MessageTexts;
  readonly ticked: ReadonlySet<string>;
  readonly clinicianName: (id: string) => string;
  readonly onTick: (message: Message, isTicked: boolean) => void;
  /** Opens the actions of one: at a place of the window, or beneath a button. */
  readonly onMenu: (message: Message, event: MouseEvent) => void;
}

/** Heads of the columns, and a tick for all that are there. */
export function renderHead(
  box: Box,
  columns: ShownColumns,
  texts: MessageTexts,
  { isAllTicked, onTickAll }: { isAllTicked: boolean; onTickAll: (isTicked: boolean) => void },
): TemplateResult {
  const { words } = texts;
  const heads = [
    box === 'sent' ? words.recipient : words.from,
    ...columns.map((name) => headOf(box, name, texts)),
  ];
  return html`<div class="head" role="rowgroup">
    <div class="line" role="row">
      <span class="cell first" role="columnheader">
        <label class="tick"
          ><input
            type="checkbox"
            aria-label=${words.tickAll}
            .checked=${isAllTicked}
            @change=${(event: Event) => onTickAll((event.target as HTMLInputElement).checked)}
          /><span class="of" aria-hidden="true">${words.tickAll}</span></label
        >
      </span>
      ${heads.map((head) => html`<span class="cell" role="columnheader">${head}</span>`)}
      <span class="cell last" role="columnheader"
        ><span class="visually-hidden">${words.actionsHead}</span></span
      >
    </div>
  </div>`;
}

/** One message as a row; `index` counts from the first message of the list. */
export function renderRow(message: Message, index: number, setup: RowSetup): TemplateResult {
  const { texts, ticked, onTick, onMenu } = setup;
  const { words } = texts;
  const isTicked = ticked.has(message.id);
  const isUnread = isReceived(message) && message.status === 'unread';
  const unknown = isReceived(message) ? words.unknownSender : words.noName;
  const name = nameOf(message) || numberOf(message);
  return html`<div
    class="line ${isTicked ? 'chosen' : ''} ${isUnread ? 'unread' : ''}"
    role="row"
    aria-rowindex=${index + 2}
    @contextmenu=${(event: MouseEvent) => onMenu(message, event)}
  >
    <span class="cell first" role="cell">
      <label class="tick"
        ><input
          type="checkbox"
          aria-label=${fill(words.tick, { name })}
          .checked=${isTicked}
          @change=${(event: Event) => onTick(message, (event.target as HTMLInputElement).checked)}
      /></label>
    </span>
    <span class="cell" role="cell">
      <a class="who" href=${toHash({ page: 'sms', parts: ['thread', message.id] })}>${name}</a>
      <span class="hint">${nameOf(message) ? numberOf(message) : unknown}</span>
    </span>
    ${setup.columns.map((name) =>
      isReceived(message) ? receivedCells[name]?.(message, setup) : sentCells[name](message, setup),
    )}
    <span class="cell last" role="cell">
      <button
        class="more"
        type="button"
        aria-haspopup="menu"
        aria-label=${fill(words.actions, { name })}
        @click=${(event: MouseEvent) => onMenu(message, event)}
      >
        <span aria-hidden="true">⋯</span>
      </button>
    </span>
  </div>`;
}

/** The cells of a message that was sent, by their columns. */
const sentCells: Readonly<
  Record<ColumnName, (message: SentMessage, setup: RowSetup) => TemplateResult>
> = {
  message: ({ type, text, lang }, { texts: { words, types } }) =>
    html`<span class="cell" role="cell">
      <span class="hint kind">${types[type]}</span>
      ${text ? html`<span class="said" lang=${lang}>${text}</span>` : html`<span class="hint">${words.hidden}</span>`}
    </span>`,
  status: (message, { texts }) =>
    html`<span class="cell" role="cell">${renderStatus(message, texts)}</span>`,
  appointment: ({ appointment }, { texts: { words }, clinicianName }) =>
    html`<span class="cell times" role="cell">
      ${
        appointment
          ? html`<span
                ><span class="of">${words.appointment} </span>${shortTime(appointment.start)}</span
              >
              <span class="hint">${clinicianName(appointment.clinician)}</span>
              ${appointment.isConfirmed ? html`<span class="flag">${words.confirmed}</span>` : nothing}`
          : nothing
      }
    </span>`,
  times: (message, { texts }) =>
    html`<span class="cell times" role="cell">${renderTimes(message, texts)}</span>`,
  expires: ({ expiresAt }, { texts: { words } }) =>
    html`<span class="cell times" role="cell"
      ><span class="of">${words.expires} </span>${expiresAt ? shortTime(expiresAt) : nothing}</span
    >`,
  tries: ({ tries }, { texts: { words } }) =>
    html`<span class="cell times" role="cell"
      ><span class="of">${words.tries} </span>${tries}</span
    >`,
};

/** The status in words with its old letter, and beside it whether it has arrived. */
export function renderStatus(message: SentMessage, texts: MessageTexts): TemplateResult {
  const { status, delivery, failure, reason } = message;
  const isBad = status === 'F' || status === 'U' || status === 'FV';
  const why =
    failure === undefined
      ? reason && texts.reasons[reason]
      : smsFailureText(failure, texts.language);
  return html`<span class="letter ${isBad ? 'bad' : ''}">${status}</span>
    ${texts.statuses[status]}${
      delivery
        ? html`<span class="hint ${delivery === 'delivered' ? '' : 'bad'}"
            >${texts.deliveries[delivery]}</span
          >`
        : nothing
    }${why ? html`<span class="hint">${why}</span>` : nothing}`;
}

/** When it was made, and when it is to leave or has left and was answered. */
export function renderTimes(message: SentMessage, { words }: MessageTexts): TemplateResult {
  const { madeAt, sendsAt, sentAt, answeredAt } = message;
  return html`<span><span class="of">${words.made} </span>${shortTime(madeAt)}</span>
    <span class="hint">${sentAt ? words.sentAt : words.sends} ${shortTime(sentAt ?? sendsAt)}</span>
    ${answeredAt ? html`<span class="hint">${words.answered} ${shortTime(answeredAt)}</span>` : nothing}`;
}

/** The cells of a message that came in; it has fewer columns. */
const receivedCells: Readonly<
  Partial<Record<ColumnName, (message: ReceivedMessage, setup: RowSetup) => TemplateResult>>
> = {
  message: ({ text, appointment }, { texts: { words } }) =>
    html`<span class="cell" role="cell"
      ><span class="said">${text}</span>${
        appointment
          ? html`<a
              class="hint"
              href=${toHash({ page: 'today', parts: [appointment.start.slice(0, 10)] })}
              >${words.appointment}: ${shortTime(appointment.start)}</a
            >`
          : nothing
      }</span
    >`,
  status({ status, followUp, meaning }, { texts: { words, reads, meanings } }) {
    const isBad = meaning === 'no' || meaning === 'cancel';
    return html`<span class="cell" role="cell">
      ${reads[status]}${meaning ? html`<span class="hint ${isBad ? 'bad' : ''}">${meanings[meaning]}</span>` : nothing}${followUp ? html`<span class="hint flag">⚑ ${words.flag}</span>` : nothing}
    </span>`;
  },
  times: ({ receivedAt, madeAt }, { texts: { words } }) =>
    html`<span class="cell times" role="cell">
      <span><span class="of">${words.answered} </span>${shortTime(receivedAt)}</span>
      <span class="hint">${words.registered} ${shortTime(madeAt)}</span>
    </span>`,
};
