import { html, nothing, type TemplateResult } from 'lit';
import type { News } from '../../domain/appointments-flow.js';
import { areSaidBesideFields } from '../../domain/need-details.js';
import { OpusOwnActEvent } from '../../events/own-act-event.js';
import { whichAppointment } from '../../locales/appointment-dates.js';
import { aboutOf } from '../../state/appointments/appointments-state.js';
import { renderAlternatives } from '../alternatives.js';
import { ownTroubleOf } from './own-trouble.js';
import { ownPhone, type OwnView } from './own-view.js';

/** What went wrong, in words, with every way on: other times, trying again, the clinic's phone (P-17, P-23). */
export function renderTrouble(view: OwnView): unknown {
  const { account, controller, take, words } = view;
  const { failure } = controller.state;
  const about = aboutOf(controller.state);
  if (!failure || areSaidBesideFields(failure.error.fields)) return nothing;
  const { heading, text, canRetry } = ownTroubleOf(failure, words, about?.kind === 'move');
  return html`<opus-notice
    id="trouble"
    tone="error"
    .heading=${heading}
    .text=${text}
    .phone=${ownPhone(view)}
    >${renderAlternatives(words, account, failure.error.alternatives, take)}${
      canRetry
        ? html`<button class="button" part="button" type="button" @click=${view.retry}>
            ${words.term('tryAgain')}
          </button>`
        : nothing
    }</opus-notice
  >`;
}

/** What is said above the list of what happened, or did not. */
export function renderNews(view: OwnView, news: News | undefined): unknown {
  const { account, controller, words, today } = view;
  if (!news) return nothing;
  switch (news.kind) {
    case 'cancelled':
      return html`<opus-notice
        id="news"
        tone="success"
        .heading=${words.term(
          'cancelledNews',
          whichAppointment(words, news.appointment, account.timeZone, today),
        )}
        >${renderBook(view)}</opus-notice
      >`;
    case 'changed':
      return say(words.term('changedHeading'), words.term('changedText'));
    case 'refused': {
      const { failure } = controller.state;
      return failure ? nothing : say(words.term('refusedHeading'), '', ownPhone(view));
    }
    case 'lost':
      return say(words.term('lostHeading'), words.term('lostText'));
  }
}

function say(heading: string, text: string, phone?: string): TemplateResult {
  return html`<opus-notice
    id="news"
    tone="error"
    .heading=${heading}
    .text=${text}
    .phone=${phone}
  ></opus-notice>`;
}

/** A time that is given up is often followed by another one. */
function renderBook({ bookingUrl, canBook, words }: OwnView): unknown {
  const term = words.term('bookNew');
  if (bookingUrl) return html`<a class="button" part="button" href=${bookingUrl}>${term}</a>`;
  return canBook
    ? html`<button
        class="button"
        part="button"
        type="button"
        @click=${({ currentTarget }: Event) =>
          currentTarget?.dispatchEvent(new OpusOwnActEvent('book'))}
      >
        ${term}
      </button>`
    : nothing;
}
