import { html, nothing, type TemplateResult } from 'lit';
import type { Account } from '../../contract/index.js';
import { canChange } from '../../domain/booking-flow.js';
import { addDays } from '../../domain/civil-date.js';
import { clinicPhoneText, clinicPhoneUrl } from '../../domain/clinic-phone.js';
import { choiceOrder } from '../../domain/step-order.js';
import { mondayOf } from '../../domain/week.js';
import { OpusGoToEvent } from '../../events/go-to-event.js';
import { phoneOf, type BookingView } from './booking-view.js';
import { renderAlertOfChoice } from './time-alert-views.js';

/** Days from today in which the patient can look for times. */
const horizonDays = 365;

/** The time step (P-18 to P-22). */
export function renderCalendar(view: BookingView, id: string): unknown {
  const { account, controller } = view;
  const { times, flow } = controller.state;
  if (!times || !flow) return nothing;
  const { shown, today, knowsTreatment } = times;
  const { clinic, time } = flow.selection;
  return html`<opus-week-calendar
    id=${id}
    .slots=${shown?.slots ?? []}
    .week=${times.week}
    .query=${times.query}
    .value=${time?.start ?? ''}
    .timeZone=${account.timeZone}
    .today=${today}
    .loading=${times.isLoading}
    .first=${shown?.first ?? null}
    .earliest=${times.earliest}
    .nextDate=${shown?.nextDate ?? null}
    .daysOf=${times.daysOf}
    .showWeekend=${account.settings.weekendBooking}
    .startsOnly=${!knowsTreatment}
    .latestWeek=${mondayOf(addDays(today, horizonDays))}
    .clinicianNames=${knowsTreatment ? namesOf(account.clinicians) : undefined}
    .clinicNames=${clinic?.kind === 'one' ? undefined : namesOf(account.clinics)}
    >${shown?.slots.length === 0 ? [renderOthers(view), renderWaysOn(view), renderAlertOfChoice(view)] : nothing}</opus-week-calendar
  >`;
}

/** In a week without times: who else is free sooner; its code is loaded then (P-17). */
function renderOthers({ controller, tags }: BookingView): unknown {
  const { flow, times, whole } = controller.state;
  return tags.isOptionalReady('opus-other-offers')
    ? html`<opus-other-offers
        slot="empty"
        .account=${whole}
        .client=${controller.reservation?.api}
        .selection=${flow?.selection ?? {}}
        .ownFirst=${times?.shown?.first?.start ?? ''}
      ></opus-other-offers>`
    : nothing;
}

/** What to do in a week without times: change an earlier choice, or call the clinic (P-17). */
function renderWaysOn(view: BookingView): TemplateResult {
  const { account, controller, words } = view;
  const { selection } = controller.state.flow ?? { selection: {} };
  const order = choiceOrder(account.settings);
  const phone = phoneOf(view);
  return html`${order.map((step, index) =>
    step !== 'time' && index < order.indexOf('time') && canChange(account, selection, step)
      ? html`<button
          slot="empty"
          class="button"
          part="button"
          type="button"
          @click=${({ target }: Event) => target?.dispatchEvent(new OpusGoToEvent(step))}
        >
          ${words.term('otherWay', step)}
        </button>`
      : nothing,
  )}${
    phone
      ? html`<a slot="empty" class="button" part="button" href=${clinicPhoneUrl(phone)}>
          ${words.term('callClinic', clinicPhoneText(phone))}
        </a>`
      : nothing
  }`;
}

function namesOf(things: Account['clinics'] | Account['clinicians']): ReadonlyMap<string, string> {
  return new Map(things.map(({ id, name }) => [id, name]));
}
