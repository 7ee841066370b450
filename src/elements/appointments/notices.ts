import { html, nothing, type TemplateResult } from 'lit';
import type { News } from '../../domain/appointments-flow.js';
import { areSaidBesideFields } from '../../domain/need-details.js';
import { OpusOwnActEvent } from '../../events/own-act-event.js';
import { whichAppointment } from '../../locales/appointment-dates.js';
import { aboutOf } from '../../state/appointments/appointments-state.js';
import { renderAlternatives } from '../alternatives.js';
import { renderButton } from '../buttons.js';
import { appointmentErrorFor } from './appointment-error.js';
import { phoneOf, type AppointmentsView } from './appointments-view.js';

/** The last failure in words, with what can be done: other times, another try, calling the clinic (P-17, P-23). */
export function renderFailure(view: AppointmentsView): unknown {
  const { account, controller, takeSlot, words } = view;
  const { failure } = controller.state;
  const about = aboutOf(controller.state);
  if (!failure || areSaidBesideFields(failure.error.fields)) return nothing;
  const { heading, text, action } = appointmentErrorFor(failure, words, about?.kind === 'move');
  return html`<opus-notice
    id="error"
    tone="error"
    .heading=${heading}
    .text=${text}
    .phone=${phoneOf(view)}
    >${renderAlternatives(words, account, failure.error.alternatives, takeSlot)}${
      action === 'retry' ? renderButton(words.term('tryAgain'), view.retry) : nothing
    }</opus-notice
  >`;
}

/** What happened to an appointment, above the list. */
export function renderNews(view: AppointmentsView, news: News | undefined): unknown {
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
      return renderError(words.term('changedHeading'), words.term('changedText'));
    case 'refused': {
      const { failure } = controller.state;
      return failure ? nothing : renderError(words.term('refusedHeading'), '', phoneOf(view));
    }
    case 'lost':
      return renderError(words.term('lostHeading'), words.term('lostText'));
  }
}

function renderError(heading: string, text: string, phone?: string): TemplateResult {
  return html`<opus-notice
    id="news"
    tone="error"
    .heading=${heading}
    .text=${text}
    .phone=${phone}
  ></opus-notice>`;
}

/** After a cancellation: the way to book another appointment. */
function renderBook({ bookingUrl, canBook, words }: AppointmentsView): unknown {
  const term = words.term('bookNew');
  if (bookingUrl) return html`<a class="button" part="button" href=${bookingUrl}>${term}</a>`;
  return canBook
    ? renderButton(term, ({ currentTarget }) =>
        currentTarget?.dispatchEvent(new OpusOwnActEvent('book')),
      )
    : nothing;
}
